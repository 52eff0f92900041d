import type { FastifyInstance } from 'fastify'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { answerOwnCertification, ownCertification } from './own-certification-answer.ts'
import { answerForm } from './proceeding-form.ts'
import { findProceeding } from './proceeding-store.ts'
import { recordAnswer } from './record-answer.ts'
import type { ProceedingState } from './revocation.ts'

type Params = { readonly id: string; readonly proceedingId: string }

const refusals: Readonly<Record<ProceedingState, string>> = {
  waiting: '意見を受け付けられませんでした。',
  answered: 'ご意見は、すでに受け付けています。書き足したいことがあるときは、事務局へお知らせください。',
  unanswered: '回答の期限を過ぎたため、この画面からは受け付けられません。事務局へお知らせください。',
  revoked: 'この手続は終わりました。',
  dismissed: 'この手続は終わりました。'
}

/** A company's own certification, and what it says to a revocation. */
export const ownCertificationRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  app.get<{ Params: Params }>(paths.ownCertification(':id'), async (request, reply) =>
    answerOwnCertification(context, request, reply, await ownCertification(context, request, request.params.id))
  )

  app.post<{ Params: Params }>(paths.ownAnswer(':id', ':proceedingId'), async (request, reply) => {
    const { id, proceedingId } = request.params
    const record = await ownCertification(context, request, id)
    const proceeding = isUuid(proceedingId) ? await findProceeding(context.db, id, proceedingId) : null
    if (proceeding === null) throw new NotFoundError(`proceeding ${proceedingId}`)
    const form = parseForm(answerForm, request.body)
    if (!form.ok) {
      const answer = { value: textOf(form.values, 'answer'), error: form.problems[0]?.message }
      return answerOwnCertification(context, request, reply, record, { status: 422, answer })
    }
    const text = form.value.answer
    const actor = actorOf(viewerOf(request))
    const result = await recordAnswer(context, { certificationId: id, proceedingId, text, channel: 'portal', actor })
    if (result.ok)
      return reply
        .setFlash('ご意見を送りました。控えをメールでお送りします。')
        .redirect(paths.ownCertification(id), 303)
    const refusal = `${refusals[result.state]}送られなかったご意見：${text}`
    const now = await ownCertification(context, request, id)
    return answerOwnCertification(context, request, reply, now, { status: 409, refusal })
  })
}
