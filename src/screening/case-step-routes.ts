import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HearingPage } from '../../views/screening/hearing-page.tsx'
import { ReasonPage } from '../../views/screening/reason-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { type ApplicationStatus, canMove } from '../applications/application-status.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import type { CaseFile } from './case-file.ts'
import { caseBreadcrumb, caseIn, refuseOnCase, type ScreeningDeps } from './case-screen.ts'
import { hearingForm } from './hearing-form.ts'
import type { Official } from './official.ts'
import { type HoldAgenda, pullBack } from './pull-back.ts'
import { recordHearing } from './record-hearing.ts'
import { refusalWords } from './refusals.ts'
import { canPullBack } from './screening.ts'
import { withdrawCase } from './withdraw-case.ts'
import { caseWithdrawalForm, pullBackForm } from './withdrawal-form.ts'

type CaseRequest = FastifyRequest<{ Params: { id: string } }>

const problemsOf = (problems: readonly { readonly field: string; readonly message: string }[]) =>
  Object.fromEntries(problems.map(({ field, message }) => [field, message]))

type ReasonStep = {
  readonly path: (id: string) => string
  readonly isPossible: (status: ApplicationStatus) => boolean
  readonly form: typeof caseWithdrawalForm
  readonly take: (
    context: Context,
    input: { readonly applicationId: string; readonly reason: string; readonly by: Official }
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'status' }>
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly danger: boolean
  readonly done: string
}

/** The steps on a case that need nothing but their reason. */
const reasonSteps = (holdAgenda: HoldAgenda): readonly ReasonStep[] => [
  {
    path: paths.caseWithdrawal,
    isPossible: (status) => canMove(status, 'withdrawn', 'secretariat'),
    form: caseWithdrawalForm,
    take: withdrawCase,
    title: '申請の取下げを記録',
    lead: '電話や書面で申出があった取下げを記録します。取り下げた申請は元に戻せません。事業者には確認のメールを送ります。',
    label: '申出の内容',
    hint: '誰から、いつ、どのように申出があったかと、理由を書いてください。',
    button: '取下げを記録する',
    danger: true,
    done: '申請の取下げを記録し、事業者に確認のメールを送りました。'
  },
  {
    path: paths.caseAgendaRemoval,
    isPossible: canPullBack,
    form: pullBackForm,
    take: (context, input) => pullBack(context, input, holdAgenda),
    title: '確認に戻す',
    lead: '委員会待ちか決定待ちの案件を確認中に戻します。委員会の議題からは外れます（委員の意見があるときは、記録のため議題に残ります）。判定を直すか補正を依頼して、もう一度委員会に付してください。',
    label: '確認に戻す理由',
    hint: '経過に残ります。事業者には表示しません。',
    button: '確認に戻す',
    danger: false,
    done: '確認に戻しました。'
  }
]

/** What is recorded about a case on a page of its own: hearings, withdrawal, coming back from the committee. */
export const caseStepRoutes = async (
  app: FastifyInstance,
  deps: ScreeningDeps & { readonly holdAgenda: HoldAgenda }
): Promise<void> => {
  const { context } = deps

  const hearingPage = (
    request: CaseRequest,
    reply: FastifyReply,
    file: CaseFile,
    values: Parameters<typeof HearingPage>[0]['values'],
    problems: Readonly<Record<string, string>> = {}
  ) => {
    const hasErrors = Object.keys(problems).length > 0
    const frame = request.frame({ title: 'ヒアリングを記録', breadcrumb: caseBreadcrumb(file), hasErrors })
    const applicationId = file.application.id
    const latest = today(context.clock)
    return sendPage(reply, HearingPage({ frame, applicationId, values, latest, problems }), hasErrors ? 422 : 200)
  }

  app.get(paths.hearings(':id'), async (request: CaseRequest, reply) => {
    const file = await caseIn(deps, request.params.id)
    if (!canMove(file.application.status, 'withdrawn', 'secretariat'))
      return refuseOnCase(request, reply, deps, file, refusalWords.status)
    const { contactName } = file.submission.content.profile
    const values = { heldOn: today(context.clock), channel: '', participants: contactName, note: '' }
    return hearingPage(request, reply, file, values)
  })

  app.post(paths.hearings(':id'), async (request: CaseRequest, reply) => {
    const { id } = request.params
    const file = await caseIn(deps, id)
    const form = parseForm(hearingForm(today(context.clock)), request.body)
    if (!form.ok) {
      const names = ['heldOn', 'channel', 'participants', 'note'] as const
      const [heldOn = '', channel = '', participants = '', note = ''] = names.map((name) => textOf(form.values, name))
      return hearingPage(request, reply, file, { heldOn, channel, participants, note }, problemsOf(form.problems))
    }
    const result = await recordHearing(context, { applicationId: id, ...form.value, by: viewerOf(request) })
    if (result.ok) return reply.setFlash('ヒアリングを記録しました。').redirect(paths.case(id), 303)
    const typed = `保存していない入力：${form.value.note}`
    return refuseOnCase(request, reply, deps, await caseIn(deps, id), refusalWords.status, typed)
  })

  for (const step of reasonSteps(deps.holdAgenda)) {
    const page = (
      request: CaseRequest,
      reply: FastifyReply,
      file: CaseFile,
      reason: string,
      problem: string | null
    ) => {
      const { title, lead, label, hint, button, danger } = step
      const frame = request.frame({ title, breadcrumb: caseBreadcrumb(file), hasErrors: problem !== null })
      const applicationId = file.application.id
      const action = step.path(applicationId)
      return sendPage(
        reply,
        ReasonPage({ frame, applicationId, action, lead, label, hint, button, danger, reason, problem }),
        problem === null ? 200 : 422
      )
    }

    app.get(step.path(':id'), async (request: CaseRequest, reply) => {
      const file = await caseIn(deps, request.params.id)
      return step.isPossible(file.application.status)
        ? page(request, reply, file, '', null)
        : refuseOnCase(request, reply, deps, file, refusalWords.status)
    })

    app.post(step.path(':id'), async (request: CaseRequest, reply) => {
      const { id } = request.params
      const file = await caseIn(deps, id)
      const form = parseForm(step.form, request.body)
      if (!form.ok) return page(request, reply, file, textOf(form.values, 'reason'), form.problems[0]?.message ?? null)
      const { reason } = form.value
      const result = await step.take(context, { applicationId: id, reason, by: viewerOf(request) })
      if (result.ok) return reply.setFlash(step.done).redirect(paths.case(id), 303)
      const typed = `保存していない入力：${reason}`
      return refuseOnCase(request, reply, deps, await caseIn(deps, id), refusalWords.status, typed)
    })
  }
}
