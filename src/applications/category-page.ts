import type { CategoryPageProps } from '../../views/applications/category-page.tsx'
import { averagesOf, categoryState } from '../../views/browser/category-state.ts'
import { stepWords } from '../../views/browser/progress-words.ts'
import { savedWords, timeWords } from '../../views/browser/save-words.ts'
import type { Category } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import { NotFoundError } from '../platform/errors.ts'
import { publishedAverages } from '../scheme/averages.ts'
import { score } from '../scoring/index.ts'
import type { CategoryAnswers } from './application.ts'
import { type CategoryForm, categoryProblems } from './category-form.ts'
import { categoryDifferences } from './differences.ts'
import { journeyOf } from './journey.ts'
import type { OwnSheet } from './own-sheet.ts'
import { type Answers, answersIn, categoryAnswers, categorySection, type Section } from './sections.ts'

/** Why the page is shown: opened, or a posted form that cannot simply be saved. */
export type CategoryOutcome =
  | { readonly kind: 'opened' }
  | { readonly kind: 'problems'; readonly form: CategoryForm }
  /** A colleague saved since the form was made. */
  | { readonly kind: 'conflict'; readonly form: CategoryForm; readonly stored: Section }

/** What a category's page is made from. */
export type CategoryPageInput = {
  readonly own: OwnSheet
  readonly category: Category
  readonly industry: string | null
  readonly sections: readonly Section[]
  readonly outcome: CategoryOutcome
  readonly now: Date
}

const replaced = (all: Answers, category: Category, typed: CategoryAnswers): Answers => {
  const own = new Set(category.items.map(({ code }) => code))
  const others = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([code]) => !own.has(code)))
  return {
    ...all,
    marks: { ...others(all.marks), ...typed.marks },
    evidence: { ...others(all.evidence), ...typed.evidence }
  }
}

const stepsOf = ({ own: { application, edition }, category }: CategoryPageInput, answers: Answers) =>
  journeyOf(edition, answers, application.evaluationYear).categories.map((stop) => ({
    href: paths.category(application.id, stop.category.number),
    number: stop.category.number,
    title: stop.category.title,
    statusText: stepWords(stop.progress, stop.passed),
    done: stop.progress === 'done',
    current: stop.category.number === category.number
  }))

const conflictOf = ({ outcome, category, own, now }: CategoryPageInput): CategoryPageProps['conflict'] => {
  if (outcome.kind !== 'conflict') return null
  const { stored, form } = outcome
  const { evaluationYear } = own.application
  return {
    savedBy: stored.savedBy,
    savedAt: timeWords(stored.savedAt, now),
    differences: categoryDifferences(category, form.answers, categoryAnswers(stored), evaluationYear)
  }
}

const judge = ({ own, category, sections, industry }: CategoryPageInput, answers: CategoryAnswers) => {
  const { evaluationYear } = own.application
  const all = answersIn(sections)
  const { marks: otherMarks } = replaced(all, category, { marks: {}, evidence: {} })
  const averages = averagesOf(publishedAverages, industry)
  const surroundings = { evaluationYear, industry, averages, otherMarks }
  return {
    surroundings,
    current: replaced(all, category, answers),
    state: categoryState(own.edition, category, answers, surroundings)
  }
}

/**
 * Everything that a category's page shows, without its frame.
 * @throws NotFoundError when the application has no such section
 */
export const categoryPageOf = (input: CategoryPageInput): Omit<CategoryPageProps, 'frame' | 'questions'> => {
  const { own, category, sections, outcome, now } = input
  const { application, edition } = own
  const section = sections.find(({ name }) => name === categorySection(category.number))
  if (section === undefined) throw new NotFoundError(`section of category ${category.number}`)
  const answers = outcome.kind === 'opened' ? categoryAnswers(section) : outcome.form.answers
  const { surroundings, current, state } = judge(input, answers)
  const verdict = score(edition, { marks: current.marks })
  return {
    applicationId: application.id,
    editionId: edition.id,
    category,
    needed: verdict.categories.find(({ number }) => number === category.number)?.needed ?? 1,
    // A correction is about single items: it leads back to what is asked, not through the whole sheet.
    hasNext: application.status !== 'returned' && edition.categories.at(-1)?.number !== category.number,
    answers,
    version: section.version,
    savedText: section.version === 1 ? 'まだ保存していません' : savedWords(section.savedAt, now),
    state,
    surroundings,
    steps: stepsOf(input, current),
    problems: categoryProblems(category, answers, application.evaluationYear).problems,
    posted: outcome.kind === 'problems' ? { kept: outcome.form.storable } : null,
    conflict: conflictOf(input)
  }
}
