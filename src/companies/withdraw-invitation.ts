import type { Actor } from '../platform/audit.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { lockCompany } from './company-store.ts'
import { deleteInvitation } from './member-store.ts'

/**
 * Takes an invitation back, for an address that was mistyped.
 * @returns the address
 * @throws NotFoundError when it was taken up, taken back or is another company's
 */
export const withdrawInvitation = (
  context: Context,
  { actor, companyId, invitationId }: { actor: Actor; companyId: string; invitationId: string }
): Promise<string> =>
  context.db.transaction(async (tx) => {
    await lockCompany(tx, companyId)
    const email = await deleteInvitation(tx, companyId, invitationId)
    if (email === null) throw new NotFoundError(`invitation ${invitationId}`)
    await recordEvent(tx, context, { actor, subjectId: companyId, kind: 'invitation-withdrawn', details: { email } })
    return email
  })
