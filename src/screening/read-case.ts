import type { Application } from '../applications/application.ts'
import { findApplication, submissionsOf } from '../applications/application-store.ts'
import type { Database } from '../platform/database.ts'
import { ErasedError, NotFoundError } from '../platform/errors.ts'
import { type CaseFile, examineCase } from './case-file.ts'
import { findReadingChoice, hearingNotesOf, itemDecisionsOf } from './screening-store.ts'

/**
 * The case of an application that was read or locked before, put together from everything stored about it.
 * @throws NotFoundError when it was never submitted, ErasedError when it was and its time is over
 */
export const readCaseOf = async (db: Database, application: Application): Promise<CaseFile> => {
  const [first, ...later] = await submissionsOf(db, application.id)
  // The number stays with the record; what was submitted under it goes.
  if (first === undefined && application.number !== null) throw new ErasedError(`case ${application.id}`)
  if (first === undefined) throw new NotFoundError(`case ${application.id}`)
  return examineCase({
    application,
    submissions: [first, ...later],
    decisions: await itemDecisionsOf(db, application.id),
    readingChoice: await findReadingChoice(db, application.id),
    hearings: await hearingNotesOf(db, application.id)
  })
}

/** The case of an application as old papers name it: null where its content was erased at the end of its time. */
export const findCase = async (db: Database, applicationId: string): Promise<CaseFile | null> => {
  const application = await findApplication(db, applicationId)
  const isHere = application !== null && (await submissionsOf(db, applicationId)).length > 0
  return isHere ? readCaseOf(db, application) : null
}

/**
 * Everything that the secretariat, the committee's paper and the decision need to know of a submitted application.
 * @throws NotFoundError when there is no such application, or it was never submitted; ErasedError when its time is over
 */
export const readCase = async (db: Database, applicationId: string): Promise<CaseFile> => {
  const application = await findApplication(db, applicationId)
  if (application === null) throw new NotFoundError(`application ${applicationId}`)
  return readCaseOf(db, application)
}
