import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import { applications, submissions } from '../applications/table.ts'
import { certifications } from '../certificates/table.ts'
import { companies, companyInvitations, companyMembers } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import { signInCodeKind } from '../platform/outbox.ts'
import { mails } from '../platform/table.ts'

/** A mail that went to somebody of a company. */
export type SentMail = {
  readonly sentAt: Date | null
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

/** What of a company a mail can be about. */
const subjectsOf = (db: Database, companyId: string) => [
  inArray(
    mails.subjectId,
    db.select({ id: applications.id }).from(applications).where(eq(applications.companyId, companyId))
  ),
  inArray(
    mails.subjectId,
    db.select({ id: certifications.id }).from(certifications).where(eq(certifications.companyId, companyId))
  ),
  eq(mails.subjectId, companyId)
]

const addressed = sql`lower(${mails.recipient})`

/** Whom the city writes to at a company: its people and those invited, its contact now and as each submission named it. */
const addressesOf = (db: Database, companyId: string) => [
  inArray(
    addressed,
    db
      .select({ email: sql`lower(${users.email})` })
      .from(companyMembers)
      .innerJoin(users, eq(users.id, companyMembers.userId))
      .where(eq(companyMembers.companyId, companyId))
  ),
  inArray(
    addressed,
    db
      .select({ email: sql`lower(${companyInvitations.email})` })
      .from(companyInvitations)
      .where(eq(companyInvitations.companyId, companyId))
  ),
  inArray(
    addressed,
    db
      .select({ email: sql`lower(${companies.contactEmail})` })
      .from(companies)
      .where(eq(companies.id, companyId))
  ),
  inArray(
    addressed,
    db
      .select({ email: sql`lower(${submissions.content} -> 'profile' ->> 'contactEmail')` })
      .from(submissions)
      .innerJoin(applications, eq(applications.id, submissions.applicationId))
      .where(eq(applications.companyId, companyId))
  )
]

/**
 * The mails to a company, oldest first: both about something of its own and to somebody of its own. What officials were
 * told of its cases is not among them, nor what its people were told as somebody else's.
 */
export const mailsTo = (db: Database, companyId: string): Promise<readonly SentMail[]> =>
  db
    .select({ sentAt: mails.sentAt, recipient: mails.recipient, subject: mails.subject, body: mails.body })
    .from(mails)
    .where(and(or(...subjectsOf(db, companyId)), or(...addressesOf(db, companyId)), ne(mails.kind, signInCodeKind)))
    .orderBy(asc(mails.createdAt), asc(mails.id))
