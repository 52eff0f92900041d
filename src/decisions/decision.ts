import { Temporal } from 'temporal-polyfill'
import { type ApplicationStatus, canMove, type Route } from '../applications/application-status.ts'
import type { CertificationPeriod } from '../certificates/period.ts'
import type { Mark } from '../checklist/index.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CaseFile } from '../screening/case-file.ts'

/** How the city decides. */
export const outcomes = ['certified', 'refused'] as const

export type Outcome = (typeof outcomes)[number]

/** What a person reads for each outcome. */
export const outcomeLabels: Readonly<Record<Outcome, string>> = { certified: '認定', refused: '不認定' }

/** What a decision rests on, kept as it stood on the day. */
export type DecisionBasis = {
  readonly edition: string
  readonly evaluationYear: number
  readonly confirmedMarks: Readonly<Record<string, Mark>>
  readonly reading: 'leaves_denominator' | 'counts_as_unchecked'
  readonly passedCategories: readonly number[]
  /** Null for an edition that is not judged by categories. */
  readonly requiredCategories: number | null
  readonly meetsStandard: boolean | null
  /** The surveys whose averages the findings used, e.g. 就労条件総合調査 令和7年. */
  readonly surveys: readonly string[]
}

/** What the secretariat wants to decide. */
export type DecisionRequest =
  /** `startsOn` is null for a renewal: its period follows the last one, whatever is entered. */
  | { readonly outcome: 'certified'; readonly startsOn: CalendarDate | null; readonly reasons: string }
  | { readonly outcome: 'refused'; readonly reasons: string }

/** What a renewal's decision depends on besides. */
export type RenewalFacts = {
  readonly number: number
  /** 1 for the first renewal, … */
  readonly renewalCount: number
  readonly lastPeriod: CertificationPeriod
  readonly nextPeriod: CertificationPeriod
  /** Surrendered or revoked, on whichever day. */
  readonly endedOn: CalendarDate | null
  readonly endedHow: 'surrendered' | 'revoked' | null
  /** Whether the certification has a later period than the one that is renewed. */
  readonly isRenewed: boolean
  /** The way chosen for it; null while nobody chose. */
  readonly route: Route | null
  /** Whether the grounds are no longer those on which the way was chosen. */
  readonly isRouteOutdated: boolean
}

/** What is known of a case on the day of the decision. */
export type DecisionFacts = {
  readonly status: ApplicationStatus
  readonly today: CalendarDate
  /** The first submission. */
  readonly submittedOn: CalendarDate
  /** Whether every item is decided, and the reading of 「-」 where it matters. */
  readonly examined: boolean
  /** Null: the papers do not say. */
  readonly meetsStandard: boolean | null
  /** Null for an initial application. */
  readonly renewal: RenewalFacts | null
  /** A certification that the company holds already, beside which an initial one cannot stand. */
  readonly standing: { readonly number: number; readonly endsOn: CalendarDate } | null
  /** Characters of the company's name that a certificate could not show. */
  readonly missingGlyphs: readonly string[]
}

/** Why a decision cannot be taken as it stands. The last four lie in what was entered, the others in the case. */
export type DecisionProblem =
  | { readonly kind: 'status'; readonly status: ApplicationStatus }
  | { readonly kind: 'not-examined' }
  /** What speaks for a new examination has changed since the way was chosen. */
  | { readonly kind: 'route-outdated' }
  | { readonly kind: 'standing-certification'; readonly number: number; readonly endsOn: CalendarDate }
  | {
      readonly kind: 'certification-ended'
      readonly how: 'surrendered' | 'revoked'
      readonly endedOn: CalendarDate
    }
  | { readonly kind: 'renewed-already'; readonly number: number }
  | { readonly kind: 'missing-glyphs'; readonly characters: readonly string[] }
  /** The signing certificate does not hold any more. */
  | { readonly kind: 'signing-expired' }
  | { readonly kind: 'starts-too-early'; readonly earliest: CalendarDate }
  | { readonly kind: 'starts-too-late'; readonly latest: CalendarDate }
  | { readonly kind: 'certification-reasons' }
  | { readonly kind: 'refusal-reasons' }

