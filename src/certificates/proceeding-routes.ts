import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  NotedAnswerPage,
  ProceedingDecisionPage,
  ProceedingOpeningPage
} from '../../views/certificates/proceeding-forms.tsx'
import { formatDate } from '../../views/format.ts'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, type FormValues, formValues, parseForm, textOf } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { answerCertification, certificationBreadcrumb, certificationIn } from './certification-answer.ts'
import { decideProceeding } from './decide-proceeding.ts'
import type { HeldCertification } from './hold-certification.ts'
import { openProceeding } from './open-proceeding.ts'
import { notedAnswerForm, openingForm, proceedingDecisionForm } from './proceeding-form.ts'
import { findProceeding } from './proceeding-store.ts'
import { recordAnswer } from './record-answer.ts'
import { answerDays, canAnswer, openingProblem, type Proceeding, proceedingState } from './revocation.ts'

type Params = { readonly id: string; readonly proceedingId: string }
type Filled = { readonly values?: FormValues; readonly problems?: readonly FieldProblem[] }
type About = HeldCertification & { readonly asked: Proceeding }

const refusals = {
  'not-standing': 'この認定は、すでに終わったか、終わる日が決まっているため、取り消せません。',
  'under-way': 'この認定の取消しの手続は、すでに始まっています。',
  'not-heard': '事業者の回答を待っています。回答があるか期限を過ぎるまで、取消しは決定できません。',
  answered: '回答は、すでに記録されています。',
  decided: 'この手続は、すでに決定されています。'
} as const

/** The way to a revocation, as the secretariat goes it: the notice, an answer that came by phone or letter, the decision. */
export const proceedingRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock, scheme } = context

  const refuse = async (request: FastifyRequest, reply: FastifyReply, id: string, why: string, typed = '') =>
    answerCertification(
      context,
      request,
      reply,
      await certificationIn(context, id),
      typed === '' ? why : `${why}保存していない入力：${typed}`
    )

  const about = async ({ id, proceedingId }: Params): Promise<About> => {
    const held = await certificationIn(context, id)
    const asked = isUuid(proceedingId) ? await findProceeding(db, id, proceedingId) : null
    if (asked === null) throw new NotFoundError(`proceeding ${proceedingId}`)
    return { ...held, asked }
  }

  const formProps = (request: FastifyRequest, held: HeldCertification, title: string, filled: Filled) => {
    const { values = {}, problems = [] } = filled
    const names = ['grounds', 'answerBy', 'channel', 'answer', 'outcome', 'reason', 'confirmed']
    return {
      frame: request.frame({ title, breadcrumb: certificationBreadcrumb(held), hasErrors: problems.length > 0 }),
      certificationId: held.record.id,
      values: Object.fromEntries(names.map((name) => [name, textOf(values, name)])),
      problems: Object.fromEntries(problems.map(({ field, message }) => [field, message]))
    }
  }

  const statusOf = ({ problems = [] }: Filled): number => (problems.length > 0 ? 422 : 200)

  const openingPage = (request: FastifyRequest, reply: FastifyReply, held: HeldCertification, filled: Filled) => {
    const days = answerDays(scheme, today(clock))
    const values = filled.values ?? { answerBy: days.first }
    const props = formProps(request, held, '認定の取消しの手続', { ...filled, values })
    return sendPage(reply, ProceedingOpeningPage({ ...props, days }), statusOf(filled))
  }

  const answerPage = (request: FastifyRequest, reply: FastifyReply, held: About, filled: Filled) => {
    const props = formProps(request, held, '回答の記録', filled)
    return sendPage(reply, NotedAnswerPage({ ...props, proceeding: held.asked }), statusOf(filled))
  }

  const decisionPage = (request: FastifyRequest, reply: FastifyReply, held: About, filled: Filled) => {
    const on = today(clock)
    const isHeard = proceedingState(held.asked, on) !== 'waiting'
    const props = formProps(request, held, '取消しの決定', filled)
    return sendPage(reply, ProceedingDecisionPage({ ...props, proceeding: held.asked, on, isHeard }), statusOf(filled))
  }

  app.get<{ Params: Params }>(paths.proceedings(':id'), async (request, reply) => {
    const held = await certificationIn(context, request.params.id)
    const problem = openingProblem(held.record, held.proceeding !== null, today(clock))
    if (problem !== null) return refuse(request, reply, held.record.id, refusals[problem])
    return openingPage(request, reply, held, {})
  })

  app.post<{ Params: Params }>(paths.proceedings(':id'), async (request, reply) => {
    const held = await certificationIn(context, request.params.id)
    const { id } = held.record
    const form = parseForm(openingForm, request.body)
    if (!form.ok) return openingPage(request, reply, held, form)
    const actor = actorOf(viewerOf(request))
    const result = await openProceeding(context, { certificationId: id, ...form.value, actor })
    if (result.ok)
      return reply.setFlash('取消しの手続を始め、事業者に通知しました。').redirect(paths.certification(id), 303)
    if (result.reason !== 'day') return refuse(request, reply, id, refusals[result.reason], form.value.grounds)
    const { first, last } = result.days
    const message = `回答の期限は、${formatDate(first)}から${formatDate(last)}までの日にしてください`
    const values = formValues(request.body)
    return openingPage(request, reply, held, { values, problems: [{ field: 'answerBy', message }] })
  })

  app.get<{ Params: Params }>(paths.proceedingAnswer(':id', ':proceedingId'), async (request, reply) => {
    const held = await about(request.params)
    if (canAnswer(held.asked, 'secretariat', today(clock))) return answerPage(request, reply, held, {})
    const why = held.asked.decision === null ? refusals.answered : refusals.decided
    return refuse(request, reply, held.record.id, why)
  })

  app.post<{ Params: Params }>(paths.proceedingAnswer(':id', ':proceedingId'), async (request, reply) => {
    const held = await about(request.params)
    const { id, proceedingId } = request.params
    const form = parseForm(notedAnswerForm, request.body)
    if (!form.ok) return answerPage(request, reply, held, form)
    const { channel, answer: text } = form.value
    const actor = actorOf(viewerOf(request))
    const result = await recordAnswer(context, { certificationId: id, proceedingId, text, channel, actor })
    if (result.ok)
      return reply.setFlash('回答を記録し、事業者に控えを送りました。').redirect(paths.certification(id), 303)
    return refuse(request, reply, id, result.state === 'answered' ? refusals.answered : refusals.decided, text)
  })

  app.get<{ Params: Params }>(paths.proceedingDecision(':id', ':proceedingId'), async (request, reply) => {
    const held = await about(request.params)
    if (held.asked.decision === null) return decisionPage(request, reply, held, {})
    return refuse(request, reply, held.record.id, refusals.decided)
  })

  app.post<{ Params: Params }>(paths.proceedingDecision(':id', ':proceedingId'), async (request, reply) => {
    const held = await about(request.params)
    const { id, proceedingId } = request.params
    const form = parseForm(proceedingDecisionForm, request.body)
    if (!form.ok) return decisionPage(request, reply, held, form)
    const { outcome, reason } = form.value
    const actor = actorOf(viewerOf(request))
    const result = await decideProceeding(context, { certificationId: id, proceedingId, outcome, reason, actor })
    const done = { revoked: '認定を取り消し', dismissed: '取り消さないことにし' }[outcome]
    if (result.ok) return reply.setFlash(`${done}、事業者に知らせました。`).redirect(paths.certification(id), 303)
    if (result.reason === 'decided' && result.outcome === outcome) return reply.redirect(paths.certification(id), 303)
    return refuse(request, reply, id, refusals[result.reason], reason)
  })
}
