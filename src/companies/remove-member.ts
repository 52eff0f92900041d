import { endSessions } from '../accounts/end-sessions.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { lockCompany } from './company-store.ts'
import { deleteMember, type Member, membersOf } from './member-store.ts'

/**
 * Ends a person's acting for a company, and all their sessions. The last one stays: nobody could open the company's application any more.
 * @throws NotFoundError when either person does not belong to the company (any more)
 */
export const removeMember = (
  context: Context,
  { actor, companyId, memberId }: { actor: Actor & { readonly id: string }; companyId: string; memberId: string }
): Promise<{ readonly ok: true; readonly member: Member } | { readonly ok: false; readonly reason: 'last-member' }> =>
  context.db.transaction(async (tx) => {
    // Two people who remove each other wait here for their turn; the second is no member by then.
    await lockCompany(tx, companyId)
    const members = await membersOf(tx, companyId)
    const member = members.find(({ id }) => id === memberId)
    if (member === undefined || !members.some(({ id }) => id === actor.id))
      throw new NotFoundError(`member ${memberId}`)
    if (members.length === 1) return { ok: false, reason: 'last-member' }
    await deleteMember(tx, companyId, memberId)
    await endSessions(tx, memberId)
    const details = { email: member.email }
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'member-removed', details })
    return { ok: true, member }
  })
