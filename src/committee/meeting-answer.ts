import type { FastifyReply, FastifyRequest } from 'fastify'
import { MeetingPage } from '../../views/committee/meeting-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { FieldProblem, FormValues } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { casesWithoutMeeting } from './agenda-store.ts'
import { announcementsOf } from './announcement-store.ts'
import { attendanceAt } from './attendance-store.ts'
import { notInvited, standingInvitations } from './invitation.ts'
import { invitationsTo } from './invitation-store.ts'
import { type Meeting, meetingName } from './meeting.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { findMeeting } from './meeting-store.ts'
import { currentMembers } from './member-store.ts'
import { findLatestPapers } from './papers-store.ts'
import { readMeetingCases } from './read-meeting.ts'
import { readWholeReport } from './read-report.ts'

/** The way to the committee's pages from the home of the role. */
export const wayToMeetings = (
  request: FastifyRequest
): readonly { readonly href: string; readonly label: string }[] => {
  const meetings = { href: paths.meetings, label: '推進委員会' }
  return viewerOf(request).role === 'secretariat' ? [{ href: homes.secretariat, label: '案件' }, meetings] : [meetings]
}

/**
 * A meeting by the id in a URL.
 * @throws NotFoundError when there is none
 */
export const getMeeting = async (context: Context, id: string) => {
  const meeting = isUuid(id) ? await findMeeting(context.db, id) : null
  if (meeting === null) throw new NotFoundError(`meeting ${id}`)
  return meeting
}

/** Why a page comes back: fields to correct (422), or a step that is not possible any more (409). */
export type Refused =
  | { readonly status: 422; readonly problems: readonly FieldProblem[]; readonly values: FormValues }
  | { readonly status: 409; readonly refusal: string }

const invitationsFor = async ({ db }: Context, meeting: Meeting) => {
  const members = await currentMembers(db)
  const invitations = await invitationsTo(db, meeting.id)
  return {
    members: members.length,
    notInvited: notInvited(members, invitations, meeting).length,
    invitedAt: standingInvitations(invitations, meeting).at(-1)?.at ?? null
  }
}

const deskOf = async (context: Context, meeting: Meeting, problems: readonly FieldProblem[], values: FormValues) => ({
  waiting: await casesWithoutMeeting(context.db),
  announcements: await announcementsOf(context.db, meeting.id),
  ...(await invitationsFor(context, meeting)),
  change: { problems, values },
  history: await historyOf(context.db, meeting.id),
  today: today(context.clock)
})

/** Answers with the page of a meeting, and with what was refused. */
export const answerMeeting = async (
  { context, sources }: { readonly context: Context; readonly sources: MeetingSources },
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  refused: Refused | null = null
): Promise<FastifyReply> => {
  const meeting = await getMeeting(context, id)
  const viewer = viewerOf(request)
  const problems = refused?.status === 422 ? refused.problems : []
  const values = refused?.status === 422 ? refused.values : {}
  const on = today(context.clock)
  const items = await readMeetingCases(context.db, meeting, viewer, context.clock.now())
  const papers = await findLatestPapers(context.db, id)
  const page = MeetingPage({
    frame: request.frame({
      title: meetingName(meeting),
      breadcrumb: wayToMeetings(request),
      showHeading: false,
      wide: true,
      hasErrors: refused !== null
    }),
    meeting,
    items,
    report: await readWholeReport(context, meeting, sources),
    papers,
    papersOutdated: papers !== null && items.some(({ addedAt }) => addedAt > papers.madeAt),
    indicator: { ...context.scheme.indicator, years: await sources.indicatorOn(context.db, on), on },
    today: on,
    present: (await attendanceAt(context.db, meeting.id)).map(({ name }) => name),
    desk: viewer.role === 'secretariat' ? await deskOf(context, meeting, problems, values) : null,
    refusal: refused?.status === 409 ? refused.refusal : null,
    problems
  })
  return sendPage(reply, page, refused?.status ?? 200)
}
