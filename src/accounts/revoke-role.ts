import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { endRoleGrant, findRole } from './account-store.ts'
import { endSessions } from './end-sessions.ts'
import type { OfficialRole } from './viewer.ts'

/**
 * Ends the role that an account holds and all its sessions, as part of the caller's transaction; from the next request on it
 * sees nothing of the office. False when it does not hold the role: somebody else was faster.
 */
export const revokeRole = async (
  tx: Context['db'],
  context: Pick<Context, 'clock' | 'ids'>,
  {
    userId,
    role,
    actor
  }: {
    readonly userId: string
    readonly role: OfficialRole
    readonly actor: Actor & { readonly id: string }
  }
): Promise<boolean> => {
  if ((await findRole(tx, userId)) !== role) return false
  if (!(await endRoleGrant(tx, userId, context.clock.now(), actor.id))) return false
  await endSessions(tx, userId)
  await recordEvent(tx, context, { actor, subjectId: userId, kind: 'role-revoked', details: { role } })
  return true
}
