import type { CategoriesEdition, Category, Marks } from '../../src/checklist/index.ts'
import { itemsOf } from '../../src/checklist/items-of.ts'
import { score } from '../../src/scoring/score.ts'
import type { CategoryVerdict } from '../../src/scoring/verdict.ts'
import { type ForecastWords, forecastWords } from './forecast-words.ts'

/** What the self-check says of the marks so far: on the server of a link's, in the browser of those just chosen. */
export type SelfCheckWords = {
  readonly forecast: ForecastWords
  /** Items with a mark, of all. */
  readonly decided: number
  readonly total: number
  readonly progress: string
  readonly categories: readonly CategoryWords[]
}

/** What stands beside the title of a category. */
export type CategoryWords = {
  readonly category: Category
  readonly passed: boolean
  /** 合格の見込み, あと1項目で合格 */
  readonly verdict: string
  /** 4項目中2項目に回答 */
  readonly answered: string
}

const verdictWords = ({ passed, missing }: CategoryVerdict): string =>
  passed ? '合格の見込み' : `あと${missing}項目で合格`

const decidedIn = ({ items }: Category, marks: Marks): number =>
  items.filter(({ code }) => marks[code] !== undefined).length

/** Judges the marks with the rule that the secretariat uses, and puts it into the words of the page. */
export const selfCheckWords = (edition: CategoriesEdition, marks: Marks): SelfCheckWords => {
  const verdict = score(edition, { marks })
  const total = itemsOf(edition).length
  const decided = edition.categories.reduce((sum, category) => sum + decidedIn(category, marks), 0)
  return {
    forecast: forecastWords(edition, marks),
    decided,
    total,
    progress: `${total}項目のうち${decided}項目に回答`,
    categories: edition.categories.flatMap((category, index) => {
      const judged = verdict.categories[index]
      if (judged === undefined) return []
      const answered = `${category.items.length}項目中${decidedIn(category, marks)}項目に回答`
      return [{ category, passed: judged.passed, verdict: verdictWords(judged), answered }]
    })
  }
}
