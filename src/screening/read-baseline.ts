import type { Application, SubmissionContent } from '../applications/application.ts'
import { findApplication, findLatestSubmission } from '../applications/application-store.ts'
import type { Marks } from '../checklist/index.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readCaseOf } from './read-case.ts'
import { itemDecisionsOf } from './screening-store.ts'

/** What a company was certified for last: what its renewal begins with and is compared with. */
export type Baseline = {
  readonly application: Application
  /** Null where the paper was never entered. */
  readonly content: SubmissionContent | null
  /** The marks that the certification rested on; all that are on a paper which was examined outside of the portal. */
  readonly confirmedMarks: Marks
}

/**
 * The last certification of a renewal, or of an application that would be renewed.
 * @param applicationId the application by which the company was certified
 * @throws NotFoundError when there is none
 */
export const readBaseline = async (db: Database, applicationId: string): Promise<Baseline> => {
  const application = await findApplication(db, applicationId)
  if (application === null) throw new NotFoundError(`application ${applicationId}`)
  const submission = await findLatestSubmission(db, applicationId)
  if (submission === null) return { application, content: null, confirmedMarks: {} }
  const { content } = submission
  const wasExaminedHere = (await itemDecisionsOf(db, applicationId)).length > 0
  const confirmedMarks = wasExaminedHere ? (await readCaseOf(db, application)).confirmedMarks : content.marks
  return { application, content, confirmedMarks }
}
