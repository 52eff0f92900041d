import { recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { endOf, type MeetingEnd } from './meeting.ts'
import { lockMeeting, updateMeeting } from './meeting-store.ts'
import type { Official } from './official.ts'

export type MeetingChange =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'past' }

/** Moves an open meeting to another day or place. The day may stay when it has passed, but not become a past one. */
export const changeMeeting = (
  context: Context,
  input: {
    readonly meetingId: string
    readonly heldOn: CalendarDate
    readonly place: string
    readonly actor: Official
  }
): Promise<MeetingChange> =>
  context.db.transaction(async (tx): Promise<MeetingChange> => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    const { heldOn, place, actor } = input
    if (heldOn !== meeting.heldOn && heldOn < today(context.clock)) return { ok: false, reason: 'past' }
    if (heldOn === meeting.heldOn && place === meeting.place) return { ok: true, changed: false }
    await updateMeeting(tx, meeting.id, { heldOn, place })
    const details = { heldOn, place, before: { heldOn: meeting.heldOn, place: meeting.place } }
    await recordEvent(tx, context, { actor, subjectId: meeting.id, kind: 'meeting-changed', details })
    return { ok: true, changed: true }
  })
