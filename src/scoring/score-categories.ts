import type { CategoriesEdition, Category, Mark } from '../checklist/index.ts'
import type { CategoriesVerdict, CategoryVerdict, NotApplicableReading } from './verdict.ts'

/** 「各項目の合否判定は、半数以上の審査項目にチェックが付くか否かで判断する。」 (見直し方針, 2) */
const neededOf = (counted: number): number => Math.max(1, Math.ceil(counted / 2))

const judge = (
  { number, title, items }: Category,
  marks: ReadonlyMap<string, Mark>,
  reading: NotApplicableReading
): CategoryVerdict => {
  const countOf = (mark: Mark) => items.filter(({ code }) => marks.get(code) === mark).length
  const checked = countOf('checked')
  const counted = reading === 'leaves_denominator' ? items.length - countOf('not_applicable') : items.length
  // A category in which nothing counts needs one check all the same: nothing was done there, so it never passes.
  const needed = neededOf(counted)
  const passed = checked >= needed
  return { number, title, checked, counted, needed, missing: Math.max(0, needed - checked), passed }
}

/** Judges a sheet of categories: 「7つの項目の内、3つ以上の項目が合格であれば認定とする。」 (見直し方針, 2) */
export const scoreCategories = (
  edition: CategoriesEdition,
  marks: ReadonlyMap<string, Mark>,
  reading: NotApplicableReading
): CategoriesVerdict => {
  const categories = edition.categories.map((category) => judge(category, marks, reading))
  const passed = categories.filter((category) => category.passed).map(({ number }) => number)
  return {
    rule: 'categories',
    meetsStandard: passed.length >= edition.requiredCategories,
    passedCategories: passed.length,
    passedCategoryNumbers: passed,
    requiredCategories: edition.requiredCategories,
    categories
  }
}
