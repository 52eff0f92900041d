import { findAccountByEmail, findRole } from '../accounts/account-store.ts'
import { grantRole } from '../accounts/grant-role.ts'
import { findCompanyOf } from '../companies/company-store.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import { isUniqueViolation } from '../platform/unique-violation.ts'
import { memberMail } from './member-mail.ts'
import type { Official } from './official.ts'

export type MemberAddition =
  | { readonly ok: true; readonly memberId: string }
  | { readonly ok: false; readonly reason: 'member' | 'secretariat' | 'company' }

/** Who examines or applies cannot give the committee's opinion under the same address. */
const obstacleOf = async (tx: Database, email: string): Promise<'member' | 'secretariat' | 'company' | null> => {
  const account = await findAccountByEmail(tx, email)
  if (account === null) return null
  const role = await findRole(tx, account.id)
  if (role !== null) return role === 'committee' ? 'member' : 'secretariat'
  return (await findCompanyOf(tx, account.id)) === null ? null : 'company'
}

type NewMember = { readonly name: string; readonly email: string; readonly actor: Official }

const add = (context: Context, { name, email, actor }: NewMember): Promise<MemberAddition> =>
  context.db.transaction(async (tx): Promise<MemberAddition> => {
    const reason = await obstacleOf(tx, email)
    if (reason !== null) return { ok: false, reason }
    const memberId = await grantRole({ ...context, db: tx }, { email, name, role: 'committee', actor })
    const signInUrl = `${context.baseUrl}${paths.signIn}`
    await queueMail(tx, context, {
      kind: 'committee-member-added',
      to: email,
      subjectId: memberId,
      ...memberMail(context.scheme, { name, email, signInUrl })
    })
    return { ok: true, memberId }
  })

/** Makes an address a member of the committee and mails how to get in; of two clicks at once, one does it. */
export const addMember = async (context: Context, member: NewMember): Promise<MemberAddition> => {
  try {
    return await add(context, member)
  } catch (error) {
    if (isUniqueViolation(error, 'users_email_unique') || isUniqueViolation(error, 'role_grants_one_standing'))
      return { ok: false, reason: 'member' }
    throw error
  }
}
