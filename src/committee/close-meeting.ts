import { changeStatus } from '../applications/change-status.ts'
import { recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { AgendaItem } from './agenda.ts'
import { agendaOf, setOutcome } from './agenda-store.ts'
import { insertAttendance } from './attendance-store.ts'
import { holdOver } from './hold-over.ts'
import { type AgendaOutcome, type Closing, decideClosing, type Meeting } from './meeting.ts'
import { onPapersOf } from './meeting-case.ts'
import { findMeeting, lockOpenMeetings, markClosed } from './meeting-store.ts'
import { currentMembers } from './member-store.ts'
import type { Official } from './official.ts'
import { givenIn, type OpinionSummary, summarise } from './opinion.ts'
import { opinionsAt } from './opinion-store.ts'
import { reportAt } from './report.ts'
import { insertReported, unreportedRenewals } from './report-store.ts'

export type MeetingClosure =
  | { readonly ok: true; readonly heard: number; readonly heldOver: number; readonly reported: number }
  | { readonly ok: false; readonly reason: 'absent' | Extract<Closing, { ok: false }>['reason'] }

type Summarised = AgendaItem & { readonly summary: OpinionSummary }

const summarisedAgenda = async (
  tx: Database,
  meetingId: string,
  members: readonly string[]
): Promise<readonly Summarised[]> => {
  const opinions = await opinionsAt(tx, meetingId)
  return (await agendaOf(tx, meetingId)).map((item) => ({
    ...item,
    summary: summarise(
      onPapersOf(
        opinions.filter(({ agendaItemId }) => agendaItemId === item.id),
        item
      ),
      members
    )
  }))
}

type Step = { readonly tx: Database; readonly context: Context; readonly meeting: Meeting; readonly actor: Official }

/** The case goes on to the decision; one that was withdrawn at this very moment is dropped instead. */
const hear = async ({ tx, context, meeting, actor }: Step, item: Summarised): Promise<AgendaOutcome> => {
  const { number, heldOn } = meeting
  const change = await changeStatus(tx, context, {
    applicationId: item.applicationId,
    to: 'heard',
    by: 'secretariat',
    actor,
    details: { meetingId: meeting.id, number, heldOn, opinions: item.summary }
  })
  return change.ok ? 'heard' : 'dropped'
}

const settle = async (
  step: Step,
  item: Summarised,
  { heard, heldOver }: Pick<Extract<Closing, { ok: true }>, 'heard' | 'heldOver'>
): Promise<AgendaOutcome> => {
  let outcome: AgendaOutcome = 'dropped'
  if (heard.includes(item.applicationId)) outcome = await hear(step, item)
  else if (heldOver.includes(item.applicationId))
    outcome = (await holdOver(step, item.applicationId, { opinions: item.summary })).outcome
  await setOutcome(step.tx, item.id, outcome)
  return outcome
}

/** What the meeting was told after the fact is fixed with its end, so that no other meeting is told of it again. */
const report = async ({ tx, context, meeting }: Step, open: readonly Meeting[]): Promise<number> => {
  const renewals = reportAt(meeting.id, await unreportedRenewals(tx), open)
  const row = { meetingId: meeting.id, reportedAt: context.clock.now() }
  return insertReported(
    tx,
    renewals.map(({ applicationId }) => ({ ...row, applicationId }))
  )
}

const settleAll = async (
  step: Step,
  items: readonly Summarised[],
  closing: Extract<Closing, { ok: true }>
): Promise<Readonly<Record<'heard' | 'heldOver' | 'dropped', number>>> => {
  const outcomes: AgendaOutcome[] = []
  for (const item of items) outcomes.push(await settle(step, item, closing))
  const count = (wanted: AgendaOutcome): number => outcomes.filter((outcome) => outcome === wanted).length
  return { heard: count('heard'), heldOver: count('held_over'), dropped: count('dropped') }
}

/**
 * Closes a meeting on or after its day, in one transaction: every case of its agenda is heard, held over or dropped, the
 * renewals decided since the last meeting are reported, and who came is noted.
 */
export const closeMeeting = (
  context: Context,
  input: {
    readonly meetingId: string
    readonly shown: readonly string[]
    readonly holdOver: readonly string[]
    readonly confirmed: boolean
    /** The members who came; others than those of today are left out. */
    readonly attended: readonly string[]
    readonly nobodyCame: boolean
    readonly actor: Official
  }
): Promise<MeetingClosure> =>
  context.db.transaction(async (tx): Promise<MeetingClosure> => {
    const { actor } = input
    const open = await lockOpenMeetings(tx)
    const meeting = open.find(({ id }) => id === input.meetingId) ?? (await findMeeting(tx, input.meetingId))
    if (meeting === null) return { ok: false, reason: 'absent' }
    const members = (await currentMembers(tx)).map(({ id }) => id)
    const items = await summarisedAgenda(tx, meeting.id, members)
    const present = members.filter((id) => input.attended.includes(id))
    const cases = items.map((item) => ({ ...item, given: givenIn(item.summary) }))
    const closing = decideClosing(meeting, cases, { ...input, present: present.length }, today(context.clock))
    if (!closing.ok) return closing
    await markClosed(tx, meeting.id, context.clock.now(), actor.id)
    const step = { tx, context, meeting, actor }
    const reported = await report(step, open)
    await insertAttendance(tx, meeting.id, present)
    const settled = await settleAll(step, items, closing)
    const details = { ...settled, reported, present: present.length }
    await recordEvent(tx, context, { actor, subjectId: meeting.id, kind: 'meeting-closed', details })
    return { ok: true, heard: settled.heard, heldOver: settled.heldOver, reported }
  })
