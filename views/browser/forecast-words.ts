import type { CategoriesEdition, Marks } from '../../src/checklist/index.ts'
// One by one: a page's script that needs the forecast alone loads nothing else of the scoring.
import { score } from '../../src/scoring/score.ts'
import { describeShortestWay, shortestWay } from '../../src/scoring/shortest-way.ts'
import type { CategoryVerdict } from '../../src/scoring/verdict.ts'

/** The forecast in the words of the panel. */
export type ForecastWords = {
  readonly passed: number
  readonly required: number
  readonly shortestWay: string
  readonly categories: readonly {
    readonly number: number
    readonly title: string
    readonly passed: boolean
    readonly text: string
  }[]
}

const resultWords = ({ passed, missing, checked, counted }: CategoryVerdict): string => {
  if (passed) return `合格 ${checked}/${counted}`
  return missing === 1 ? 'あと1項目' : `${checked}/${counted}`
}

/** What the marks mean for the company; the server and the page's script say it in the same words. */
export const forecastWords = (edition: CategoriesEdition, marks: Marks): ForecastWords => {
  const verdict = score(edition, { marks })
  const way = shortestWay(edition, { marks })
  return {
    passed: verdict.passedCategories,
    required: verdict.requiredCategories,
    shortestWay: verdict.meetsStandard ? '認定基準を満たす見込みです。' : `いちばん近い道：${describeShortestWay(way)}`,
    categories: verdict.categories.map((category, index) => ({
      number: category.number,
      title: edition.categories[index]?.shortTitle ?? category.title,
      passed: category.passed,
      text: resultWords(category)
    }))
  }
}
