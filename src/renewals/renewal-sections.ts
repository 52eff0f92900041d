import type { RenewalStatement, SectionData, SectionName } from '../applications/application.ts'
import { type Answers, categorySection } from '../applications/sections.ts'
import type { Category, Edition } from '../checklist/index.ts'

/** The answers of a renewal, which always says whether the body changed. */
export type RenewalAnswers = Answers & { readonly renewal: RenewalStatement }

/** Nobody has said yet that the body changed. */
export const unchangedBody: RenewalStatement = { organisationChanged: false, organisationDetail: '' }

const ofItems = <T>(values: Readonly<Record<string, T>>, { items }: Category): Readonly<Record<string, T>> => {
  const codes = new Set(items.map(({ code }) => code))
  return Object.fromEntries(Object.entries(values).filter(([code]) => codes.has(code)))
}

/** The answers of a renewal as the sections of its draft hold them. */
export const renewalSections = (
  edition: Edition,
  { declarations, renewal, marks, evidence }: RenewalAnswers
): readonly { readonly name: SectionName; readonly data: SectionData }[] => [
  { name: 'declarations', data: declarations },
  { name: 'renewal', data: renewal },
  ...edition.categories.map((category) => ({
    name: categorySection(category.number),
    data: { marks: ofItems(marks, category), evidence: ofItems(evidence, category) }
  }))
]
