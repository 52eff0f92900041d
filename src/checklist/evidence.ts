import type { OvertimeBasis } from './evidence-field.ts'

type TextEvidence = { readonly kind: 'text'; readonly name: string; readonly value: string | null }

export type MeasuresEvidence = {
  readonly kind: 'measures'
  /** Ids of the printed measures that are ticked, in the order of the paper. */
  readonly ticked: readonly string[]
  readonly otherTicked: boolean
  readonly other: string | null
}

/** Hours of overtime of one calendar year. */
export type OvertimeYear = {
  readonly year: number
  readonly monthHours: number | null
  readonly yearHours: number | null
}

export type OvertimeEvidence = {
  readonly kind: 'overtime'
  readonly basis: OvertimeBasis | null
  /** Oldest first. */
  readonly years: readonly OvertimeYear[]
}

export type TakeUpYear = { readonly year: number; readonly percent: number | null }

export type TakeUpEvidence = {
  readonly kind: 'take_up'
  /** Whether everyone granted ten days or more took five or more, in each of the years. */
  readonly everyoneTookFive: boolean | null
  readonly years: readonly TakeUpYear[]
}

/** One row of a usage record. `people` is all of them, whether counted by sex or not. */
export type UsageRow = {
  readonly row: number
  readonly year: number | null
  readonly men: number | null
  readonly women: number | null
  readonly people: number | null
}

export type UsageEvidence = { readonly kind: 'usage'; readonly rows: readonly UsageRow[] }

export type HeadCountsEvidence = {
  readonly kind: 'head_counts'
  readonly men: number | null
  readonly women: number | null
  /** Share of women in percent, rounded to one decimal; null while it cannot be computed. */
  readonly sharePercent: number | null
}

export type SdgsEvidence = {
  readonly kind: 'sdgs'
  readonly goals: readonly number[]
  readonly description: string | null
  readonly published: string | null
}

export type YearlyRow = { readonly year: number; readonly values: Readonly<Record<string, number | null>> }

export type YearlyEvidence = { readonly kind: 'yearly'; readonly rows: readonly YearlyRow[] }

/** What one 記載欄 says, once read. What is empty or cannot be read is null. */
export type Evidence =
  | TextEvidence
  | MeasuresEvidence
  | OvertimeEvidence
  | TakeUpEvidence
  | UsageEvidence
  | HeadCountsEvidence
  | SdgsEvidence
  | YearlyEvidence

/** Women's share in percent, rounded to one decimal; null while a count is missing or both are zero. */
export const womenShare = (men: number | null, women: number | null): number | null =>
  men === null || women === null || men + women === 0 ? null : Math.round((women * 1000) / (men + women)) / 10
