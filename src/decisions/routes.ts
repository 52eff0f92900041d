import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DecisionCheckPage } from '../../views/decisions/decision-check-page.tsx'
import { DecisionPage } from '../../views/decisions/decision-page.tsx'
import { DecisionPendingPage } from '../../views/decisions/decision-pending-page.tsx'
import { DecisionResultPage } from '../../views/decisions/decision-result-page.tsx'
import { RenewalDecisionPage } from '../../views/decisions/renewal-decision-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import type { Application } from '../applications/application.ts'
import { findApplication } from '../applications/application-store.ts'
import { findCertificateFor } from '../certificates/certificate-store.ts'
import { opinionsOn } from '../committee/read-opinions.ts'
import { lettersAbout } from '../letters/letter-store.ts'
import { readLetterDraft } from '../letters/send-letter.ts'
import { paths } from '../paths.ts'
import { historyOf } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FormValues, formValues, parseForm } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { mailsOf } from '../platform/outbox.ts'
import { sendPage } from '../platform/page.ts'
import { caseMails } from '../screening/case-mails.ts'
import { decideApplication } from './decide-application.ts'
import {
  type DecisionProblem,
  type DecisionRequest,
  decisionProblem,
  isSimplified,
  type Outcome,
  outcomeLabels,
  timeProblem
} from './decision.ts'
import { decisionForm, fieldOf } from './decision-form.ts'
import { refusedDraft } from './decision-letters.ts'
import { checkProps, committeeSummary, decisionProps, headingOf, resultProps } from './decision-pages.ts'
import { findDecision } from './decision-store.ts'
import { problemWords } from './problem-words.ts'
import { readDecisionCase } from './read-decision-case.ts'

type Asked = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly application: Application
}

type Problem = { readonly field: string | null; readonly message: string }

const frameOf = ({ request, application }: Asked, title: string, hasErrors = false) =>
  request.frame({
    title,
    hasErrors,
    showHeading: false,
    breadcrumb: [
      { href: paths.desk, label: '案件' },
      { href: paths.case(application.id), label: application.companyName }
    ]
  })

const doneWords = ({ kind, companyName }: Application, outcome: Outcome): string =>
  kind === 'renewal' && outcome === 'certified'
    ? `${companyName}の認定を更新し、事業者に知らせました。`
    : `${companyName}を「${outcomeLabels[outcome]}」と決定し、事業者に知らせました。`

