import type { Database } from '../platform/database.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { CaseFile } from './case-file.ts'
import { readBaseline } from './read-baseline.ts'
import { type RenewalReview, reviewRenewal } from './renewal.ts'
import { findRouteChoice } from './route-store.ts'

/** What a renewal changes and which way it takes; null for an initial application, or one whose forerunner is unknown. */
export const readRenewal = async (
  db: Database,
  { city }: Pick<Scheme, 'city'>,
  file: CaseFile
): Promise<RenewalReview | null> => {
  const { id, kind, renews } = file.application
  if (kind === 'initial' || renews === null) return null
  return reviewRenewal(file, await readBaseline(db, renews), await findRouteChoice(db, id), city)
}
