import type { CategoriesEdition, Edition, Marks, PointsEdition } from '../checklist/index.ts'
import { completeMarks } from './complete-marks.ts'
import { scoreCategories } from './score-categories.ts'
import { scorePoints } from './score-points.ts'
import {
  type CategoriesVerdict,
  defaultNotApplicableReading,
  type NotApplicableReading,
  type PointsVerdict,
  type Verdict
} from './verdict.ts'

/** The marks to judge, and how to read 「-」 (the default is the reading the city starts with). */
export type ScoreInput = { readonly marks: Marks; readonly reading?: NotApplicableReading }

/**
 * The verdict on a set of marks. An item without a mark counts as unchecked. A function with overloads, not an arrow:
 * so the verdict is narrower for an edition whose rule the compiler knows, without an assertion.
 * @throws UnknownItemError for a code that the edition does not have
 * @throws NotApplicableNotAllowedError for 「-」 where it does not exist
 */
export function score(edition: CategoriesEdition, input: ScoreInput): CategoriesVerdict
export function score(edition: PointsEdition, input: ScoreInput): PointsVerdict
export function score(edition: Edition, input: ScoreInput): Verdict
export function score(edition: Edition, { marks, reading = defaultNotApplicableReading }: ScoreInput): Verdict {
  const complete = completeMarks(edition, marks)
  return edition.rule === 'categories' ? scoreCategories(edition, complete, reading) : scorePoints(edition, complete)
}
