import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { Application } from './application.ts'
import { type ApplicationStatus, canMove, type Route } from './application-status.ts'
import { lockApplication, updateStatus } from './application-store.ts'

export type StatusChange =
  | { readonly ok: true; readonly application: Application }
  | { readonly ok: false; readonly reason: 'status'; readonly status: ApplicationStatus }

/**
 * Moves an application to another state, as part of the caller's transaction, and tells the history. Refused when the
 * status table knows no such step: another tab or person was faster.
 * @throws NotFoundError when there is no such application
 */
export const changeStatus = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  input: {
    readonly applicationId: string
    readonly to: ApplicationStatus
    readonly by: 'company' | 'secretariat'
    readonly actor: Actor
    /** The way chosen for a renewal. */
    readonly route?: Route | null
    readonly details?: Readonly<Record<string, unknown>>
    /** What the first submission gives an application. */
    readonly given?: { readonly number: string; readonly submittedAt: Date }
  }
): Promise<StatusChange> => {
  const application = await lockApplication(tx, input.applicationId)
  if (!canMove(application.status, input.to, input.by, input.route))
    return { ok: false, reason: 'status', status: application.status }
  const at = context.clock.now()
  await updateStatus(tx, application.id, input.to, at, input.given)
  await recordEvent(tx, context, {
    actor: input.actor,
    subjectId: application.id,
    kind: `status-${input.to}`,
    details: { from: application.status, ...input.details }
  })
  return { ok: true, application: { ...application, ...input.given, status: input.to, statusSince: at } }
}
