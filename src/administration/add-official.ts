import { findAccountByEmail, findRole } from '../accounts/account-store.ts'
import { grantRole } from '../accounts/grant-role.ts'
import { findCompanyOf } from '../companies/company-store.ts'
import { paths } from '../paths.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import { isUniqueViolation } from '../platform/unique-violation.ts'
import { type GivenRole, roleNames } from './official.ts'
import { officialMail } from './official-mail.ts'

export type OfficialAddition = { readonly ok: true } | { readonly ok: false; readonly reason: 'official' | 'company' }

type NewOfficial = {
  readonly name: string
  readonly email: string
  readonly role: GivenRole
  readonly actor: Actor
}

/** Who holds a role already, or applies for a company, needs another address. */
const obstacleOf = async (tx: Database, email: string): Promise<'official' | 'company' | null> => {
  const account = await findAccountByEmail(tx, email)
  if (account === null) return null
  if ((await findRole(tx, account.id)) !== null) return 'official'
  return (await findCompanyOf(tx, account.id)) === null ? null : 'company'
}

const add = (context: Context, { name, email, role, actor }: NewOfficial): Promise<OfficialAddition> =>
  context.db.transaction(async (tx): Promise<OfficialAddition> => {
    const reason = await obstacleOf(tx, email)
    if (reason !== null) return { ok: false, reason }
    const id = await grantRole({ ...context, db: tx }, { email, name, role, actor })
    const signInUrl = `${context.baseUrl}${paths.signIn}`
    const mail = officialMail(context.scheme, { name, email, role: roleNames[role], signInUrl })
    await queueMail(tx, context, { kind: 'official-added', to: email, subjectId: id, ...mail })
    return { ok: true }
  })

/** Gives an address the secretariat's or an administrator's role and mails how to get in; of two clicks one does it. */
export const addOfficial = async (context: Context, official: NewOfficial): Promise<OfficialAddition> => {
  try {
    return await add(context, official)
  } catch (error) {
    if (isUniqueViolation(error, 'users_email_unique') || isUniqueViolation(error, 'role_grants_one_standing'))
      return { ok: false, reason: 'official' }
    throw error
  }
}
