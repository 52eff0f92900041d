import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MeetingsPage } from '../../views/committee/meetings-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, type FormValues, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { addMeeting } from './add-meeting.ts'
import { changeMeeting } from './change-meeting.ts'
import { endWords, inOrder } from './meeting.ts'
import { answerMeeting, getMeeting } from './meeting-answer.ts'
import { meetingChangeForm, meetingForm } from './meeting-form.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { allMeetings, nextMeetingNumber } from './meeting-store.ts'

type Params = { Params: { id: string } }

const past = { field: 'heldOn', message: '日にちには、今日か、これからの日を入力してください' }
/** The meetings: the list, adding one, the page of one, moving it. */
export const meetingRoutes = async (
  app: FastifyInstance,
  { context, sources }: { readonly context: Context; readonly sources: MeetingSources }
) => {
  const answerList = async (
    request: FastifyRequest,
    reply: FastifyReply,
    refused: { readonly problems: readonly FieldProblem[]; readonly values: FormValues; readonly status: number } | null
  ) => {
    const isSecretariat = viewerOf(request).role === 'secretariat'
    const values = refused?.values ?? { number: String(await nextMeetingNumber(context.db)) }
    const page = MeetingsPage({
      frame: request.frame({
        title: '推進委員会',
        breadcrumb: isSecretariat ? [{ href: homes.secretariat, label: '案件' }] : [],
        hasErrors: refused !== null
      }),
      meetings: inOrder(await allMeetings(context.db)),
      today: today(context.clock),
      addition: isSecretariat ? { values, problems: refused?.problems ?? [] } : null
    })
    return sendPage(reply, page, refused?.status)
  }

  app.get(paths.meetings, async (request, reply) => answerList(request, reply, null))

  app.post(paths.meetings, async (request, reply) => {
    const form = parseForm(meetingForm, request.body)
    if (!form.ok) return answerList(request, reply, { ...form, status: 422 })
    const result = await addMeeting(context, { ...form.value, actor: actorOf(viewerOf(request)) })
    if (result.ok) return reply.setFlash('会議を追加しました。').redirect(paths.meeting(result.meetingId), 303)
    const values = { ...form.value, number: String(form.value.number) }
    const taken = { field: 'number', message: `第${values.number}回はすでにあります。別の回数を入力してください` }
    return result.reason === 'past'
      ? answerList(request, reply, { problems: [past], values, status: 422 })
      : answerList(request, reply, { problems: [taken], values, status: 409 })
  })

  app.get<Params>(paths.meeting(':id'), async (request, reply) =>
    answerMeeting({ context, sources }, request, reply, request.params.id)
  )

  app.post<Params>(paths.meeting(':id'), async (request, reply) => {
    const { id } = await getMeeting(context, request.params.id)
    const form = parseForm(meetingChangeForm, request.body)
    if (!form.ok) return answerMeeting({ context, sources }, request, reply, id, { ...form, status: 422 })
    const result = await changeMeeting(context, { ...form.value, meetingId: id, actor: actorOf(viewerOf(request)) })
    if (result.ok) return reply.setFlash('日にちと場所を保存しました。').redirect(paths.meeting(id), 303)
    if (result.reason === 'past')
      return answerMeeting({ context, sources }, request, reply, id, {
        status: 422,
        problems: [past],
        values: form.value
      })
    if (result.reason === 'absent') throw new NotFoundError(`meeting ${id}`)
    const refusal = `${endWords[result.reason]}日にちと場所を変更できません。`
    return answerMeeting({ context, sources }, request, reply, id, { status: 409, refusal })
  })
}
