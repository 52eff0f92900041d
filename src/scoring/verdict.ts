/**
 * How 「-」 counts, on which the papers are silent: the item leaves the denominator (the default, because a separate mark
 * would mean nothing otherwise), or it counts as not checked.
 */
export type NotApplicableReading = 'leaves_denominator' | 'counts_as_unchecked'

export const defaultNotApplicableReading: NotApplicableReading = 'leaves_denominator'

type Tally = {
  readonly number: number
  readonly title: string
  readonly checked: number
  /** Items that count: all, less those that leave the denominator. */
  readonly counted: number
}

export type CategoryVerdict = Tally & {
  /** Checked items with which the category passes. */
  readonly needed: number
  /** Checked items that are still missing: 0 when passed. */
  readonly missing: number
  readonly passed: boolean
}

export type CategoriesVerdict = {
  readonly rule: 'categories'
  readonly meetsStandard: boolean
  /** How many categories passed. */
  readonly passedCategories: number
  readonly passedCategoryNumbers: readonly number[]
  readonly requiredCategories: number
  readonly categories: readonly CategoryVerdict[]
}

/**
 * Points as far as they are known. `earned` is null where it depends on a ☆ that the scan lost; `atLeast` and `atMost`
 * then hold it, by the printed total.
 */
export type Points = {
  readonly earned: number | null
  readonly atLeast: number
  readonly atMost: number
  readonly max: number
  /** Checked items whose weight is unknown. */
  readonly unknownCodes: readonly string[]
}

/** The 2020 sheet passes no categories: what exists only by category is null. */
export type PointsVerdict = {
  readonly rule: 'points'
  /** Null: not determined, for want of a pass mark or of a weight. */
  readonly meetsStandard: boolean | null
  readonly passedCategories: null
  readonly passedCategoryNumbers: readonly number[]
  readonly requiredCategories: null
  readonly categories: readonly PointsCategoryVerdict[]
  readonly points: Points
}

export type PointsCategoryVerdict = Tally & {
  readonly needed: null
  readonly missing: null
  readonly passed: null
  readonly points: Points
}

export type Verdict = CategoriesVerdict | PointsVerdict
