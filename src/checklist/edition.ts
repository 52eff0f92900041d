import type { EvidenceField } from './evidence-field.ts'

export type EditionId = 'asaka-2023' | 'asaka-2020'

/** One line of the checklist (審査項目). */
export type Item = {
  /** Number on the paper, such as `2-1`: unique within its edition. */
  readonly code: string
  /** Official wording, with the year as printed. Show it through `itemText`. */
  readonly text: string
  /** Official wording that follows the sentence: examples and ※ remarks. */
  readonly note?: string
  /** The year printed in `text`, which rolls with the evaluation year. */
  readonly printedYear?: number
  /** Whether 「-」 may stand in the mark. */
  readonly allowsNotApplicable: boolean
  readonly evidence: readonly EvidenceField[]
  /** Whether every field of `evidence` is needed, or any one of them bears out the mark. */
  readonly evidenceNeeded: 'all' | 'any'
  /** Our own answer to "what counts?". */
  readonly hint: string
  /** Our own short label, for tables. */
  readonly shortText: string
  /** The scan lost the official wording; `text` is our reconstruction. */
  readonly reconstructed?: true
}

/** One of the numbered parts of the checklist (項目 1 to 7). */
export type Category = {
  readonly number: number
  readonly title: string
  /** Our own shorter title, for narrow places. */
  readonly shortTitle: string
  readonly items: readonly Item[]
}

/** A statement at the head of the checklist. */
export type Declaration = {
  readonly id: 'legal_compliance' | 'kurumin' | 'health_management' | 'diverse_work_style' | 'sdgs_partner'
  readonly text: string
  /** Label of the box beside it, or null where there is none. */
  readonly detailLabel: string | null
  /** Only the first is a condition to submit; the others weigh nothing. */
  readonly required: boolean
}

type Sheet = {
  readonly id: EditionId
  /** Our own name of the edition. */
  readonly name: string
  /** Official title of the sheet. */
  readonly title: string
  /** Fiscal year in which the sheet came into use. */
  readonly introducedInFiscalYear: number
  readonly declarations: readonly Declaration[]
}

/** A sheet judged category by category: half of its items, in so many categories. */
export type CategoriesEdition = Sheet & {
  readonly rule: 'categories'
  readonly requiredCategories: number
  readonly categories: readonly Category[]
}

/**
 * Points of an item of the 2020 sheet. No paper prints them: 2, and 4 for a ☆ item, are the only values that fit the
 * printed totals of the categories whose ☆ can be read. Where the scan lost the ☆, the weight is unknown.
 */
export type Weight =
  | { readonly basis: 'inferred_from_totals'; readonly points: 2 | 4 }
  | { readonly basis: 'lost_in_scan'; readonly points: null }

export type PointsItem = Item & { readonly weight: Weight }

export type PointsCategory = Omit<Category, 'items'> & {
  /** Printed total of the category. */
  readonly points: number
  readonly items: readonly PointsItem[]
}

/** A sheet judged by points. */
export type PointsEdition = Sheet & {
  readonly rule: 'points'
  readonly totalPoints: number
  /** Points needed, or null while the city has not said. */
  readonly passMark: number | null
  readonly categories: readonly PointsCategory[]
}

export type Edition = CategoriesEdition | PointsEdition
