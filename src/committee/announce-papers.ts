import type { MadeDocument } from '../documents/document-pdf.ts'
import { paths } from '../paths.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { queueMail } from '../platform/outbox.ts'
import { agendaOf } from './agenda-store.ts'
import { announcementsOf } from './announcement-store.ts'
import { endOf, type Meeting, type MeetingEnd } from './meeting.ts'
import { lockMeeting } from './meeting-store.ts'
import { currentMembers, type Member } from './member-store.ts'
import type { Official } from './official.ts'
import { papersMail } from './papers-mail.ts'
import { readReport } from './read-report.ts'
import { keepPapers } from './save-papers.ts'

export type Announcement =
  | { readonly ok: true; readonly mailed: number }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'no-cases' | 'no-members' | 'announced' }

type Content = {
  readonly meeting: Meeting
  readonly cases: number
  readonly reported: number
  readonly hasPapers: boolean
}

const mailMembers = async (
  tx: Database,
  context: Context,
  members: readonly Member[],
  { hasPapers, ...content }: Content
): Promise<void> => {
  const { id } = content.meeting
  const meetingUrl = `${context.baseUrl}${paths.meeting(id)}`
  const papersUrl = hasPapers ? `${context.baseUrl}${paths.meetingPapers(id)}` : null
  for (const { name, email } of members)
    await queueMail(tx, context, {
      kind: 'papers-ready',
      to: email,
      subjectId: id,
      ...papersMail(context.scheme, { name, ...content, meetingUrl, papersUrl })
    })
}

/**
 * Mails every member that the papers can be read.
 * @param input `after`: how many announcements the page had seen; a second click of the same page mails nobody again;
 * `papers`: as they were made for it, stored with the mails
 */
export const announcePapers = (
  context: Context,
  input: {
    readonly meetingId: string
    readonly after: number
    readonly papers: MadeDocument | null
    readonly actor: Official
  }
): Promise<Announcement> =>
  context.db.transaction(async (tx): Promise<Announcement> => {
    const { papers, actor } = input
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    if ((await announcementsOf(tx, meeting.id)).length !== input.after) return { ok: false, reason: 'announced' }
    const awaiting = (await agendaOf(tx, meeting.id)).filter(({ status }) => status === 'awaiting_committee')
    const reported = (await readReport(tx, meeting)).length
    if (awaiting.length === 0 && reported === 0) return { ok: false, reason: 'no-cases' }
    const members = await currentMembers(tx)
    if (members.length === 0) return { ok: false, reason: 'no-members' }
    if (papers !== null) await keepPapers(tx, context, meeting, { papers, actor })
    await mailMembers(tx, context, members, { meeting, cases: awaiting.length, reported, hasPapers: papers !== null })
    await recordEvent(tx, context, {
      actor,
      subjectId: meeting.id,
      kind: 'papers-announced',
      details: { members: members.length, cases: awaiting.length }
    })
    return { ok: true, mailed: members.length }
  })
