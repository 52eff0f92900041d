import { lockApplication } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { Official } from './official.ts'
import { canPullBack } from './screening.ts'

/**
 * What else follows when a case is taken back: told by a slice that knows meetings, in two steps. It holds what it needs
 * before the case is locked, as every step on a meeting does, and acts once the case has moved.
 */
export type HoldAgenda = (
  tx: Database,
  applicationId: string
) => Promise<(context: Pick<Context, 'clock' | 'ids'>, actor: Actor) => Promise<unknown>>

const noAgenda: HoldAgenda = async () => async () => undefined

/**
 * Takes a case that waits for the committee or for its decision back into screening, with the reason; it leaves the agenda
 * of an open meeting. Refused in any other state, also where the status table would allow the step for another purpose.
 * @throws NotFoundError when there is no such application
 */
export const pullBack = (
  context: Context,
  input: { readonly applicationId: string; readonly reason: string; readonly by: Official },
  holdAgenda: HoldAgenda = noAgenda
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' }> =>
  context.db.transaction(async (tx) => {
    const leaveAgenda = await holdAgenda(tx, input.applicationId)
    const { id, status } = await lockApplication(tx, input.applicationId)
    if (!canPullBack(status)) return { ok: false, reason: 'status' }
    const actor = { id: input.by.userId, name: input.by.name }
    const changed = await changeStatus(tx, context, {
      applicationId: id,
      to: 'screening',
      by: 'secretariat',
      actor,
      details: { reason: input.reason }
    })
    if (!changed.ok) return { ok: false, reason: 'status' }
    await leaveAgenda(context, actor)
    return { ok: true }
  })
