import type { Comparison } from '../scoring/index.ts'

/** What a renewal changes against the last certification, as far as it can be told before it is examined. */
export type RenewalOutlook = {
  /** False where the last sheet was on a paper that was never entered: nothing can be compared. */
  readonly hasBaseline: boolean
  /** Whether the last sheet was of another edition and was carried over into this one. */
  readonly isCarriedOver: boolean
  readonly comparison: Comparison
}

/** What the time means for a renewal that is sent now, in words that people read. */
export type RenewalTerms = {
  /** Why it cannot be sent; null where it can. */
  readonly barred: string | null
  /** What its day means for the period: in time or late, and what follows. */
  readonly note: string | null
}

/** What renewals know of an application; they stand to the right, so the composition hands their answers in. */
export const noTerms: RenewalTerms = { barred: null, note: null }
