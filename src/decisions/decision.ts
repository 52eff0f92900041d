import { Temporal } from 'temporal-polyfill'
import { type ApplicationStatus, canMove } from '../applications/application-status.ts'
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
  | { readonly outcome: 'certified'; readonly startsOn: CalendarDate; readonly reasons: string }
  | { readonly outcome: 'refused'; readonly reasons: string }

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
  /** A certification that the company holds already. */
  readonly standing: { readonly number: number; readonly endsOn: CalendarDate } | null
  /** Characters of the company's name that a certificate could not show. */
  readonly missingGlyphs: readonly string[]
}

/** Why a decision cannot be taken as it stands. The first four lie in the case, the others in what was entered. */
export type DecisionProblem =
  | { readonly kind: 'status'; readonly status: ApplicationStatus }
  | { readonly kind: 'not-examined' }
  | { readonly kind: 'standing-certification'; readonly number: number; readonly endsOn: CalendarDate }
  | { readonly kind: 'missing-glyphs'; readonly characters: readonly string[] }
  | { readonly kind: 'starts-too-early'; readonly earliest: CalendarDate }
  | { readonly kind: 'starts-too-late'; readonly latest: CalendarDate }
  | { readonly kind: 'certification-reasons' }
  | { readonly kind: 'refusal-reasons' }

/** The last day on which a certification decided today may begin: a year ahead. The papers are silent; the limit is ours. */
export const latestStart = (today: CalendarDate): CalendarDate =>
  Temporal.PlainDate.from(today).add({ years: 1 }).toString()

/** Why a case cannot be certified whatever is entered, or null. */
export const certificationObstacle = ({ standing, missingGlyphs }: DecisionFacts): DecisionProblem | null => {
  if (standing !== null) return { kind: 'standing-certification', ...standing }
  return missingGlyphs.length > 0 ? { kind: 'missing-glyphs', characters: missingGlyphs } : null
}

const entryProblem = (
  { today, submittedOn, meetsStandard }: DecisionFacts,
  startsOn: CalendarDate,
  reasons: string
): DecisionProblem | null => {
  if (startsOn < submittedOn) return { kind: 'starts-too-early', earliest: submittedOn }
  const latest = latestStart(today)
  if (startsOn > latest) return { kind: 'starts-too-late', latest }
  return meetsStandard !== true && reasons === '' ? { kind: 'certification-reasons' } : null
}

/**
 * What stands against a decision, or null. The committee was heard (the state says so), but gives an opinion and has no
 * veto, so its opinions are not asked here. A certification against the verdict needs reasons, a refusal always.
 */
export const decisionProblem = (facts: DecisionFacts, request: DecisionRequest): DecisionProblem | null => {
  if (!canMove(facts.status, request.outcome, 'secretariat')) return { kind: 'status', status: facts.status }
  if (!facts.examined) return { kind: 'not-examined' }
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
