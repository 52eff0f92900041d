import { averagesOf, categoryState } from '../../views/browser/category-state.ts'
import { forecastWords } from '../../views/browser/forecast-words.ts'
import { stepWords } from '../../views/browser/progress-words.ts'
import { savedWords, timeWords } from '../../views/browser/save-words.ts'
import type { ShownFinding } from '../../views/browser/shown-finding.ts'
import type { RenewalPageProps } from '../../views/renewals/renewal-page-props.ts'
import type { Application, Attachment } from '../applications/application.ts'
import { categoryProblems } from '../applications/category-form.ts'
import type { CorrectionRequest } from '../applications/correction-request.ts'
import { journeyOf } from '../applications/journey.ts'
import { type Answers, type Section, sayTheSame, sectionsVersion } from '../applications/sections.ts'
import { type CategoriesEdition, type Edition, editions, type FieldProblem } from '../checklist/index.ts'
import { changedFields, type Profile, profileLabels } from '../companies/profile.ts'
import { publishedAverages } from '../scheme/averages.ts'
import type { Baseline } from '../screening/read-baseline.ts'
import { carriedForm } from './carried-form.ts'
import { renewalDifferences } from './renewal-differences.ts'
import type { RenewalForm } from './renewal-form.ts'
import { type RenewalSheet, renewalItem } from './renewal-item.ts'
import { unchangedBody } from './renewal-sections.ts'

/** Why the page is shown: opened, or a posted form that cannot simply be saved. */
export type RenewalOutcome =
  | { readonly kind: 'opened' }
  | { readonly kind: 'problems'; readonly form: RenewalForm }
  /** A colleague, or another tab, saved since the form was made. */
  | { readonly kind: 'conflict'; readonly form: RenewalForm; readonly stored: Section }

/** Everything stored about a renewal that is filled in. */
export type RenewalRecord = {
  readonly application: Application
  readonly sections: readonly Section[]
  /** What the sections say. */
  readonly stored: Answers
  readonly files: readonly Attachment[]
  readonly profile: Profile
  readonly baseline: Baseline
  /** What the secretariat asks, by item. */
  readonly questions: Readonly<Record<string, string>>
  readonly correction: CorrectionRequest | null
}

type Judged = Pick<RenewalPageProps, 'forecast' | 'steps'> & {
  readonly findings: Readonly<Record<string, ShownFinding | null>>
}

const findingsOf = (edition: CategoriesEdition, answers: Answers, { application, profile }: RenewalRecord) => {
  const { evaluationYear } = application
  const { industry } = profile
  const averages = averagesOf(publishedAverages, industry)
  const states = edition.categories.map((category) =>
    categoryState(edition, category, answers, { evaluationYear, industry, averages, otherMarks: answers.marks })
  )
  return Object.fromEntries(states.flatMap(({ items }) => items.map(({ code, finding }) => [code, finding])))
}

/** An edition that is judged by points has no forecast: where its points are lost, nothing can be foreseen. */
const judge = (edition: Edition, answers: Answers, record: RenewalRecord): Judged => {
  if (edition.rule !== 'categories') return { forecast: null, steps: [], findings: {} }
  const journey = journeyOf(edition, answers, record.application.evaluationYear)
  const steps = journey.categories.map(({ category, progress, passed }) => ({
    href: `#category-${category.number}`,
    number: category.number,
    title: category.title,
    statusText: stepWords(progress, passed),
    done: progress === 'done'
  }))
  const findings = findingsOf(edition, answers, record)
  return { forecast: forecastWords(edition, answers.marks), steps, findings }
}

const problemsOf = (edition: Edition, answers: Answers, { application }: RenewalRecord): readonly FieldProblem[] =>
  edition.categories.flatMap((category) => categoryProblems(category, answers, application.evaluationYear).problems)

const conflictOf = (edition: Edition, outcome: RenewalOutcome, record: RenewalRecord, now: Date) => {
  if (outcome.kind !== 'conflict') return null
  const { savedBy, savedAt } = outcome.stored
  const { evaluationYear } = record.application
  const differences = renewalDifferences(edition, evaluationYear, outcome.form.answers, record.stored)
  return { savedBy, savedAt: timeWords(savedAt, now), differences }
}

const profileChanges = ({ baseline, profile }: RenewalRecord): readonly string[] | null =>
  baseline.content === null
    ? null
    : changedFields(baseline.content.profile, profile).map((field) => profileLabels[field])

const sheetOf = (record: RenewalRecord, answers: Answers, problems: readonly FieldProblem[]): RenewalSheet => ({
  baseline: record.baseline,
  carried: carriedForm(record.baseline, record.application),
  answers,
  evaluationYear: record.application.evaluationYear,
  files: record.files,
  begunAt: record.application.begunAt,
  wrong: new Set(problems.map(({ field }) => field)),
  asked: new Set(Object.keys(record.questions))
})

/** Everything that the page of a renewal shows, without its frame and the deadline. */
export const renewalPageOf = (
  record: RenewalRecord,
  outcome: RenewalOutcome,
  now: Date
): Omit<RenewalPageProps, 'frame' | 'deadline'> => {
  const { application, sections, baseline } = record
  const edition: Edition = editions[application.edition]
  const answers = outcome.kind === 'opened' ? record.stored : outcome.form.answers
  const problems = outcome.kind === 'opened' ? problemsOf(edition, answers, record) : outcome.form.problems
  const sheet = sheetOf(record, answers, problems)
  const { forecast, steps, findings } = judge(edition, answers, record)
  const savedAt = sections.map((section) => section.savedAt).toSorted((one, other) => one.getTime() - other.getTime())
  const last = savedAt.at(-1)
  const isUntouched = sections.every(({ version }) => version === 1)
  return {
    applicationId: application.id,
    edition,
    version: sectionsVersion(sections),
    savedText: isUntouched || last === undefined ? 'まだ保存していません' : savedWords(last, now),
    hasLastSheet: baseline.content !== null,
    profile: record.profile,
    profileChanges: profileChanges(record),
    declarations: answers.declarations,
    declarationsStand: sayTheSame(answers.declarations, sheet.carried.declarations),
    organisation: answers.renewal ?? unchangedBody,
    categories: edition.categories.map(({ number, title, items }) => ({
      number,
      title,
      items: items.map((item) => renewalItem(item, sheet))
    })),
    forecast,
    steps,
    findings,
    questions: record.questions,
    correction: record.correction,
    problems,
    posted: outcome.kind === 'problems' ? { kept: outcome.form.storable } : null,
    conflict: conflictOf(edition, outcome, record, now)
  }
}
