import type { AverageRow, Averages } from '../averages.ts'

/** Whether the evidence bears out the mark. It never refuses by itself: a person decides. */
export type FindingVerdict = 'borne_out' | 'not_borne_out' | 'needs_check' | 'incomplete'

/** What one 記載欄 shows. */
export type FieldFinding = {
  readonly verdict: FindingVerdict
  /** One sentence, for the company as for the secretariat. */
  readonly title: string
  /** The calculation, or what to do; may be empty. */
  readonly detail: string
  /** Names of the surveys compared with. */
  readonly source?: string
  /** The values compared with, to be kept with a decision. */
  readonly averages?: readonly AverageRow[]
}

export type Finding = FieldFinding & { readonly itemCode: string }

export type FindingContext = {
  readonly evaluationYear: number
  /** Major division of the company's industry, or null while it has not said. */
  readonly industry: string | null
  readonly averages: Averages
}

/** The verdict of a finding in a word. */
export const findingLabels: Readonly<Record<FindingVerdict, string>> = {
  borne_out: '裏付けあり',
  not_borne_out: '裏付けなし',
  needs_check: '確認が必要',
  incomplete: '記入の途中'
}

/** What a finding compared with, once each. */
export const comparedWith = (rows: readonly AverageRow[]): Pick<FieldFinding, 'source' | 'averages'> =>
  rows.length === 0 ? {} : { source: [...new Set(rows.map(({ survey }) => survey))].join('、'), averages: rows }

/** A percentage as it is written: one decimal, or two where they differ from one. */
export const percentText = (percent: number): string =>
  `${Math.round(percent * 100) % 10 === 0 ? percent.toFixed(1) : percent.toFixed(2)}%`
