import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { StatusPage } from '../../views/applications/status-page.tsx'
import { WithdrawalPage } from '../../views/applications/withdrawal-page.tsx'
import { editions } from '../checklist/index.ts'
import { lettersAbout } from '../letters/letter-store.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import { dateOf } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { type FieldProblem, formValues, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { canMove } from './application-status.ts'
import { submissionsOf } from './application-store.ts'
import { companyHistory, statusDates } from './company-history.ts'
import { withdrawalForm } from './confirmation-form.ts'
import { listSentFiles } from './list-sent-files.ts'
import { type OwnApplication, ownApplication } from './own-application.ts'
import { type CorrectionDeps, readCorrection } from './read-correction.ts'
import { stagesOf } from './stages.ts'
import { usualDecisionDate } from './usual-decision-date.ts'
import { withdrawApplication } from './withdraw-application.ts'

type Params = { readonly id: string }

/** What later slices know of an application; they stand to the right, so the composition hands their questions in. */
export type StatusDeps = CorrectionDeps & {
  readonly context: Context
  /** The day of the committee's meeting that hears the case, or null. */
  readonly meetingDateOf: (applicationId: string) => Promise<CalendarDate | null>
}

const breadcrumb = [{ href: paths.company, label: '申請と認定' }]

/** Where an application stands, and taking it back. */
export const statusRoutes = async (app: FastifyInstance, deps: StatusDeps): Promise<void> => {
  const { context, meetingDateOf } = deps

  const statusPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { application }: OwnApplication,
    refusal?: string
  ) => {
    const { id, status, kind, submittedAt } = application
    const history = await historyOf(context.db, id)
    const page = StatusPage({
      frame: request.frame({ title: '申請の状況', breadcrumb, showHeading: false }),
      application,
      edition: editions[application.edition],
      stages: stagesOf({
        status,
        kind,
        submittedOn: submittedAt === null ? null : dateOf(submittedAt),
        enteredOn: statusDates(history),
        meetingOn: await meetingDateOf(id)
      }),
      correction: await readCorrection(context.db, deps, application),
      submissions: await listSentFiles(context, await submissionsOf(context.db, id)),
      history: companyHistory(history),
      letters: await lettersAbout(context.db, id),
      decisionDate: usualDecisionDate(context.scheme, application, context.clock.now()),
      canWithdraw: canMove(status, 'withdrawn', 'company'),
      refusal
    })
    return sendPage(reply, page, refusal === undefined ? 200 : 409)
  }

  app.get<{ Params: Params }>(paths.applicationStatus(':id'), async (request, reply) => {
    const own = await ownApplication(context.db, request, request.params.id)
    const { id, status } = own.application
    return status === 'draft' ? reply.redirect(paths.application(id), 303) : statusPage(request, reply, own)
  })

  const withdrawalPage = (
    request: FastifyRequest,
    reply: FastifyReply,
    { application }: OwnApplication,
    { reason = '', problems = [] }: { readonly reason?: string; readonly problems?: readonly FieldProblem[] }
  ) => {
    const frame = request.frame({
      title: '申請の取下げ',
      hasErrors: problems.length > 0,
      breadcrumb: [...breadcrumb, { href: paths.applicationStatus(application.id), label: '申請の状況' }]
    })
    const page = WithdrawalPage({ frame, application, reason, problems })
    return sendPage(reply, page, problems.length > 0 ? 422 : 200)
  }

  const refusal = 'この申請は、すでに決定したか取り下げられているため、取り下げることができません。'

  app.get<{ Params: Params }>(paths.withdrawal(':id'), async (request, reply) => {
    const own = await ownApplication(context.db, request, request.params.id)
    const isPossible = canMove(own.application.status, 'withdrawn', 'company')
    return isPossible ? withdrawalPage(request, reply, own, {}) : statusPage(request, reply, own, refusal)
  })

  app.post<{ Params: Params }>(paths.withdrawal(':id'), async (request, reply) => {
    const own = await ownApplication(context.db, request, request.params.id)
    const { application, actor } = own
    const form = parseForm(withdrawalForm, request.body)
    if (!form.ok) {
      const { reason } = formValues(request.body)
      return withdrawalPage(request, reply, own, { reason: String(reason ?? ''), problems: form.problems })
    }
    const { reason } = form.value
    const result = await withdrawApplication(context, { applicationId: application.id, actor, reason })
    if (!result.ok && result.status !== 'withdrawn') {
      const now = await ownApplication(context.db, request, application.id)
      return statusPage(request, reply, now, refusal)
    }
    return reply.setFlash('申請を取り下げました。').redirect(paths.applicationStatus(application.id), 303)
  })
}
