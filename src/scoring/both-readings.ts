import type { CategoriesEdition, Marks } from '../checklist/index.ts'
import { score } from './score.ts'
import type { CategoriesVerdict, NotApplicableReading } from './verdict.ts'

/** The verdict under each reading of 「-」, and where the two part. */
export type BothReadings = {
  readonly verdicts: Readonly<Record<NotApplicableReading, CategoriesVerdict>>
  /** Whether anything a person must choose between differs: a category or the standard. */
  readonly differ: boolean
  readonly differingCategories: readonly number[]
  readonly standardDiffers: boolean
}

/** Judges the marks under both readings of 「-」, for the screening page. Throws as `score` does. */
export const bothReadings = (edition: CategoriesEdition, marks: Marks): BothReadings => {
  const leaves = score(edition, { marks, reading: 'leaves_denominator' })
  const counts = score(edition, { marks, reading: 'counts_as_unchecked' })
  const others = new Set(counts.passedCategoryNumbers)
  // Leaving the denominator never makes a pass harder, so only its passes can be missing on the other side.
  const differingCategories = leaves.passedCategoryNumbers.filter((number) => !others.has(number))
  const standardDiffers = leaves.meetsStandard !== counts.meetsStandard
  return {
    verdicts: { leaves_denominator: leaves, counts_as_unchecked: counts },
    differ: differingCategories.length > 0 || standardDiffers,
    differingCategories,
    standardDiffers
  }
}
