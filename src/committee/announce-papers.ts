import { paths } from '../paths.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import { agendaOf } from './agenda-store.ts'
import { announcementsOf } from './announcement-store.ts'
import { endOf, type MeetingEnd } from './meeting.ts'
import { lockMeeting } from './meeting-store.ts'
import { currentMembers } from './member-store.ts'
import type { Official } from './official.ts'
import { papersMail } from './papers-mail.ts'

export type Announcement =
  | { readonly ok: true; readonly mailed: number }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'no-cases' | 'no-members' | 'announced' }

/**
 * Mails every member that the papers can be read.
 * @param input `after`: how many announcements the page had seen; a second click of the same page mails nobody again
 */
export const announcePapers = (
  context: Context,
  input: { readonly meetingId: string; readonly after: number; readonly actor: Official }
): Promise<Announcement> =>
  context.db.transaction(async (tx): Promise<Announcement> => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    if ((await announcementsOf(tx, meeting.id)).length !== input.after) return { ok: false, reason: 'announced' }
    const awaiting = (await agendaOf(tx, meeting.id)).filter(({ status }) => status === 'awaiting_committee')
    if (awaiting.length === 0) return { ok: false, reason: 'no-cases' }
    const members = await currentMembers(tx)
    if (members.length === 0) return { ok: false, reason: 'no-members' }
    const meetingUrl = `${context.baseUrl}${paths.meeting(meeting.id)}`
    for (const { name, email } of members)
      await queueMail(tx, context, {
        kind: 'papers-ready',
        to: email,
        subjectId: meeting.id,
        ...papersMail(context.scheme, { name, meeting, cases: awaiting.length, meetingUrl })
      })
    await recordEvent(tx, context, {
      actor: input.actor,
      subjectId: meeting.id,
      kind: 'papers-announced',
      details: { members: members.length, cases: awaiting.length }
    })
    return { ok: true, mailed: members.length }
  })