/** Deciding on a case: the form, a last look, and the decision as it was taken. */
export const decisionRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const { db, clock } = context

  const applicationOf = async (id: string): Promise<Application> => {
    const application = isUuid(id) ? await findApplication(db, id) : null
    if (application === null || application.submittedAt === null) throw new NotFoundError(`case ${id}`)
    return application
  }

  const formPage = async (asked: Asked, values: FormValues, problems: readonly Problem[], status: number) => {
    const decisionCase = await readDecisionCase(db, context, asked.application)
    const props = decisionProps(context, decisionCase, values, problems)
    const hasErrors = problems.length > 0
    if (isSimplified(decisionCase.facts)) {
      const frame = frameOf(asked, '認定の更新', hasErrors)
      return sendPage(asked.reply, RenewalDecisionPage({ frame, ...props }), status)
    }
    const frame = frameOf(asked, '認定の決定', hasErrors)
    const heard = await opinionsOn(db, asked.application.id, clock.now())
    const committee = heard === null ? null : committeeSummary(heard)
    return sendPage(asked.reply, DecisionPage({ frame, committee, ...props }), status)
  }

  /** Why the case cannot be decided yet, or null. A case that was heard is told on its form what is missing. */
  const pendingProblem = async (application: Application): Promise<DecisionProblem | null> =>
    application.status === 'heard' ? null : timeProblem((await readDecisionCase(db, context, application)).facts)

  const pendingPage = (asked: Asked, status: number, problem: DecisionProblem) => {
    const { application, reply } = asked
    const message = problemWords(problem)
    const [heading, caseUrl] = [headingOf(application), paths.case(application.id)]
    return sendPage(
      reply,
      DecisionPendingPage({ frame: frameOf(asked, '認定の決定'), heading, caseUrl, message }),
      status
    )
  }

  const problemPage = (asked: Asked, values: FormValues, problem: DecisionProblem) => {
    if (problem.kind === 'status' || problem.kind === 'route-outdated') return pendingPage(asked, 409, problem)
    const field = fieldOf(problem)
    return formPage(asked, values, [{ field, message: problemWords(problem) }], field === null ? 409 : 422)
  }

  /** The decision as it stands, or null while there is none. */
  const resultPage = async (asked: Asked, refusal: string | null) => {
    const { application, reply } = asked
    const decision = await findDecision(db, application.id)
    if (decision === null) return null
    const certificate = await findCertificateFor(db, application.id)
    const about = (await mailsOf(db, application.id)).filter(({ kind }) => kind === `application-${decision.outcome}`)
    const mails = caseMails(about, await historyOf(db, application.id))
    const letters = await lettersAbout(db, application.id)
    const frame = frameOf(asked, '決定の結果', refusal !== null)
    const props = { frame, refusal, ...resultProps(application, decision, certificate, { mails, letters }) }
    return sendPage(reply, DecisionResultPage(props), refusal === null ? 200 : 409)
  }

  /** Who posts the same decision again is led to it; who wanted another one is told. */
  const decidedPage = (asked: Asked, decided: Outcome, wanted: Outcome | null) => {
    if (wanted === decided) return asked.reply.redirect(paths.caseDecision(asked.application.id), 303)
    return resultPage(
      asked,
      `この申請は、すでに「${outcomeLabels[decided]}」と決定されています。決定は変えられません。`
    )
  }

  const checkPage = async (asked: Asked, values: FormValues, wanted: DecisionRequest) => {
    const startsOn = wanted.outcome === 'certified' ? wanted.startsOn : null
    const decisionCase = await readDecisionCase(db, context, asked.application, startsOn)
    const problem = decisionProblem(decisionCase.facts, wanted)
    if (problem !== null) return problemPage(asked, values, problem)
    const draft = wanted.outcome === 'refused' ? refusedDraft(context, decisionCase, wanted.reasons) : null
    const letter = draft === null ? null : (await readLetterDraft(db, context, draft)).text
    const props = checkProps(context, decisionCase, { values, request: wanted, letter })
    return sendPage(asked.reply, DecisionCheckPage({ frame: frameOf(asked, '決定の確認'), ...props }))
  }

  const decide = async (asked: Asked, values: FormValues, wanted: DecisionRequest) => {
    const { id } = asked.application
    const { userId, name } = viewerOf(asked.request)
    const actor = { id: userId, name }
    const result = await decideApplication(context, { applicationId: id, request: wanted, actor })
    if (result.ok)
      return asked.reply.setFlash(doneWords(asked.application, wanted.outcome)).redirect(paths.caseDecision(id), 303)
    if (result.reason === 'decided') return decidedPage(asked, result.outcome, wanted.outcome)
    return problemPage({ ...asked, application: await applicationOf(id) }, values, result.problem)
  }

  app.get<{ Params: { id: string } }>(paths.caseDecision(':id'), async (request, reply) => {
    const asked = { request, reply, application: await applicationOf(request.params.id) }
    const result = await resultPage(asked, null)
    if (result !== null) return result
    const problem = await pendingProblem(asked.application)
    return problem === null ? formPage(asked, {}, [], 200) : pendingPage(asked, 200, problem)
  })

  app.post<{ Params: { id: string } }>(paths.caseDecision(':id'), async (request, reply) => {
    const asked = { request, reply, application: await applicationOf(request.params.id) }
    const { application } = asked
    const form = parseForm(decisionForm(application.kind === 'renewal'), request.body)
    const before = await findDecision(db, application.id)
    if (before !== null) return decidedPage(asked, before.outcome, form.ok ? form.value.request.outcome : null)
    const problem = await pendingProblem(application)
    if (problem !== null) return pendingPage(asked, 409, problem)
    const values = formValues(request.body)
    if (!form.ok) return formPage(asked, values, form.problems, 422)

    const { step, request: wanted } = form.value
    if (step === 'edit') return formPage(asked, values, [], 200)
    return step === 'check' ? checkPage(asked, values, wanted) : decide(asked, values, wanted)
  })
}
