import type { FastifyInstance } from 'fastify'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { submissionsOf } from '../applications/application-store.ts'
import { sendAttachment } from '../applications/send-attachment.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { parseForm } from '../platform/form.ts'
import { giveOpinion } from './give-opinion.ts'
import { answerMeetingCase, getMeetingCase } from './meeting-case-answer.ts'
import { opinionForm } from './opinion-form.ts'

type Params = { Params: { id: string; applicationId: string } }

const refusals = {
  closed: '会議が終了したため、意見を入力したり変更したりできません。',
  cancelled: '会議が取りやめになったため、意見を入力したり変更したりできません。',
  'not-awaiting': 'この案件は、いま委員会待ちではないため、意見を入力できません。'
} as const

/** The committee's paper on a case, its files, and the opinions of the members. */
export const meetingCaseRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  app.get<Params>(paths.meetingCase(':id', ':applicationId'), async (request, reply) => {
    const { id, applicationId } = request.params
    return answerMeetingCase(context, request, reply, await getMeetingCase(context, id, applicationId))
  })

  app.post<Params>(paths.opinion(':id', ':applicationId'), async (request, reply) => {
    const { id, applicationId } = request.params
    const found = await getMeetingCase(context, id, applicationId)
    const form = parseForm(opinionForm, request.body)
    if (!form.ok) return answerMeetingCase(context, request, reply, found, { ...form, status: 422 })
    const member = actorOf(viewerOf(request))
    const result = await giveOpinion(context, { ...form.value, meetingId: id, applicationId, member })
    if (result.ok)
      return reply
        .setFlash('意見を保存しました。会議が終わるまで変更できます。')
        .redirect(paths.meetingCase(id, applicationId), 303)
    if (result.reason === 'absent') throw new NotFoundError(`case ${applicationId} at meeting ${id}`)
    const now = await getMeetingCase(context, id, applicationId)
    return answerMeetingCase(context, request, reply, now, {
      status: 409,
      refusal: refusals[result.reason],
      typed: form.value.comment
    })
  })

  app.get<{ Params: { id: string; applicationId: string; attachmentId: string } }>(
    paths.meetingAttachment(':id', ':applicationId', ':attachmentId'),
    async (request, reply) => {
      const { id, applicationId, attachmentId } = request.params
      await getMeetingCase(context, id, applicationId)
      const latest = (await submissionsOf(context.db, applicationId)).at(-1)
      const attachment = latest?.content.attachments.find((candidate) => candidate.id === attachmentId)
      if (attachment === undefined) throw new NotFoundError(`attachment ${attachmentId}`)
      return sendAttachment(reply, context, attachment, 'others')
    }
  )
}