/** The last day on which a certification decided today may begin: a year ahead. The papers are silent; the limit is ours. */
export const latestStart = (today: CalendarDate): CalendarDate =>
  Temporal.PlainDate.from(today).add({ years: 1 }).toString()

/** Why a case cannot be certified whatever is entered, or null. */
export const certificationObstacle = ({ renewal, standing, missingGlyphs }: DecisionFacts): DecisionProblem | null => {
  if (renewal !== null && renewal.endedOn !== null)
    return { kind: 'certification-ended', how: renewal.endedHow ?? 'revoked', endedOn: renewal.endedOn }
  if (renewal?.isRenewed) return { kind: 'renewed-already', number: renewal.number }
  if (renewal === null && standing !== null) return { kind: 'standing-certification', ...standing }
  return missingGlyphs.length > 0 ? { kind: 'missing-glyphs', characters: missingGlyphs } : null
}

const entryProblem = (
  { today, submittedOn, meetsStandard, renewal }: DecisionFacts,
  startsOn: CalendarDate | null,
  reasons: string
): DecisionProblem | null => {
  if (renewal === null) {
    if (startsOn === null || startsOn < submittedOn) return { kind: 'starts-too-early', earliest: submittedOn }
    const latest = latestStart(today)
    if (startsOn > latest) return { kind: 'starts-too-late', latest }
  }
  return meetsStandard !== true && reasons === '' ? { kind: 'certification-reasons' } : null
}

/** Why nothing can be decided yet, whatever is entered, or null. */
export const timeProblem = (
  { status, examined, renewal }: DecisionFacts,
  outcome: Outcome = 'certified'
): DecisionProblem | null => {
  if (!canMove(status, outcome, 'secretariat', renewal?.route)) return { kind: 'status', status }
  if (!canMove(status, outcome, 'secretariat') && renewal?.isRouteOutdated) return { kind: 'route-outdated' }
  return examined ? null : { kind: 'not-examined' }
}

/** Whether it is a renewal that the secretariat decides on alone. */
export const isSimplified = ({ status, renewal }: DecisionFacts): boolean =>
  renewal?.route === 'simplified' && !canMove(status, 'certified', 'secretariat')

/**
 * What stands against a decision, or null. The committee was heard (the state says so), but gives an opinion and has no
 * veto, so its opinions are not asked here; a renewal on the simplified way is certified without it, and refused never. A
 * certification against the verdict needs reasons, a refusal always.
 */
export const decisionProblem = (facts: DecisionFacts, request: DecisionRequest): DecisionProblem | null => {
  const problem = timeProblem(facts, request.outcome)
  if (problem !== null) return problem
  if (request.outcome === 'refused') return request.reasons === '' ? { kind: 'refusal-reasons' } : null
  return certificationObstacle(facts) ?? entryProblem(facts, request.startsOn, request.reasons)
}

/** What a decision on the case rests on. */
export const basisOf = ({ application, verdict, confirmedMarks, reading, findings }: CaseFile): DecisionBasis => ({
  edition: application.edition,
  evaluationYear: application.evaluationYear,
  confirmedMarks,
  reading,
  passedCategories: verdict.passedCategoryNumbers,
  requiredCategories: verdict.requiredCategories,
  meetsStandard: verdict.meetsStandard,
  surveys: [...new Set(findings.flatMap(({ averages }) => averages?.map(({ survey }) => survey) ?? []))].toSorted()
})

/** Titles of the categories that passed, in their order. */
export const passedTitles = ({ verdict }: Pick<CaseFile, 'verdict'>): readonly string[] =>
  verdict.categories.filter(({ passed }) => passed === true).map(({ title }) => title)
