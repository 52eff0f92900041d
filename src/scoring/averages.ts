/** One published industry average. */
export type AverageRow = {
  readonly survey: string
  /** The year that the value describes, which is not always the year in the survey's name. */
  readonly year: number
  /** Major division of the Japan Standard Industrial Classification, or null for all industries together. */
  readonly industryCode: string | null
  readonly percent: number
  /** Where the value is published. */
  readonly source: string
}

/** The datasets that findings compare with. A year or industry without a row is a gap, never zero. */
export type Averages = {
  readonly paidLeave: readonly AverageRow[]
  readonly womenManagers: readonly AverageRow[]
}

/** The average of an industry in a year; a later row corrects an earlier one. */
export const averageIn = (rows: readonly AverageRow[], industry: string, year: number): AverageRow | null =>
  rows.findLast((row) => row.industryCode === industry && row.year === year) ?? null

/** The average of an industry in the latest year published, up to a year. */
export const latestAverage = (rows: readonly AverageRow[], industry: string, upTo: number): AverageRow | null => {
  const years = rows.filter((row) => row.industryCode === industry && row.year <= upTo).map(({ year }) => year)
  return years.length === 0 ? null : averageIn(rows, industry, Math.max(...years))
}
