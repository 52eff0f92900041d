import { submissionsOf } from '../applications/application-store.ts'
import { type Draft, snapshotOf } from '../applications/draft.ts'
import type { RenewalOutlook } from '../applications/renewal-outlook.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { examineCase } from '../screening/case-file.ts'
import { readBaseline } from '../screening/read-baseline.ts'
import { reviewRenewal } from '../screening/renewal.ts'
import { itemDecisionsOf } from '../screening/screening-store.ts'

/**
 * What a renewal would change if it were sent now, told by the very comparison that the secretariat will see; null for an
 * initial application.
 */
export const readRenewalOutlook = async (
  db: Database,
  { clock, scheme }: Pick<Context, 'clock' | 'scheme'>,
  draft: Draft
): Promise<RenewalOutlook | null> => {
  const { application, round } = draft
  if (application.renews === null) return null
  const content = snapshotOf(draft, draft.profile.representativeName)
  const now = { id: application.id, round, content, submittedAt: clock.now(), submittedOn: today(clock) }
  const [first = now, ...later] = [...(await submissionsOf(db, application.id)), now]
  const decisions = await itemDecisionsOf(db, application.id)
  const file = examineCase({
    application,
    submissions: [first, ...later],
    decisions,
    readingChoice: null,
    hearings: []
  })
  return reviewRenewal(file, await readBaseline(db, application.renews), null, scheme.city)
}
