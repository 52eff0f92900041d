import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { mailsOf, queueMail } from '../platform/outbox.ts'
import { agendaOf, setOutcome } from './agenda-store.ts'
import { cancellationMail } from './cancellation-mail.ts'
import { holdOver } from './hold-over.ts'
import { endOf, type Meeting, type MeetingEnd } from './meeting.ts'
import { findMeeting, lockOpenMeetings, markCancelled } from './meeting-store.ts'
import { currentMembers, type Member } from './member-store.ts'
import type { Official } from './official.ts'

export type MeetingCancellation =
  | {
      readonly ok: true
      /** Cases that stand on the agenda of this meeting now. */
      readonly moved: { readonly cases: number; readonly to: Meeting } | null
      /** Cases that wait for somebody to choose a meeting. */
      readonly waiting: number
      readonly mailed: number
    }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd }

type Step = { readonly tx: Database; readonly context: Context; readonly meeting: Meeting; readonly actor: Official }

const giveBackCases = async (step: Step) => {
  const next: (Meeting | null)[] = []
  for (const { id, applicationId } of await agendaOf(step.tx, step.meeting.id)) {
    const held = await holdOver(step, applicationId, { cancelled: true })
    await setOutcome(step.tx, id, held.outcome)
    if (held.outcome === 'held_over') next.push(held.next)
  }
  const to = next.find((meeting) => meeting !== null) ?? null
  const waiting = next.filter((meeting) => meeting === null).length
  return { moved: to === null ? null : { cases: next.length - waiting, to }, waiting }
}

/** Members who were ever mailed about the meeting; others do not expect it. */
const membersWhoKnow = async (tx: Database, meetingId: string): Promise<readonly Member[]> => {
  const told = new Set((await mailsOf(tx, meetingId)).map(({ recipient }) => recipient))
  return (await currentMembers(tx)).filter(({ email }) => told.has(email))
}

const tellMembers = async ({ tx, context, meeting }: Step, reason: string): Promise<number> => {
  const members = await membersWhoKnow(tx, meeting.id)
  for (const { name, email } of members)
    await queueMail(tx, context, {
      kind: 'meeting-cancelled',
      to: email,
      subjectId: meeting.id,
      ...cancellationMail(context.scheme, { name, meeting, reason })
    })
  return members.length
}

/**
 * Calls a meeting off: its cases go back and stand on the next agenda where it is clear which one that is, members who were
 * told of the meeting are told of its end, its number is free again. Opinions stay with the meeting and count nowhere.
 */
export const cancelMeeting = (
  context: Context,
  input: { readonly meetingId: string; readonly reason: string; readonly actor: Official }
): Promise<MeetingCancellation> =>
  context.db.transaction(async (tx): Promise<MeetingCancellation> => {
    const { reason, actor } = input
    const open = await lockOpenMeetings(tx)
    const meeting = open.find(({ id }) => id === input.meetingId) ?? (await findMeeting(tx, input.meetingId))
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    await markCancelled(tx, meeting.id, { at: context.clock.now(), by: actor.id, reason })
    const step = { tx, context, meeting, actor }
    const cases = await giveBackCases(step)
    const mailed = await tellMembers(step, reason)
    const details = { reason, cases: (cases.moved?.cases ?? 0) + cases.waiting, members: mailed }
    await recordEvent(tx, context, { actor, subjectId: meeting.id, kind: 'meeting-cancelled', details })
    return { ok: true, ...cases, mailed }
  })
