import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SurrenderCheckPage, SurrenderPage } from '../../views/certificates/surrender-page.tsx'
import { formatDate } from '../../views/format.ts'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { type HeldCertification, readCertification } from './hold-certification.ts'
import { answerOwnCertification, ownBreadcrumb, ownCertification } from './own-certification-answer.ts'
import { recordSurrender } from './record-surrender.ts'
import { isWithin, type SurrenderDays, surrenderDays } from './surrender.ts'
import { surrenderForm } from './surrender-form.ts'

type Params = { readonly id: string }

type Filled = { readonly values: { readonly reason: string; readonly on: string } }
type Shown = Filled & { readonly problems?: Readonly<Record<string, string>>; readonly isCheck?: boolean }

const refusal = 'この認定は、すでに終わったか、終わる日が決まっているため、辞退できません。'

const dayProblem = ({ first, last }: SurrenderDays): string =>
  first === last
    ? `辞退の効力が生じる日は、今日（${formatDate(first)}）にしてください`
    : `辞退の効力が生じる日は、${formatDate(first)}から${formatDate(last)}までの日にしてください`

/** A company gives its certification back: what it means, a last look, and done. */
export const surrenderRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock, scheme } = context

  const readCertificationOf = async (request: FastifyRequest, id: string): Promise<HeldCertification> =>
    readCertification(db, (await ownCertification(context, request, id)).id)

  const refuse = async (request: FastifyRequest, reply: FastifyReply, id: string) =>
    answerOwnCertification(context, request, reply, await ownCertification(context, request, id), {
      status: 409,
      refusal
    })

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    { record, renewal, proceeding }: HeldCertification,
    days: SurrenderDays,
    { values, problems = {}, isCheck = false }: Shown
  ) => {
    const hasErrors = Object.keys(problems).length > 0
    const certification = { href: paths.ownCertification(record.id), label: `認定番号 第${record.number}号` }
    const breadcrumb = [...ownBreadcrumb, certification]
    const frame = request.frame({ title: isCheck ? '辞退の確認' : '認定の辞退', breadcrumb, hasErrors })
    const subject = {
      certificationId: record.id,
      number: record.number,
      companyName: record.companyName,
      honour: scheme.honour,
      days,
      renewal: renewal === null ? null : (renewal.number ?? ''),
      isRevocationOpen: proceeding !== null
    }
    const page = isCheck ? SurrenderCheckPage : SurrenderPage
    return sendPage(reply, page({ frame, subject, values, problems }), hasErrors ? 422 : 200)
  }

  app.get<{ Params: Params }>(paths.surrender(':id'), async (request, reply) => {
    const held = await readCertificationOf(request, request.params.id)
    const days = surrenderDays(held.record, held.proceeding !== null, today(clock))
    if (days === null) return refuse(request, reply, held.record.id)
    return show(request, reply, held, days, { values: { reason: '', on: days.first } })
  })

  app.post<{ Params: Params }>(paths.surrender(':id'), async (request, reply) => {
    const held = await readCertificationOf(request, request.params.id)
    const { id } = held.record
    const days = surrenderDays(held.record, held.proceeding !== null, today(clock))
    if (days === null) return refuse(request, reply, id)
    const form = parseForm(surrenderForm, request.body)
    if (!form.ok) {
      const values = { reason: textOf(form.values, 'reason'), on: textOf(form.values, 'on') }
      const problems = Object.fromEntries(form.problems.map(({ field, message }) => [field, message]))
      const isCheck = Object.keys(problems).join() === 'confirmed' && isWithin(days, values.on)
      return show(request, reply, held, days, { values, problems, isCheck })
    }
    const { step, reason, on } = form.value
    const values = { reason, on }
    if (step === 'edit') return show(request, reply, held, days, { values })
    if (!isWithin(days, on)) return show(request, reply, held, days, { values, problems: { on: dayProblem(days) } })
    if (step === 'check') return show(request, reply, held, days, { values, isCheck: true })
    const actor = actorOf(viewerOf(request))
    const result = await recordSurrender(context, { certificationId: id, on, reason, actor })
    if (result.ok) return reply.setFlash('認定の辞退を受け付けました。').redirect(paths.ownCertification(id), 303)
    if (result.reason === 'not-standing') return refuse(request, reply, id)
    return show(request, reply, held, result.days, { values, problems: { on: dayProblem(result.days) } })
  })
}
