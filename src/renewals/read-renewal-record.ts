import type { Application } from '../applications/application.ts'
import { attachmentsOf } from '../applications/attachment-store.ts'
import { type CorrectionDeps, readCorrection } from '../applications/read-correction.ts'
import { sectionsOf } from '../applications/section-store.ts'
import { answersIn } from '../applications/sections.ts'
import { findProfile } from '../companies/company-store.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { withHolds } from '../scanning/find-holds.ts'
import { readBaseline } from '../screening/read-baseline.ts'
import type { RenewalRecord } from './renewal-page.ts'

/**
 * Everything stored about a renewal that is filled in.
 * @throws NotFoundError when the application is no renewal, or its company has no profile
 */
export const readRenewalRecord = async (
  context: Pick<Context, 'db' | 'scanner'>,
  correction: CorrectionDeps,
  application: Application
): Promise<RenewalRecord> => {
  const { db } = context
  const stored = await findProfile(db, application.companyId)
  if (application.renews === null || stored === null) throw new NotFoundError(`renewal ${application.id}`)
  const sections = await sectionsOf(db, application.id)
  return {
    application,
    sections,
    stored: answersIn(sections),
    files: await withHolds(context, await attachmentsOf(db, application.id)),
    profile: stored.profile,
    baseline: await readBaseline(db, application.renews),
    questions: application.status === 'returned' ? await correction.questionsOf(application.id) : {},
    correction: await readCorrection(db, correction, application)
  }
}
