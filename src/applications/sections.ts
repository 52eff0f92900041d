import type { CategoriesEdition, Edition, Mark, RawEvidence } from '../checklist/index.ts'
import type { CategoryAnswers, DeclarationAnswers, RenewalStatement, SectionData, SectionName } from './application.ts'

/** A section as it was saved last. */
export type Section = {
  readonly name: string
  /** Counts the saves, so that a later one cannot undo what its writer has not seen. */
  readonly version: number
  readonly data: SectionData
  readonly savedAt: Date
  readonly savedBy: string
}

/** Everything a company has filled in. */
export type Answers = {
  readonly declarations: DeclarationAnswers
  readonly marks: Readonly<Record<string, Mark>>
  readonly evidence: Readonly<Record<string, RawEvidence>>
  /** Of a renewal only. */
  readonly renewal?: RenewalStatement
}

/** The section of a category. */
export const categorySection = (number: number): SectionName => `category-${number}`

/** The sections of a new application, all empty. */
export const emptySections = (
  edition: Edition
): readonly { readonly name: SectionName; readonly data: SectionData }[] => [
  { name: 'declarations', data: {} },
  ...edition.categories.map(({ number }) => ({ name: categorySection(number), data: { marks: {}, evidence: {} } }))
]

type Named = Pick<Section, 'name' | 'data'>

const isCategory = (section: Named): section is Named & { readonly data: CategoryAnswers } =>
  section.name.startsWith('category-')

const isDeclarations = (section: Named): section is Named & { readonly data: DeclarationAnswers } =>
  section.name === 'declarations'

/** The answers of one category; empty where the section is not one. */
export const categoryAnswers = (section: Named | null): CategoryAnswers =>
  section !== null && isCategory(section) ? section.data : { marks: {}, evidence: {} }

/** The declarations; empty where the section is not theirs. */
export const declarationAnswers = (section: Named | null): DeclarationAnswers =>
  section !== null && isDeclarations(section) ? section.data : {}

const isRenewal = (section: Named): section is Named & { readonly data: RenewalStatement } => section.name === 'renewal'

/** Grows with every save of any section: what a form of all of them was made from. */
export const sectionsVersion = (sections: readonly Pick<Section, 'version'>[]): number =>
  sections.reduce((sum, { version }) => sum + version, 0)

/** All sections put together. */
export const answersIn = (sections: readonly Named[]): Answers => {
  const renewal = sections.find(isRenewal)?.data
  return {
    declarations: Object.assign({}, ...sections.map(declarationAnswers)),
    marks: Object.assign({}, ...sections.map((section) => categoryAnswers(section).marks)),
    evidence: Object.assign({}, ...sections.map((section) => categoryAnswers(section).evidence)),
    ...(renewal === undefined ? {} : { renewal })
  }
}

/** The category with this number, or null where the edition has none; the number is as a URL holds it. */
export const findCategory = (
  edition: CategoriesEdition,
  number: string
): CategoriesEdition['categories'][number] | null =>
  edition.categories.find((category) => String(category.number) === number) ?? null

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(
        Object.keys(value)
          .toSorted()
          .map((key) => [key, sorted(value[key])])
      )
    : value

/** Whether two sections say the same, in whatever order their keys stand: PostgreSQL keeps none. */
export const sayTheSame = (one: SectionData, other: SectionData): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
