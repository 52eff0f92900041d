import { recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { insertMeeting } from './meeting-store.ts'
import type { Official } from './official.ts'

export type NewMeeting = { readonly number: number; readonly heldOn: CalendarDate; readonly place: string }

export type MeetingAddition =
  | { readonly ok: true; readonly meetingId: string }
  | { readonly ok: false; readonly reason: 'number-taken' | 'past' }

/** Calls a meeting for today or a later day. Each number is given once. */
export const addMeeting = (
  context: Context,
  { number, heldOn, place, actor }: NewMeeting & { readonly actor: Official }
): Promise<MeetingAddition> =>
  context.db.transaction(async (tx): Promise<MeetingAddition> => {
    if (heldOn < today(context.clock)) return { ok: false, reason: 'past' }
    const meetingId = context.ids()
    const row = { id: meetingId, number, heldOn, place, createdAt: context.clock.now(), createdBy: actor.id }
    if (!(await insertMeeting(tx, row))) return { ok: false, reason: 'number-taken' }
    await recordEvent(tx, context, {
      actor,
      subjectId: meetingId,
      kind: 'meeting-called',
      details: { number, heldOn, place }
    })
    return { ok: true, meetingId }
  })
