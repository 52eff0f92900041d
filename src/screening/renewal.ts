import type { SubmissionContent } from '../applications/application.ts'
import type { Route } from '../applications/application-status.ts'
import { carryOver, editions, type FormAnswers, type Marks } from '../checklist/index.ts'
import { type Comparable, type Comparison, compare } from '../scoring/index.ts'
import type { CaseFile } from './case-file.ts'
import { answerOf } from './changes.ts'
import type { Baseline } from './read-baseline.ts'
import { groundsOf, isSameGrounds, proposedRoute, type RouteChoice } from './route.ts'

/** What a renewal changes against the last certification, which way is proposed for it, and which was chosen. */
export type RenewalReview = {
  /** Whether last time's sheet is known. Where it was on paper and never entered, everything counts as new. */
  readonly hasBaseline: boolean
  /** Whether last time's sheet was of another edition, and was carried over into this one. */
  readonly isCarriedOver: boolean
  readonly comparison: Comparison
  readonly proposed: Route
  /** What stands against the simplified way, as it is kept with a choice. */
  readonly grounds: readonly string[]
  /**
   * Undecided items that are answered as they were confirmed last time, figures of years aside, and that no finding
   * contradicts: the simplified way accepts them together.
   */
  readonly unchangedItems: readonly string[]
  /** The choice for this round; null while nobody chose. */
  readonly choice: RouteChoice | null
  /** Whether the grounds are no longer those on which the choice was made. */
  readonly isOutdated: boolean
}

const bodyOf = ({ profile }: SubmissionContent, city: string): Comparable['body'] => ({
  name: profile.name,
  legalEntityNumber: profile.legalEntityNumber,
  inCity: profile.address.normalize('NFKC').includes(city)
})

/** What the company claims, without what the secretariat did not accept. */
const claimedMarks = ({ submission, decisions }: CaseFile): Marks =>
  Object.fromEntries(
    Object.entries(submission.content.marks).map(([code, mark]) => [
      code,
      decisions[code]?.decision === 'not_accepted' ? 'unchecked' : mark
    ])
  )

type Before = { readonly side: Comparable; readonly isCarriedOver: boolean; readonly comparable: readonly string[] }

const codesOf = ({ edition }: CaseFile): readonly string[] =>
  edition.categories.flatMap(({ items }) => items.map(({ code }) => code))

/** Last time's sheet in this edition, and the items that ask for the same in both. */
const sheetBefore = (file: CaseFile, { application, content, confirmedMarks }: Baseline) => {
  const answers: FormAnswers = { marks: confirmedMarks, evidence: content?.evidence ?? {} }
  const declarations = content?.declarations ?? {}
  const { evaluationYear } = application
  if (application.edition === file.application.edition)
    return { ...answers, declarations, evaluationYear, comparable: codesOf(file) }
  const last = { ...answers, declarations, evaluationYear, edition: editions[application.edition] }
  const carried = carryOver(last, file.edition, file.application.evaluationYear)
  return {
    marks: carried.marks,
    evidence: carried.evidence,
    declarations: carried.declarations,
    evaluationYear: file.application.evaluationYear,
    comparable: codesOf(file).filter((code) => carried.items[code]?.origin === 'same')
  }
}

const beforeOf = (file: CaseFile, baseline: Baseline, city: string): Before => {
  // Nothing is known of the body either: it counts as the same, or every such renewal would be one of another company.
  const known = baseline.content ?? file.submission.content
  const { comparable, ...sheet } = sheetBefore(file, baseline)
  return {
    side: { ...sheet, body: bodyOf(known, city) },
    isCarriedOver: baseline.application.edition !== file.application.edition,
    comparable: baseline.content === null ? [] : comparable
  }
}

const keepsFiles = (before: SubmissionContent, after: SubmissionContent, code: string): boolean => {
  const kept = new Set(answerOf(after, code).attachments.map(({ sha256 }) => sha256))
  return answerOf(before, code).attachments.every(({ sha256 }) => kept.has(sha256))
}

const isContradicted = ({ findings }: CaseFile, code: string): boolean =>
  findings.some(
    ({ itemCode, verdict }) => itemCode === code && (verdict === 'not_borne_out' || verdict === 'incomplete')
  )

const unchangedItems = (
  file: CaseFile,
  { content }: Baseline,
  comparable: readonly string[],
  comparison: Comparison
): readonly string[] => {
  const changed = new Set(
    [...comparison.marks, ...comparison.texts, ...comparison.measures].map(({ itemCode }) => itemCode)
  )
  return file.openItems.undecided.filter(
    (code) =>
      content !== null &&
      comparable.includes(code) &&
      !changed.has(code) &&
      file.states.get(code)?.earlier === null &&
      keepsFiles(content, file.submission.content, code) &&
      !isContradicted(file, code)
  )
}

/**
 * Compares a renewal with the last certification. What the secretariat did not accept counts as not claimed, what is still
 * undecided as claimed: the proposal can change while items are decided.
 * @param city a company whose address does not name it has left the city
 */
export const reviewRenewal = (
  file: CaseFile,
  baseline: Baseline,
  latestChoice: RouteChoice | null,
  city: string
): RenewalReview => {
  const { content, round } = file.submission
  const { side, isCarriedOver, comparable } = beforeOf(file, baseline, city)
  const after: Comparable = {
    marks: claimedMarks(file),
    evidence: content.evidence,
    declarations: content.declarations,
    evaluationYear: file.application.evaluationYear,
    body: bodyOf(content, city)
  }
  const comparison = compare(file.edition, side, after, {
    reading: file.reading,
    carriedOver: isCarriedOver || baseline.content === null,
    organisationChanged: content.renewal?.organisationChanged ?? false
  })
  const grounds = groundsOf(comparison.reasons)
  const choice = latestChoice?.round === round ? latestChoice : null
  return {
    hasBaseline: baseline.content !== null,
    isCarriedOver,
    comparison,
    proposed: proposedRoute(grounds),
    grounds,
    unchangedItems: unchangedItems(file, baseline, comparable, comparison),
    choice,
    isOutdated: choice !== null && !isSameGrounds(choice.grounds, grounds)
  }
}
