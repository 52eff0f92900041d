import type { CaseHeadingProps } from '../../views/decisions/case-heading.tsx'
import type { DecisionCheckPageProps } from '../../views/decisions/decision-check-page.tsx'
import type { DecisionEntries, DecisionPageProps } from '../../views/decisions/decision-page.tsx'
import type { DecisionResultPageProps } from '../../views/decisions/decision-result-page.tsx'
import type { OpinionsSummary } from '../../views/decisions/decision-summary.tsx'
import type { RenewalSummary } from '../../views/decisions/renewal-summary.tsx'
import { daysBetween, formatDate, formatPeriod } from '../../views/format.ts'
import type { Application } from '../applications/application.ts'
import { statusLabels } from '../applications/application-status.ts'
import type { IssuedCertificate } from '../certificates/certificate-store.ts'
import { certificationPeriod } from '../certificates/period.ts'
import { meetingName } from '../committee/meeting.ts'
import { describeSummary, opinionLabels } from '../committee/opinion.ts'
import type { CommitteeOpinions } from '../committee/read-opinions.ts'
import type { LetterLine } from '../letters/letter.ts'
import { paths } from '../paths.ts'
import { dateOf } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { calendarDate, type FieldProblem, type FormValues } from '../platform/form.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { describeShortestWay } from '../scoring/index.ts'
import type { CaseMail } from '../screening/case-mails.ts'
import {
  certificationObstacle,
  type DecisionFacts,
  type DecisionRequest,
  latestStart,
  outcomeLabels
} from './decision.ts'
import { reasonsLimit } from './decision-form.ts'
import type { Decision } from './decision-store.ts'
import { problemWords } from './problem-words.ts'
import type { DecisionCase } from './read-decision-case.ts'
import { refusalDraft, wayToStandard } from './refusal.ts'

type Settings = Pick<Context, 'scheme' | 'baseUrl'>

const sameNumber = (number: number): string => `第${number}号（変わりません）`

/** The heading of a case's pages about its decision. */
export const headingOf = (application: Application): CaseHeadingProps => ({
  companyName: application.companyName,
  status: statusLabels[application.status],
  tone: application.status === 'certified' ? 'success' : 'info',
  number: application.number ?? '',
  submittedOn: application.submittedAt === null ? '' : formatDate(dateOf(application.submittedAt))
})

/** What the committee said, as the decision page shows it. */
export const committeeSummary = ({ meeting, opinions, summary }: CommitteeOpinions): OpinionsSummary => ({
  meeting: `${meetingName(meeting)}（${formatDate(meeting.heldOn)}）`,
  counts: describeSummary(summary),
  opinions: opinions.map(({ memberName, opinion, comment }) => ({
    memberName,
    label: opinionLabels[opinion],
    comment
  }))
})

const proposedEntries = ({ file, facts }: DecisionCase): DecisionEntries => ({
  outcome: '',
  startsOn: facts.today,
  certificationReasons: '',
  refusalReasons: refusalDraft(file)
})

/** What was typed, field by field, and the proposal of the case where a field was not sent. */
const entriesOf = (decisionCase: DecisionCase, values: FormValues): DecisionEntries => {
  const proposed = proposedEntries(decisionCase)
  const kept = (name: keyof DecisionEntries): string => {
    const value = values[name]
    return typeof value === 'string' ? value : proposed[name]
  }
  return {
    outcome: kept('outcome'),
    startsOn: kept('startsOn'),
    certificationReasons: kept('certificationReasons'),
    refusalReasons: kept('refusalReasons')
  }
}

const periodWords = (startsOn: string, { scheme }: Settings): string | null => {
  const day = calendarDate('認定期間の初日').safeParse(startsOn)
  return day.success ? formatPeriod(certificationPeriod(day.data, scheme.certificationYears)) : null
}

const startHint = (startsOn: string, settings: Settings): string | null => {
  const period = periodWords(startsOn, settings)
  return period === null
    ? null
    : `いまの日付では、認定期間は${period}です。日付を変えたときは、次の確認の画面に新しい期間が出ます。`
}

