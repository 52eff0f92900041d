import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { deleteAgendaItem, findAgendaItem } from './agenda-store.ts'
import { endOf, type MeetingEnd } from './meeting.ts'
import { lockMeeting } from './meeting-store.ts'
import type { Official } from './official.ts'
import { opinionsOnItem } from './opinion-store.ts'

export type AgendaRemoval =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'has-opinions' }

/** Takes a case off the agenda of an open meeting, as long as nobody gave an opinion on it there. */
export const removeFromAgenda = (
  context: Context,
  input: { readonly meetingId: string; readonly applicationId: string; readonly actor: Official }
): Promise<AgendaRemoval> =>
  context.db.transaction(async (tx): Promise<AgendaRemoval> => {
    const meeting = await lockMeeting(tx, input.meetingId)
    const item = await findAgendaItem(tx, input.meetingId, input.applicationId)
    if (meeting === null || item === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    if ((await opinionsOnItem(tx, item.id)).length > 0) return { ok: false, reason: 'has-opinions' }
    await deleteAgendaItem(tx, item.id)
    await recordEvent(tx, context, {
      actor: input.actor,
      subjectId: input.applicationId,
      kind: 'agenda-removed',
      details: { meetingId: meeting.id, number: meeting.number, heldOn: meeting.heldOn }
    })
    return { ok: true }
  })
