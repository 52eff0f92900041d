import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ConfirmationPage, type ConfirmationState } from '../../views/applications/confirmation-page.tsx'
import { ReceiptPage } from '../../views/applications/receipt-page.tsx'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { formValues, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { withHolds } from '../scanning/find-holds.ts'
import { type Application, applicationTitle } from './application.ts'
import { isEditable } from './application-status.ts'
import { findLatestSubmission } from './application-store.ts'
import { confirmationForm } from './confirmation-form.ts'
import type { Draft } from './draft.ts'
import { readDraft } from './draft-store.ts'
import { listSentFiles } from './list-sent-files.ts'
import { outlookOf } from './outlook.ts'
import { type OwnApplication, ownApplication } from './own-application.ts'
import type { RenewalOutlook } from './renewal-outlook.ts'
import { submitApplication, type TermsOf } from './submit-application.ts'
import { usualDecisionDate } from './usual-decision-date.ts'

type Params = { readonly id: string }

const untouched: ConfirmationState = {
  attestedBy: null,
  attested: false,
  problems: [],
  changed: false,
  refused: false,
  barred: false
}

const breadcrumbOf = (application: Application) => [
  { href: paths.company, label: '申請と認定' },
  { href: paths.application(application.id), label: applicationTitle(application) }
]

const statusOf = ({ problems, changed, refused, barred }: ConfirmationState): number => {
  if (changed || barred) return 409
  return problems.length > 0 || refused ? 422 : 200
}

type Deps = {
  readonly context: Context
  /** What a renewal changes, and what the time means for it; both are known to the right. */
  readonly renewalOf: (draft: Draft) => Promise<RenewalOutlook | null>
  readonly termsOf: TermsOf
}

/** Confirming, submitting and the receipt. */
export const submissionRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  const { context, renewalOf, termsOf } = deps

  const confirmationPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { application }: OwnApplication,
    state: ConfirmationState
  ) => {
    const stored = await readDraft(context.db, application)
    const draft = { ...stored, attachments: await withHolds(context, stored.attachments) }
    const title = draft.round === 1 ? '確認と申請' : '確認と再提出'
    const status = statusOf(state)
    const frame = request.frame({ title, breadcrumb: breadcrumbOf(application), hasErrors: status !== 200 })
    const renewal = await renewalOf(draft)
    const terms = await termsOf(context.db, application)
    return sendPage(reply, ConfirmationPage({ frame, draft, outlook: outlookOf(draft), state, renewal, terms }), status)
  }

  app.get<{ Params: Params }>(paths.confirmation(':id'), async (request, reply) => {
    const own = await ownApplication(context.db, request, request.params.id)
    const { id, status } = own.application
    if (!isEditable(status)) return reply.redirect(paths.applicationStatus(id), 303)
    return confirmationPage(request, reply, own, untouched)
  })

  app.post<{ Params: Params }>(paths.submission(':id'), async (request, reply) => {
    const own = await ownApplication(context.db, request, request.params.id)
    const { application, viewer, actor } = own
    const values = formValues(request.body)
    const typed = { attestedBy: String(values.attestedBy ?? ''), attested: values.attested === 'yes' }
    const form = parseForm(confirmationForm, request.body)
    if (!form.ok && isEditable(application.status))
      return confirmationPage(request, reply, own, { ...untouched, ...typed, problems: form.problems })
    const confirmed = form.ok ? form.value : { attestedBy: '', round: 0, version: 0 }
    const person = { ...actor, email: viewer.email }
    const sent = { applicationId: application.id, actor: person, confirmed }
    const result = await submitApplication(context, sent, termsOf)
    if (result.ok) return reply.redirect(paths.receipt(application.id), 303)
    if (result.reason === 'status') return reply.redirect(paths.applicationStatus(application.id), 303)
    // What was read and attested is not what stands now: the name stays, the tick must be set anew.
    if (result.reason === 'changed')
      return confirmationPage(request, reply, own, { ...untouched, attestedBy: typed.attestedBy, changed: true })
    return confirmationPage(request, reply, own, {
      ...untouched,
      ...typed,
      refused: true,
      barred: result.reason === 'barred'
    })
  })

  app.get<{ Params: Params }>(paths.receipt(':id'), async (request, reply) => {
    const { application } = await ownApplication(context.db, request, request.params.id)
    const latest = await findLatestSubmission(context.db, application.id)
    const [submission] = await listSentFiles(context, latest === null ? [] : [latest])
    if (submission === undefined) return reply.redirect(paths.application(application.id), 303)
    const page = ReceiptPage({
      frame: request.frame({ title: '受付の控え', breadcrumb: breadcrumbOf(application) }),
      application,
      submission,
      committee: context.scheme.committee,
      decisionDate: usualDecisionDate(context.scheme, application, submission.submittedAt),
      note: (await termsOf(context.db, application)).note
    })
    return sendPage(reply, page)
  })
}
