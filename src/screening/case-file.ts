import type { Application, Submission } from '../applications/application.ts'
import { type Edition, editions, type Marks } from '../checklist/index.ts'
import { publishedAverages } from '../scheme/averages.ts'
import { readings } from '../scheme/readings.ts'
import {
  type BothReadings,
  bothReadings,
  type Finding,
  findings,
  type NotApplicableReading,
  score,
  type Verdict
} from '../scoring/index.ts'
import { type Changes, changesBetween } from './changes.ts'
import type { HearingNote } from './hearing.ts'
import {
  confirmedMarks,
  type ItemDecision,
  type ItemStates,
  itemStates,
  type OpenItems,
  openItems,
  type ReadingChoice
} from './screening.ts'

/** What is stored about a case. */
export type CaseRecord = {
  readonly application: Application
  /** First round first; never empty. */
  readonly submissions: readonly [Submission, ...Submission[]]
  /** Oldest first, of all rounds. */
  readonly decisions: readonly ItemDecision[]
  readonly readingChoice: ReadingChoice | null
  /** Oldest first. */
  readonly hearings: readonly HearingNote[]
}

/** Everything that the secretariat, the committee's paper and the decision need to know of a case. */
export type CaseFile = {
  readonly application: Application
  /** What was sent last: the answers under examination. */
  readonly submission: Submission
  /** Every submission, first round first. */
  readonly submissions: readonly Submission[]
  /** What changed since the submission before; null in the first round. */
  readonly changes: Changes | null
  readonly edition: Edition
  readonly findings: readonly Finding[]
  readonly states: ItemStates
  /** The decisions that stand, by item code. */
  readonly decisions: Readonly<Record<string, ItemDecision>>
  /** What the official verdict counts. */
  readonly confirmedMarks: Marks
  /** The official verdict, under the chosen reading. */
  readonly verdict: Verdict
  /** The reading of 「-」 in force: the choice, or else the city's. */
  readonly reading: NotApplicableReading
  /** Null for an edition that is not judged by categories. */
  readonly bothReadings: BothReadings | null
  readonly readingChoice: ReadingChoice | null
  readonly openItems: OpenItems
  readonly hearings: readonly HearingNote[]
}

/** What still stands between a case and the committee. */
export type Obstacle =
  | { readonly kind: 'undecided' | 'queried'; readonly itemCodes: readonly string[] }
  | { readonly kind: 'reading' }

/** Puts a case together from what is stored: judged now, so nothing computed can be out of date. */
export const examineCase = ({ application, submissions, decisions, readingChoice, hearings }: CaseRecord): CaseFile => {
  const edition: Edition = editions[application.edition]
  const submission = submissions.at(-1) ?? submissions[0]
  const before = submissions.at(-2)
  const { marks, evidence, profile } = submission.content
  const states = itemStates(edition, submissions, decisions)
  const confirmed = confirmedMarks(edition, marks, states)
  const reading = readingChoice?.reading ?? readings.notApplicable.chosen
  const { evaluationYear } = application
  return {
    application,
    submission,
    submissions,
    changes: before === undefined ? null : changesBetween(before.content, submission.content),
    edition,
    findings: findings(edition, {
      marks,
      evidence,
      evaluationYear,
      industry: profile.industry,
      averages: publishedAverages
    }),
    states,
    decisions: Object.fromEntries(
      [...states].flatMap(([code, { decision }]) => (decision === null ? [] : [[code, decision]]))
    ),
    confirmedMarks: confirmed,
    verdict: score(edition, { marks: confirmed, reading }),
    reading,
    bothReadings: edition.rule === 'categories' ? bothReadings(edition, confirmed) : null,
    readingChoice,
    openItems: openItems(edition, marks, states),
    hearings
  }
}

/** What is missing before a case can go to the committee, in the order in which it is dealt with; empty when nothing is. */
export const obstaclesOf = (
  file: Pick<CaseFile, 'openItems' | 'bothReadings' | 'readingChoice'>
): readonly Obstacle[] => [
  ...(['undecided', 'queried'] as const)
    .map((kind) => ({ kind, itemCodes: file.openItems[kind] }))
    .filter(({ itemCodes }) => itemCodes.length > 0),
  ...(file.bothReadings?.differ === true && file.readingChoice === null ? [{ kind: 'reading' as const }] : [])
]
