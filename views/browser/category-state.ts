import {
  type CategoriesEdition,
  type Category,
  type FieldProblem,
  type FormAnswers,
  fieldName,
  type Marks,
  readEvidence
} from '../../src/checklist/index.ts'
import { type Averages, findings, type Progress, progressOf } from '../../src/scoring/index.ts'
import { type ForecastWords, forecastWords } from './forecast-words.ts'
import { type ShownFinding, shownFinding } from './shown-finding.ts'

/** What a category's page knows besides its own form; the page hands it to its script as JSON. */
export type CategorySurroundings = {
  readonly evaluationYear: number
  readonly industry: string | null
  readonly averages: Averages
  /** Marks of the other categories. */
  readonly otherMarks: Marks
}

/** Everything a category's page says about its answers. */
export type CategoryState = {
  readonly forecast: ForecastWords
  readonly progress: Progress
  readonly passed: boolean
  readonly items: readonly ItemState[]
}

/** What the page says about one item. */
export type ItemState = {
  readonly code: string
  readonly finding: ShownFinding | null
  /** Wrong entries that the mark calls for, by the names of the form. */
  readonly problems: readonly FieldProblem[]
  /** Entries under another mark that speak against it must be seen to be taken away. */
  readonly showsEvidence: boolean
}

/** The averages of one industry: all that a page needs of the datasets. */
export const averagesOf = ({ paidLeave, womenManagers }: Averages, industry: string | null): Averages => ({
  paidLeave: paidLeave.filter(({ industryCode }) => industryCode === industry),
  womenManagers: womenManagers.filter(({ industryCode }) => industryCode === industry)
})

/** Judges a category's answers for its page: on the server from what is stored, in the browser from what is typed. */
export const categoryState = (
  edition: CategoriesEdition,
  category: Category,
  answers: FormAnswers,
  { otherMarks, ...context }: CategorySurroundings
): CategoryState => {
  const { evaluationYear } = context
  const forecast = forecastWords(edition, { ...otherMarks, ...answers.marks })
  const passed = forecast.categories.some(({ number, passed: passes }) => number === category.number && passes)
  const found = new Map(findings(edition, { ...answers, ...context }).map((finding) => [finding.itemCode, finding]))
  return {
    forecast,
    passed,
    progress: progressOf(category, answers, evaluationYear, passed),
    items: category.items.map((item): ItemState => {
      const raw = answers.evidence[item.code] ?? {}
      const mark = answers.marks[item.code]
      const problems = mark === 'checked' ? readEvidence(item, raw, evaluationYear).problems : []
      return {
        code: item.code,
        finding: shownFinding(item, found.get(item.code), raw, evaluationYear),
        problems: problems.map(({ field, message }) => ({ field: fieldName(item.code, field), message })),
        showsEvidence: mark === 'not_applicable' && found.has(item.code)
      }
    })
  }
}
