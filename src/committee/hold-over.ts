import { lockApplication } from '../applications/application-store.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { Meeting } from './meeting.ts'
import type { Official } from './official.ts'
import { addToNextMeeting } from './put-on-agenda.ts'

/** What became of a case that a meeting did not hear, and the meeting on whose agenda it stands now, if that was clear. */
export type HeldOver =
  | { readonly outcome: 'held_over'; readonly next: Meeting | null }
  | { readonly outcome: 'dropped' }

/**
 * Holds a case over as part of the caller's transaction, in which the meeting has ended already. The case stays awaiting;
 * it stands on the next agenda at once where it is clear which one that is. One that no longer awaits is dropped.
 */
export const holdOver = async (
  {
    tx,
    context,
    meeting,
    actor
  }: {
    readonly tx: Database
    readonly context: Pick<Context, 'clock' | 'ids'>
    readonly meeting: Meeting
    readonly actor: Official
  },
  applicationId: string,
  details: Readonly<Record<string, unknown>>
): Promise<HeldOver> => {
  const { status } = await lockApplication(tx, applicationId)
  if (status !== 'awaiting_committee') return { outcome: 'dropped' }
  const { id: meetingId, number, heldOn } = meeting
  await recordEvent(tx, context, {
    actor,
    subjectId: applicationId,
    kind: 'held-over',
    details: { meetingId, number, heldOn, ...details }
  })
  return { outcome: 'held_over', next: await addToNextMeeting(tx, context, applicationId, actor) }
}
