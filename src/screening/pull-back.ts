import { lockApplication } from '../applications/application-store.ts'
import { changeStatus } from '../applications/change-status.ts'
import type { Context } from '../platform/context.ts'
import type { Official } from './official.ts'

/**
 * Takes a case that waits for the committee back into screening, with the reason. Refused in any other state, also where
 * the status table would allow the step for another purpose.
 * @throws NotFoundError when there is no such application
 */
export const pullBack = (
  context: Context,
  input: { readonly applicationId: string; readonly reason: string; readonly by: Official }
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' }> =>
  context.db.transaction(async (tx) => {
    const { id, status } = await lockApplication(tx, input.applicationId)
    if (status !== 'awaiting_committee') return { ok: false, reason: 'status' }
    const changed = await changeStatus(tx, context, {
      applicationId: id,
      to: 'screening',
      by: 'secretariat',
      actor: { id: input.by.userId, name: input.by.name },
      details: { reason: input.reason }
    })
    return changed.ok ? { ok: true } : { ok: false, reason: 'status' }
  })
