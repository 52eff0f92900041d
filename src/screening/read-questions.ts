import { findApplication } from '../applications/application-store.ts'
import type { Database } from '../platform/database.ts'
import { queriedQuestions } from './correction.ts'
import { readCaseOf } from './read-case.ts'
import { type Correction, findLatestCorrection } from './screening-store.ts'

/**
 * What the company is asked at each item, by item code: only while the application is returned, since before that the
 * questions are the secretariat's draft, and afterwards they are answered.
 */
export const questionsOf = async (db: Database, applicationId: string): Promise<Readonly<Record<string, string>>> => {
  const application = await findApplication(db, applicationId)
  if (application?.status !== 'returned') return {}
  const file = await readCaseOf(db, application)
  return Object.fromEntries(queriedQuestions(file).map(({ itemCode, question }) => [itemCode, question]))
}

/** The return for correction that the company has not answered yet, or null. */
export const correctionOf = async (db: Database, applicationId: string): Promise<Correction | null> => {
  const application = await findApplication(db, applicationId)
  return application?.status === 'returned' ? findLatestCorrection(db, applicationId) : null
}
