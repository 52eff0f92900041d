/** A box of free text. `name` is unique within its item. */
export type TextField = { readonly kind: 'text'; readonly name: string; readonly label: string }

/** One printed measure of a list; `id` is stored with the answers and never changes. */
export type Measure = { readonly id: string; readonly text: string }

/** 取組内容 with printed boxes to tick, and a last one to be described. */
export type MeasuresField = {
  readonly kind: 'measures'
  readonly label: string
  readonly options: readonly Measure[]
  readonly other: string
  /** How many boxes bear out the mark: any one in the 2023 sheet, three in the 2020 sheet. */
  readonly needed: number
}

/** Whose hours a table of overtime holds. */
export type OvertimeBasis = 'busiest' | 'average'

/** Hours of overtime a month and a year, for the last three years. */
export type OvertimeField = {
  readonly kind: 'overtime'
  readonly bases: readonly { readonly id: OvertimeBasis; readonly label: string }[]
  /** How many of the last years the busiest employee must stay within the limits. */
  readonly testedYears: number
}

/** Average paid-leave take-up rate of the last three years, and whether everyone took five days. */
export type TakeUpField = {
  readonly kind: 'take_up'
  readonly label: string
  /** Our own words: the paper holds this condition in the item's text and gives no box for it. */
  readonly everyoneQuestion: string
}

/** Up to two years in which an arrangement was used, with the people who used it. */
export type UsageField = {
  readonly kind: 'usage'
  readonly label: string
  readonly counts: readonly UsageCount[]
}

type UsageCount = { readonly name: 'men' | 'women' | 'people'; readonly label: string }

/** Managers by sex at the end of the last business year; the share is computed, never typed. */
export type HeadCountsField = {
  readonly kind: 'head_counts'
  readonly label: string
  readonly menLabel: string
  readonly womenLabel: string
  readonly shareLabel: string
}

/** Goals of the SDGs, what is done for them, and where it is published. */
export type SdgsField = {
  readonly kind: 'sdgs'
  readonly goalsLabel: string
  readonly descriptionLabel: string
  /** Our own words: the item asks that the efforts are published and gives no box for where. */
  readonly publishedLabel: string
}

export type YearlyColumn = {
  readonly name: string
  readonly label: string
  readonly unit: '人' | '件' | '日'
}

/** What a yearly table of the 2020 sheet must show. */
export type YearlyTest =
  | { readonly kind: 'used'; readonly inYears: number }
  | { readonly kind: 'women_share_above'; readonly percent: number; readonly inYears: number }
  | { readonly kind: 'stated' }

/** A table of the 2020 sheet with one row a year. */
export type YearlyField = {
  readonly kind: 'yearly'
  readonly label: string
  readonly columns: readonly YearlyColumn[]
  readonly rows: number
  readonly test: YearlyTest
}

/** What the 記載欄 beside an item asks for. Labels are the paper's own unless said otherwise. */
export type EvidenceField =
  | TextField
  | MeasuresField
  | OvertimeField
  | TakeUpField
  | UsageField
  | HeadCountsField
  | SdgsField
  | YearlyField
