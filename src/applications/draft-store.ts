import { findProfile } from '../companies/company-store.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { infectedAmong } from '../scanning/scan-store.ts'
import type { Application } from './application.ts'
import { submissionsOf } from './application-store.ts'
import { attachmentsOf, countAttachmentChanges } from './attachment-store.ts'
import type { Draft } from './draft.ts'
import { sectionsOf } from './section-store.ts'
import { answersIn, sectionsVersion } from './sections.ts'

/**
 * Everything that would be sent if the application were submitted now.
 * @throws NotFoundError when the company has no profile
 */
export const readDraft = async (db: Database, application: Application): Promise<Draft> => {
  const stored = await findProfile(db, application.companyId)
  if (stored === null) throw new NotFoundError(`profile of company ${application.companyId}`)
  const sections = await sectionsOf(db, application.id)
  const attachmentChanges = await countAttachmentChanges(db, application.id)
  const rounds = await submissionsOf(db, application.id)
  const attachments = await attachmentsOf(db, application.id)
  return {
    application,
    profile: stored.profile,
    answers: answersIn(sections),
    attachments,
    infected: await infectedAmong(db, attachments),
    version: sectionsVersion(sections) + stored.version + attachmentChanges,
    round: rounds.length + 1
  }
}
