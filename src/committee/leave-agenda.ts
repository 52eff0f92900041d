import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { deleteAgendaItem, findAgendaItem, findOpenMeetingOf } from './agenda-store.ts'
import { isOpen } from './meeting.ts'
import { lockMeeting } from './meeting-store.ts'
import { opinionsOnItem } from './opinion-store.ts'

/**
 * Holds the open meeting on whose agenda a case stands, as part of the caller's transaction, so that no opinion comes in
 * while the case is taken back. What is returned then takes the case off the agenda, unless a member has spoken: the
 * opinion stays on record with its case, and no longer counts once the case is put before the meeting anew.
 */
export const holdAgenda = async (tx: Database, applicationId: string) => {
  const open = await findOpenMeetingOf(tx, applicationId)
  const meeting = open === null ? null : await lockMeeting(tx, open.meetingId)
  return async (context: Pick<Context, 'clock' | 'ids'>, actor: Actor): Promise<void> => {
    if (meeting === null || !isOpen(meeting)) return
    const item = await findAgendaItem(tx, meeting.id, applicationId)
    if (item === null || (await opinionsOnItem(tx, item.id)).length > 0) return
    await deleteAgendaItem(tx, item.id)
    await recordEvent(tx, context, {
      actor,
      subjectId: applicationId,
      kind: 'agenda-removed',
      details: { meetingId: meeting.id, number: meeting.number, heldOn: meeting.heldOn }
    })
  }
}
