import type { FastifyReply, FastifyRequest } from 'fastify'
import { type CaseOpinions, MeetingCasePage } from '../../views/committee/meeting-case-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { FieldProblem, FormValues } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { readCase } from '../screening/read-case.ts'
import { showHolds } from '../screening/show-holds.ts'
import type { AgendaItem } from './agenda.ts'
import { agendaOf, findAgendaItem } from './agenda-store.ts'
import { endedAt, isOpen, type Meeting, meetingName } from './meeting.ts'
import { getMeeting, wayToMeetings } from './meeting-answer.ts'
import { onPapersOf } from './meeting-case.ts'
import { currentMembers, memberIdsAt } from './member-store.ts'
import { latestOpinions, mayGive, readableOpinions, summarise } from './opinion.ts'
import { commentLimit } from './opinion-form.ts'
import { opinionsOnItem } from './opinion-store.ts'
import { readChanges } from './read-changes.ts'

/** Why the page of a case comes back. */
type Refused =
  | { readonly status: 422; readonly problems: readonly FieldProblem[]; readonly values: FormValues }
  | { readonly status: 409; readonly refusal: string; readonly typed: string }

/**
 * A meeting and a case on its agenda by the ids in a URL.
 * @throws NotFoundError when there is no such meeting, or the case is not on the agenda of this one
 */
export const getMeetingCase = async (context: Context, meetingId: string, applicationId: string) => {
  const meeting = await getMeeting(context, meetingId)
  const item = isUuid(applicationId) ? await findAgendaItem(context.db, meeting.id, applicationId) : null
  if (item === null) throw new NotFoundError(`case ${applicationId} at meeting ${meetingId}`)
  return { meeting, item }
}

type Found = { readonly meeting: Meeting; readonly item: AgendaItem }

const opinionsFor = async (
  { db, clock }: Context,
  viewer: Viewer,
  { meeting, item }: Found,
  refused: Refused | null
): Promise<CaseOpinions> => {
  const all = await opinionsOnItem(db, item.id)
  const members = await memberIdsAt(db, endedAt(meeting) ?? clock.now())
  const isSecretariat = viewer.role === 'secretariat'
  const own = latestOpinions(all).find(({ memberId }) => memberId === viewer.userId) ?? null
  const counting = onPapersOf(all, item)
  const spoke = new Set(counting.map(({ memberId }) => memberId))
  const silent = isSecretariat && isOpen(meeting) ? await currentMembers(db) : []
  const stored = own === null ? {} : { opinion: own.opinion, comment: own.comment }
  return {
    opinions: readableOpinions(all, viewer, meeting),
    summary: isSecretariat || meeting.closedAt !== null ? summarise(counting, members) : null,
    silent: silent.filter(({ id }) => !spoke.has(id)).map(({ name }) => name),
    form:
      viewer.role === 'committee' && mayGive(meeting, item.status).ok
        ? {
            values: refused?.status === 422 ? refused.values : stored,
            problems: refused?.status === 422 ? refused.problems : [],
            own,
            commentLimit
          }
        : null
  }
}

/** Answers with the committee's paper on a case, and with what was refused. */
export const answerMeetingCase = async (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  found: Found,
  refused: Refused | null = null
): Promise<FastifyReply> => {
  const { meeting, item } = found
  const agenda = await agendaOf(context.db, meeting.id)
  const place = agenda.findIndex(({ id }) => id === item.id)
  const file = await showHolds(context, await readCase(context.db, item.applicationId))
  const page = MeetingCasePage({
    frame: request.frame({
      title: item.companyName,
      breadcrumb: [...wayToMeetings(request), { href: paths.meeting(meeting.id), label: meetingName(meeting) }],
      showHeading: false,
      wide: true,
      hasErrors: refused !== null
    }),
    meeting,
    item,
    file,
    changes: await readChanges(context.db, context.scheme, file),
    opinions: await opinionsFor(context, viewerOf(request), found, refused),
    next: agenda[place + 1] ?? null,
    refused: refused?.status === 409 ? refused : null
  })
  return sendPage(reply, page, refused?.status ?? 200)
}
