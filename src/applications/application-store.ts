import { and, desc, eq, inArray } from 'drizzle-orm'
import { companies, companyMembers } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import { NotFoundError } from '../platform/errors.ts'
import type { Application, Submission, SubmissionContent } from './application.ts'
import { type ApplicationStatus, applicationStatuses, isOpen } from './application-status.ts'
import { applications, submissions } from './table.ts'

const columns = {
  id: applications.id,
  companyId: applications.companyId,
  companyName: companies.name,
  kind: applications.kind,
  renews: applications.renews,
  edition: applications.edition,
  evaluationYear: applications.evaluationYear,
  status: applications.status,
  number: applications.number,
  begunAt: applications.begunAt,
  submittedAt: applications.submittedAt,
  statusSince: applications.statusSince
}

const select = (db: Database) =>
  db.select(columns).from(applications).innerJoin(companies, eq(companies.id, applications.companyId))

/** An application, or null. Who may see it is the caller's question: company pages use `findApplicationOf`. */
export const findApplication = async (db: Database, id: string): Promise<Application | null> => {
  const [row] = await select(db).where(eq(applications.id, id))
  return row ?? null
}

/** A company's own application, or null when there is none or it is another company's. */
export const findApplicationOf = async (db: Database, companyId: string, id: string): Promise<Application | null> => {
  const [row] = await select(db).where(and(eq(applications.id, id), eq(applications.companyId, companyId)))
  return row ?? null
}

/** All applications of a company, newest first. */
export const applicationsOf = (db: Database, companyId: string): Promise<readonly Application[]> =>
  select(db).where(eq(applications.companyId, companyId)).orderBy(desc(applications.id))

/** The application of a company that is under way, or null. */
export const findOpenApplicationOf = async (db: Database, companyId: string): Promise<Application | null> => {
  const open = applicationStatuses.filter(isOpen)
  const [row] = await select(db).where(and(eq(applications.companyId, companyId), inArray(applications.status, open)))
  return row ?? null
}

/**
 * An application, locked until the transaction ends: what is decided on its state holds when it is saved.
 * @throws NotFoundError when there is none
 */
export const lockApplication = async (tx: Database, id: string): Promise<Application> => {
  await tx.select({ id: applications.id }).from(applications).where(eq(applications.id, id)).for('update')
  const application = await findApplication(tx, id)
  if (application === null) throw new NotFoundError(`application ${id}`)
  return application
}

/**
 * An application that a company's person changes, locked until the transaction ends. Whose it is stands in the question
 * itself, so that no caller can forget it, and who has left the company meanwhile finds it no more.
 * @throws NotFoundError when there is none, or the person does not belong to its company
 */
export const lockApplicationAs = async (tx: Database, personId: string, id: string): Promise<Application> => {
  await tx.select({ id: applications.id }).from(applications).where(eq(applications.id, id)).for('update')
  const [application] = await select(tx)
    .innerJoin(companyMembers, eq(companyMembers.companyId, applications.companyId))
    .where(and(eq(applications.id, id), eq(companyMembers.userId, personId)))
  if (application === undefined) throw new NotFoundError(`application ${id}`)
  return application
}

/**
 * Holds a company until the transaction ends, so that it begins one application at a time. Rows that only refer to it can
 * still be written: whoever decides on its application has locked that first, and would wait for the other for ever.
 * @throws NotFoundError when there is no such company
 */
export const lockCompanyOf = async (tx: Database, companyId: string): Promise<void> => {
  const rows = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for('no key update')
  if (rows.length === 0) throw new NotFoundError(`company ${companyId}`)
}

export const insertApplication = async (tx: Database, row: typeof applications.$inferInsert): Promise<void> => {
  await tx.insert(applications).values(row)
}

/** Writes a new state; whether it may be entered was asked of the status table before. */
export const updateStatus = async (
  tx: Database,
  id: string,
  status: ApplicationStatus,
  at: Date,
  given: { readonly number?: string; readonly submittedAt?: Date } = {}
): Promise<void> => {
  await tx
    .update(applications)
    .set({ status, statusSince: at, ...given })
    .where(eq(applications.id, id))
}

const submissionColumns = {
  id: submissions.id,
  round: submissions.round,
  content: submissions.content,
  submittedAt: submissions.submittedAt,
  submittedOn: submissions.submittedOn
}

/** Everything that was sent, first round first. */
export const submissionsOf = (db: Database, applicationId: string): Promise<readonly Submission[]> =>
  db
    .select(submissionColumns)
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(submissions.round)

/** What was sent last, or null before the first submission. */
export const findLatestSubmission = async (db: Database, applicationId: string): Promise<Submission | null> => {
  const [row] = await db
    .select(submissionColumns)
    .from(submissions)
    .where(eq(submissions.applicationId, applicationId))
    .orderBy(desc(submissions.round))
    .limit(1)
  return row ?? null
}

export const insertSubmission = async (
  tx: Database,
  row: typeof submissions.$inferInsert & { readonly content: SubmissionContent }
): Promise<void> => {
  await tx.insert(submissions).values(row)
}
