import type { CategoriesEdition, Category } from '../checklist/index.ts'
import { type Progress, progressOf, score, shortestWay } from '../scoring/index.ts'
import { missingParts } from './completeness.ts'
import { type Answers, categorySection } from './sections.ts'

/** A category on the way: how far it is filled in, and whether it would pass. */
export type CategoryStop = {
  readonly category: Category
  readonly progress: Progress
  readonly passed: boolean
  /** Whether a checked item still lacks what its mark calls for, so that the application cannot be sent. */
  readonly isLacking: boolean
  /** Checked items of those needed, from 0 to 1. */
  readonly ratio: number
}

/** Where an application stands, computed from its answers alone. */
export type Journey = {
  readonly declarations: Progress
  readonly categories: readonly CategoryStop[]
  readonly meetsStandard: boolean
  /** What to do next. */
  readonly next:
    | { readonly kind: 'declarations' }
    | { readonly kind: 'category'; readonly number: number }
    | { readonly kind: 'confirmation' }
}

const declarationsProgress = (edition: CategoriesEdition, { declarations }: Answers): Progress => {
  const declared = edition.declarations.filter(({ id }) => declarations[id]?.declared)
  if (declared.length === 0) return 'not_started'
  const lacksDetail = declared.some(({ id, detailLabel }) => detailLabel !== null && !declarations[id]?.detail)
  const lacksRequired = edition.declarations.some(({ id, required }) => required && !declarations[id]?.declared)
  return lacksDetail || lacksRequired ? 'in_progress' : 'done'
}

/**
 * Below the standard, what was begun and then the shortest way; once it is met, only what keeps the application from
 * being sent, however many categories are untouched: three of them are enough.
 */
const nextOf = (
  edition: CategoriesEdition,
  answers: Answers,
  declarations: Progress,
  categories: readonly CategoryStop[]
): Journey['next'] => {
  if (declarations !== 'done') return { kind: 'declarations' }
  const [step] = shortestWay(edition, answers).steps
  const begun = categories.find(({ progress, isLacking }) => isLacking || (step && progress === 'in_progress'))
  const number = begun?.category.number ?? step?.categoryNumber
  return number === undefined ? { kind: 'confirmation' } : { kind: 'category', number }
}

// An empty checklist lacks its first answer; that is no fault of the first category.
const hasMarks = (category: Category, { marks }: Answers): boolean =>
  category.items.some(({ code }) => marks[code] !== undefined)

/** Where an application stands and what to do next. */
export const journeyOf = (edition: CategoriesEdition, answers: Answers, evaluationYear: number): Journey => {
  const verdict = score(edition, answers)
  const lacking = new Set(missingParts(edition, answers, evaluationYear).map(({ section }) => section))
  const categories = edition.categories.map((category, index): CategoryStop => {
    const judged = verdict.categories[index]
    const passed = judged?.passed ?? false
    return {
      category,
      progress: progressOf(category, answers, evaluationYear, passed),
      passed,
      isLacking: hasMarks(category, answers) && lacking.has(categorySection(category.number)),
      ratio: judged === undefined ? 0 : Math.min(1, judged.checked / judged.needed)
    }
  })
  const declarations = declarationsProgress(edition, answers)
  return {
    declarations,
    categories,
    meetsStandard: verdict.meetsStandard,
    next: nextOf(edition, answers, declarations, categories)
  }
}