/** What a renewal renews, in words; null for an initial application. */
const renewalSummary = ({ file, facts }: DecisionCase): RenewalSummary | null => {
  if (facts.renewal === null) return null
  const { number, renewalCount, lastPeriod, nextPeriod } = facts.renewal
  const late = daysBetween(lastPeriod.endsOn, facts.submittedOn)
  return {
    number: sameNumber(number),
    companyName: file.submission.content.profile.name,
    count: `${renewalCount}回目`,
    lastPeriod: formatPeriod(lastPeriod),
    nextPeriod: formatPeriod(nextPeriod),
    late: late > 0 ? `前の認定期間の終了から${late}日後の提出（${formatDate(facts.submittedOn)}）` : null
  }
}

/** Why the case could not be certified whatever is entered, told before the form is filled in. */
const warningsOf = ({ facts }: DecisionCase): readonly string[] => {
  const problem = certificationObstacle(facts)
  return problem === null ? [] : [problemWords(problem)]
}

const wayWords = ({ file }: DecisionCase): string | null => {
  const way = wayToStandard(file)
  return way === null ? null : describeShortestWay(way)
}

/** The form, with what was typed and what is wrong with it. */
export const decisionProps = (
  settings: Settings,
  decisionCase: DecisionCase,
  values: FormValues,
  problems: readonly (Omit<FieldProblem, 'field'> & { readonly field: string | null })[]
): Omit<DecisionPageProps, 'frame' | 'committee'> => {
  const { file, facts } = decisionCase
  const { application, verdict } = file
  const entries = entriesOf(decisionCase, values)
  return {
    heading: headingOf(application),
    action: paths.caseDecision(application.id),
    caseUrl: paths.case(application.id),
    verdict,
    renewal: renewalSummary(decisionCase),
    warnings: warningsOf(decisionCase).filter((warning) => !problems.some(({ message }) => message === warning)),
    entries,
    period: startHint(entries.startsOn, settings),
    earliest: facts.submittedOn,
    latest: latestStart(facts.today),
    reasonsLimit,
    way: wayWords(decisionCase),
    problems
  }
}

/** The period and number that a certificate would have. */
const issueWords = (settings: Settings, { renewal }: DecisionFacts, startsOn: CalendarDate | null) =>
  renewal === null
    ? { period: periodWords(startsOn ?? '', settings) ?? '', number: '決定したときに、続きの番号が付きます' }
    : { period: formatPeriod(renewal.nextPeriod), number: sameNumber(renewal.number) }

/** The last look before the decision, with the letter of a refusal as it will be sent. */
export const checkProps = (
  settings: Settings,
  decisionCase: DecisionCase,
  { values, request, letter }: { values: FormValues; request: DecisionRequest; letter: string | null }
): Omit<DecisionCheckPageProps, 'frame'> => {
  const { application, submission } = decisionCase.file
  const companyName = submission.content.profile.name
  const certifies = request.outcome === 'certified'
  return {
    heading: headingOf(application),
    action: paths.caseDecision(application.id),
    entries: entriesOf(decisionCase, values),
    certified: certifies ? { companyName, ...issueWords(settings, decisionCase.facts, request.startsOn) } : null,
    reasons: certifies ? request.reasons : '',
    letter,
    standardNotMet: decisionCase.facts.meetsStandard !== true
  }
}

/** A decision as it was taken, with its certificate and what was sent about it. */
export const resultProps = (
  application: Application,
  decision: Decision,
  certificate: IssuedCertificate | null,
  sent: { readonly mails: readonly CaseMail[]; readonly letters: readonly LetterLine[] }
): Omit<DecisionResultPageProps, 'frame' | 'refusal'> => ({
  heading: headingOf(application),
  caseUrl: paths.case(application.id),
  outcome: outcomeLabels[decision.outcome],
  decidedOn: formatDate(decision.decidedOn),
  decidedBy: decision.decidedByName,
  reasons: decision.reasons,
  certificate:
    certificate === null
      ? null
      : {
          number: certificate.number,
          companyName: certificate.companyName,
          period: formatPeriod(certificate.period),
          url: paths.certificate(certificate.id),
          verificationUrl: paths.verification(certificate.verificationCode),
          sha256: certificate.sha256
        },
  applicationId: application.id,
  ...sent
})
