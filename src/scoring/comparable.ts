import type { Declared, FormAnswers } from '../checklist/index.ts'
import type { NotApplicableReading } from './verdict.ts'

/** Who stands behind a sheet. */
export type Body = {
  readonly name: string
  /** 13 digits; null for sole proprietors, who have none. */
  readonly legalEntityNumber: string | null
  /** Whether it has its place of business in the city. */
  readonly inCity: boolean
}

/** One side of a comparison. Which marks it holds, claimed or confirmed ones, is the caller's choice. */
export type Comparable = FormAnswers & {
  /** By which the evidence names its years: for a side that was carried over, the renewal's own. */
  readonly evaluationYear: number
  readonly declarations: Readonly<Record<string, Declared>>
  readonly body: Body
}

export type ComparisonOptions = {
  /** How 「-」 counts, on both sides alike: a category must not flip because it was read in another way. */
  readonly reading?: NotApplicableReading
  /** The earlier side was carried over from a sheet of another rule: it had no verdict by this one, and passed nothing. */
  readonly carriedOver?: boolean
  /** The company states a merger, a split or a transfer since the last certification. */
  readonly organisationChanged?: boolean
}
