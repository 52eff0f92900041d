import type { Mark } from '../checklist/index.ts'

/** What a decision rests on, kept as it stood on the day. */
export type DecisionBasis = {
  readonly edition: string
  readonly evaluationYear: number
  readonly confirmedMarks: Readonly<Record<string, Mark>>
  readonly reading: 'leaves_denominator' | 'counts_as_unchecked'
  readonly passedCategories: readonly number[]
  readonly requiredCategories: number
  readonly meetsStandard: boolean | null
  /** The surveys whose averages the findings used, e.g. 就労条件総合調査 令和7年. */
  readonly surveys: readonly string[]
}
