import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CancellationPage } from '../../views/committee/cancellation-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { cancelMeeting, type MeetingCancellation } from './cancel-meeting.ts'
import { endOf, endWords, type Meeting, type MeetingEnd, meetingName } from './meeting.ts'
import { answerMeeting, getMeeting, wayToMeetings } from './meeting-answer.ts'
import { cancellationForm } from './meeting-form.ts'
import type { MeetingSources } from './meeting-sources.ts'

type Params = { Params: { id: string } }

const ended = (end: MeetingEnd): string =>
  end === 'cancelled' ? 'この会議は、すでに取りやめになっています。' : `${endWords.closed}取りやめられません。`

const said = ({ moved, waiting, mailed }: Extract<MeetingCancellation, { ok: true }>): string =>
  [
    '会議を取りやめました。',
    moved === null ? '' : `案件${moved.cases}件は、${meetingName(moved.to)}の議題になりました。`,
    waiting === 0 ? '' : `案件${waiting}件は、次の会議の議題にしてください。`,
    mailed === 0 ? '' : `委員${mailed}人にメールで知らせました。`
  ].join('')

/** Calling a meeting off, with a reason. */
export const cancellationRoutes = async (
  app: FastifyInstance,
  { context, sources }: { readonly context: Context; readonly sources: MeetingSources }
) => {
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    meeting: Meeting,
    { reason, problem }: { readonly reason: string; readonly problem: string | null }
  ) => {
    const breadcrumb = [...wayToMeetings(request), { href: paths.meeting(meeting.id), label: meetingName(meeting) }]
    const frame = request.frame({ title: '会議の取りやめ', breadcrumb, hasErrors: problem !== null })
    return sendPage(reply, CancellationPage({ frame, meeting, reason, problem }), problem === null ? 200 : 422)
  }

  const refuse = (request: FastifyRequest, reply: FastifyReply, id: string, end: MeetingEnd) =>
    answerMeeting({ context, sources }, request, reply, id, { status: 409, refusal: ended(end) })

  app.get<Params>(paths.meetingCancellation(':id'), async (request, reply) => {
    const meeting = await getMeeting(context, request.params.id)
    const end = endOf(meeting)
    if (end !== null) return refuse(request, reply, meeting.id, end)
    return answer(request, reply, meeting, { reason: '', problem: null })
  })

  app.post<Params>(paths.meetingCancellation(':id'), async (request, reply) => {
    const meeting = await getMeeting(context, request.params.id)
    const form = parseForm(cancellationForm, request.body)
    if (!form.ok) {
      const problem = form.problems[0]?.message ?? ''
      return answer(request, reply, meeting, { reason: textOf(form.values, 'reason'), problem })
    }
    const actor = actorOf(viewerOf(request))
    const result = await cancelMeeting(context, { ...form.value, meetingId: meeting.id, actor })
    if (result.ok) return reply.setFlash(said(result)).redirect(paths.meeting(meeting.id), 303)
    if (result.reason === 'absent') throw new NotFoundError(`meeting ${meeting.id}`)
    return refuse(request, reply, meeting.id, result.reason)
  })
}
