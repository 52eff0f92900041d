import type { CategoriesEdition } from '../checklist/index.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { score } from '../scoring/index.ts'

/** The figures and names that tell the scheme, counted from the edition: nothing of them is written twice. */
export const schemeFacts = (edition: CategoriesEdition, scheme: Scheme) => {
  const { categories } = score(edition, { marks: {} })
  const needed = categories.map((category) => category.needed)
  const fewest = needed.toSorted((one, other) => one - other).slice(0, edition.requiredCategories)
  return {
    city: scheme.city,
    committee: scheme.committee,
    categories: categories.map(({ number, title, counted, needed }) => ({ number, title, items: counted, needed })),
    items: categories.reduce((total, { counted }) => total + counted, 0),
    requiredCategories: edition.requiredCategories,
    fewestItems: fewest.reduce((total, count) => total + count, 0),
    condition: edition.declarations.find(({ required }) => required)?.text ?? '',
    years: scheme.certificationYears,
    usualDays: scheme.usualProcessingDays.initial
  }
}
