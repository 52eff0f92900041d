import { paths } from '../paths.ts'
import { recordEvent, systemActor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { claimNotice } from '../platform/notices.ts'
import { queueMail } from '../platform/outbox.ts'
import { agendaOf } from './agenda-store.ts'
import { announcementsOf } from './announcement-store.ts'
import type { Meeting } from './meeting.ts'
import { lockMeeting, openMeetings } from './meeting-store.ts'
import { currentMembers, type Member } from './member-store.ts'
import { opinionsAt } from './opinion-store.ts'
import { reminderMail } from './reminder-mail.ts'
import { isReminderDue, unspokenCases } from './unspoken.ts'

type Owing = { readonly member: Member; readonly cases: number }

/** Members with cases left to speak on; nobody as long as the papers were not announced. */
const membersOwing = async (tx: Database, meetingId: string): Promise<readonly Owing[]> => {
  if ((await announcementsOf(tx, meetingId)).length === 0) return []
  const [items, opinions] = [await agendaOf(tx, meetingId), await opinionsAt(tx, meetingId)]
  return (await currentMembers(tx))
    .map((member) => ({ member, cases: unspokenCases(member.id, items, opinions) }))
    .filter(({ cases }) => cases > 0)
}

const mail = async (tx: Database, context: Context, meeting: Meeting, owing: readonly Owing[]): Promise<void> => {
  const meetingUrl = `${context.baseUrl}${paths.meeting(meeting.id)}`
  for (const { member, cases } of owing)
    await queueMail(tx, context, {
      kind: 'meeting-reminder',
      to: member.email,
      subjectId: meeting.id,
      ...reminderMail(context.scheme, { name: member.name, meeting, cases, meetingUrl })
    })
}

/** What is due is asked again in the transaction: the meeting may have been moved or ended since the list was read. */
const remindOf = (context: Context, meetingId: string): Promise<number> =>
  context.db.transaction(async (tx) => {
    const { clock, scheme } = context
    const meeting = await lockMeeting(tx, meetingId)
    if (meeting === null || !isReminderDue(meeting, today(clock), scheme.meetingReminderDays)) return 0
    const owing = await membersOwing(tx, meetingId)
    if (owing.length === 0) return 0
    const notice = { kind: 'meeting-reminder', subjectId: meetingId, occasion: meeting.heldOn }
    if (!(await claimNotice(tx, context, notice))) return 0
    await mail(tx, context, meeting, owing)
    const details = { members: owing.length }
    await recordEvent(tx, context, { actor: systemActor, subjectId: meetingId, kind: 'members-reminded', details })
    return owing.length
  })

/**
 * Reminds members who have not spoken on every case of a meeting that is near, once for each day that it is set on; after
 * a day of downtime too. Running it again, or twice at the same time, sends nothing twice.
 * @param report told of every failure
 * @returns how many members were reminded
 * @throws when a meeting failed, after all others were seen to, so that the queue tries again
 */
export const remindMembers = async (
  context: Context,
  report: (error: unknown) => void
): Promise<{ readonly reminded: number }> => {
  const { db, clock, scheme } = context
  const near = (await openMeetings(db)).filter((meeting) =>
    isReminderDue(meeting, today(clock), scheme.meetingReminderDays)
  )
  let [reminded, failed] = [0, 0]
  for (const { id } of near)
    try {
      reminded += await remindOf(context, id)
    } catch (error) {
      failed++
      report(error)
    }
  if (failed > 0) throw new Error(`the members could not be reminded of ${failed} of ${near.length} meetings`)
  return { reminded }
}
