import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ClosurePage, type ClosureState } from '../../views/committee/closure-page.tsx'
import { formatDate } from '../../views/format.ts'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { BadRequestError, NotFoundError } from '../platform/errors.ts'
import { parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { closeMeeting } from './close-meeting.ts'
import { canBeClosed, endOf, endWords, type Meeting, meetingName } from './meeting.ts'
import { answerMeeting, getMeeting, wayToMeetings } from './meeting-answer.ts'
import { closureForm } from './meeting-form.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { currentMembers } from './member-store.ts'
import { readMeetingCases } from './read-meeting.ts'
import { readReport } from './read-report.ts'

type Params = { Params: { id: string } }

const changed =
  'この画面を開いたあとに、議題か案件の状態が変わりました。いまの内容を確かめて、もう一度「会議を終了する」を押してください。'

const calledOff = `${endWords.cancelled}終了の手続きはできません。`

const untouched: ClosureState = { holdOver: [], confirmed: false, attended: [], nobodyCame: false, missing: null }

const tooEarly = ({ heldOn }: Meeting): string =>
  `会議の日（${formatDate(heldOn)}）になるまでは、終了できません。日にちが変わったときは、先に日にちを変更してください。`

const missingIn = (reason: string): ClosureState['missing'] =>
  reason === 'unconfirmed' || reason === 'no-attendance' ? reason : null

/** Closing a meeting, once. */
export const closureRoutes = async (
  app: FastifyInstance,
  { context, sources }: { readonly context: Context; readonly sources: MeetingSources }
) => {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    meeting: Meeting,
    { status, state, refusal }: { status: number; state: ClosureState; refusal: string | null }
  ) => {
    const breadcrumb = [...wayToMeetings(request), { href: paths.meeting(meeting.id), label: meetingName(meeting) }]
    const frame = request.frame({ title: '会議の終了', breadcrumb, wide: true, hasErrors: status !== 200 })
    const items = await readMeetingCases(context.db, meeting, viewerOf(request), context.clock.now())
    const report = await readReport(context.db, meeting)
    const members = await currentMembers(context.db)
    return sendPage(reply, ClosurePage({ frame, meeting, items, report, members, state, refusal }), status)
  }

  app.get<Params>(paths.meetingClosure(':id'), async (request, reply) => {
    const meeting = await getMeeting(context, request.params.id)
    const end = endOf(meeting)
    if (end === 'closed') return reply.redirect(paths.meeting(meeting.id), 303)
    if (end === 'cancelled')
      return answerMeeting({ context, sources }, request, reply, meeting.id, { status: 409, refusal: calledOff })
    if (!canBeClosed(meeting, today(context.clock)))
      return answerMeeting({ context, sources }, request, reply, meeting.id, {
        status: 409,
        refusal: tooEarly(meeting)
      })
    return answer(request, reply, meeting, { status: 200, state: untouched, refusal: null })
  })

  app.post<Params>(paths.meetingClosure(':id'), async (request, reply) => {
    const meeting = await getMeeting(context, request.params.id)
    const form = parseForm(closureForm, request.body)
    if (!form.ok) throw new BadRequestError('not what the closure page sends')
    const actor = actorOf(viewerOf(request))
    const result = await closeMeeting(context, { ...form.value, meetingId: meeting.id, actor })
    if (result.ok || result.reason === 'closed')
      return reply.setFlash(`${meetingName(meeting)}は終了しました。`).redirect(paths.meeting(meeting.id), 303)
    const state = { ...form.value, missing: missingIn(result.reason) }
    switch (result.reason) {
      case 'absent':
        throw new NotFoundError(`meeting ${meeting.id}`)
      case 'cancelled':
        return answerMeeting({ context, sources }, request, reply, meeting.id, { status: 409, refusal: calledOff })
      case 'too-early':
        return answerMeeting({ context, sources }, request, reply, meeting.id, {
          status: 409,
          refusal: tooEarly(meeting)
        })
      case 'agenda-changed':
        return answer(request, reply, meeting, { status: 409, state, refusal: changed })
      case 'unconfirmed':
      case 'no-attendance':
        return answer(request, reply, meeting, { status: 422, state, refusal: null })
    }
  })
}
