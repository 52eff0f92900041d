import { lockApplication } from '../applications/application-store.ts'
import { recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { casesWithoutMeeting, findOpenMeetingOf, insertAgendaItem, renewAgendaItem } from './agenda-store.ts'
import { endOf, isOpen, isUpcoming, type Meeting, type MeetingEnd } from './meeting.ts'
import { lockMeeting, openMeetings } from './meeting-store.ts'
import type { Official } from './official.ts'

export type AgendaAddition =
  | { readonly ok: true; readonly added: number }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'not-awaiting' }

type Writing = Pick<Context, 'clock' | 'ids'>

/** Puts one case on the agenda unless it awaits no committee or stands on an open agenda; the meeting is locked before. */
const addCase = async (
  tx: Database,
  context: Writing,
  meeting: Meeting,
  applicationId: string,
  actor: Official
): Promise<boolean> => {
  const application = await lockApplication(tx, applicationId)
  if (application.status !== 'awaiting_committee') return false
  if ((await findOpenMeetingOf(tx, applicationId)) !== null) return false
  await insertAgendaItem(tx, {
    id: context.ids(),
    meetingId: meeting.id,
    applicationId,
    addedAt: context.clock.now(),
    addedBy: actor.id
  })
  await tell(tx, context, meeting, applicationId, actor)
  return true
}

const tell = (tx: Database, context: Writing, meeting: Meeting, applicationId: string, actor: Official) =>
  recordEvent(tx, context, {
    actor,
    subjectId: applicationId,
    kind: 'agenda-added',
    details: { meetingId: meeting.id, number: meeting.number, heldOn: meeting.heldOn }
  })

/** A case that was taken back after members had spoken still stands on its agenda: it is put before that meeting anew. */
const renewCase = async (
  tx: Database,
  context: Writing,
  applicationId: string,
  actor: Official
): Promise<Meeting | null> => {
  const standing = await findOpenMeetingOf(tx, applicationId)
  const meeting = standing === null ? null : await lockMeeting(tx, standing.meetingId)
  if (meeting === null || !isOpen(meeting)) return null
  const added = { addedAt: context.clock.now(), addedBy: actor.id }
  await renewAgendaItem(tx, { meetingId: meeting.id, applicationId }, added)
  await tell(tx, context, meeting, applicationId, actor)
  return meeting
}

/**
 * Puts a case on the agenda of an open meeting, or all that wait for one. With all, a case that somebody else placed or
 * took back in the meantime is left out; alone, it is refused.
 */
export const putOnAgenda = (
  context: Context,
  input: {
    readonly meetingId: string
    readonly cases: 'all' | { readonly applicationId: string }
    readonly actor: Official
  }
): Promise<AgendaAddition> =>
  context.db.transaction(async (tx): Promise<AgendaAddition> => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    const waiting = (await casesWithoutMeeting(tx)).map(({ applicationId }) => applicationId)
    const { cases } = input
    const wanted = cases === 'all' ? waiting : waiting.filter((id) => id === cases.applicationId)
    let added = 0
    for (const id of wanted) if (await addCase(tx, context, meeting, id, input.actor)) added++
    return cases !== 'all' && added === 0 ? { ok: false, reason: 'not-awaiting' } : { ok: true, added }
  })

/**
 * Puts a case that has just been sent to the committee on the agenda of the next meeting, as part of the caller's
 * transaction. Only when exactly one meeting is to come: with several, the secretariat chooses. A case that still stands on
 * an open agenda stays there, and what was said on it before counts no longer.
 * @returns the meeting, or null when there was none to choose
 */
export const addToNextMeeting = async (
  tx: Database,
  context: Writing,
  applicationId: string,
  actor: Official
): Promise<Meeting | null> => {
  const renewed = await renewCase(tx, context, applicationId, actor)
  if (renewed !== null) return renewed
  const day = today(context.clock)
  const [only, ...more] = (await openMeetings(tx)).filter((meeting) => isUpcoming(meeting, day))
  if (only === undefined || more.length > 0) return null
  const meeting = await lockMeeting(tx, only.id)
  if (meeting === null || !isUpcoming(meeting, day)) return null
  return (await addCase(tx, context, meeting, applicationId, actor)) ? meeting : null
}
