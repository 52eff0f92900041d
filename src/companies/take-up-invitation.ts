import { findAccountById, lockAccount } from '../accounts/account-store.ts'
import type { FindCompanyOf } from '../accounts/find-viewer.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findCompanyOf, insertMember, lockCompany } from './company-store.ts'
import { acceptInvitation, findInvitationFor } from './member-store.ts'

/**
 * Makes a person without a company a member of the one that invited the address first. Only who signed in with a code
 * mailed to that address gets here, so the address is the person's. Several requests at once wait for each other at the
 * account; an invitation taken back meanwhile is not taken up.
 */
const takeUpInvitation = (context: Pick<Context, 'db' | 'clock' | 'ids'>, userId: string): ReturnType<FindCompanyOf> =>
  context.db.transaction(async (tx) => {
    await lockAccount(tx, userId)
    const company = await findCompanyOf(tx, userId)
    if (company !== null) return company
    const invitation = await findInvitationFor(tx, userId)
    if (invitation === null) return null
    const { companyId, companyName } = invitation
    await lockCompany(tx, companyId)
    const at = context.clock.now()
    if (!(await acceptInvitation(tx, invitation.id, at))) return null
    await insertMember(tx, companyId, userId, at)
    const account = await findAccountById(tx, userId)
    const actor = { id: userId, name: account?.name || (account?.email ?? '') }
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'member-joined' })
    return { id: companyId, name: companyName }
  })

/** The look-up of a person's company that also takes up a waiting invitation. */
export const makeFindCompanyOf =
  (context: Pick<Context, 'db' | 'clock' | 'ids'>): FindCompanyOf =>
  async (db, userId) => {
    const company = await findCompanyOf(db, userId)
    if (company !== null || (await findInvitationFor(db, userId)) === null) return company
    return takeUpInvitation(context, userId)
  }
