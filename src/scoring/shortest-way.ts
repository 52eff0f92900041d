import type { CategoriesEdition, Marks } from '../checklist/index.ts'
import { completeMarks } from './complete-marks.ts'
import { score } from './score.ts'
import type { NotApplicableReading } from './verdict.ts'

/** A category to pass on the way, the number of checks it still needs, and the items they may come from. */
type Step = {
  readonly categoryNumber: number
  readonly title: string
  readonly missing: number
  readonly candidates: readonly string[]
}

/** Both are empty when the standard is met. */
export type ShortestWay = { readonly total: number; readonly steps: readonly Step[] }

/**
 * The fewest further checks that meet the standard: the categories that lack least, in that order. Items with 「-」 are
 * no candidates, since nobody could have used them; a category that has none left to check is left out.
 */
export const shortestWay = (
  edition: CategoriesEdition,
  input: { readonly marks: Marks; readonly reading?: NotApplicableReading }
): ShortestWay => {
  const verdict = score(edition, input)
  const marks = completeMarks(edition, input.marks)
  const unchecked = new Map(
    edition.categories.map(({ number, items }) => [
      number,
      items.map(({ code }) => code).filter((code) => marks.get(code) === 'unchecked')
    ])
  )
  const steps = verdict.categories
    .filter(({ passed }) => !passed)
    .map(({ number, title, missing }) => ({
      categoryNumber: number,
      title,
      missing,
      candidates: unchecked.get(number) ?? []
    }))
    .filter(({ missing, candidates }) => candidates.length >= missing)
    .toSorted((a, b) => a.missing - b.missing || a.categoryNumber - b.categoryNumber)
    .slice(0, Math.max(0, verdict.requiredCategories - verdict.passedCategories))
  return { total: steps.reduce((sum, { missing }) => sum + missing, 0), steps }
}

/** The shortest way in words: 「「地域・社会貢献活動」であと1項目」. */
export const describeShortestWay = ({ steps }: ShortestWay): string =>
  steps.length === 0
    ? '認定基準を満たしています'
    : steps.map(({ title, missing }) => `「${title}」であと${missing}項目`).join('、')
