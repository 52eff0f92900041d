import { aliasedTable, and, asc, between, eq, gt, inArray, notExists, sql } from 'drizzle-orm'
import { applicationStatuses, isOpen } from '../applications/application-status.ts'
import { applications, submissions } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import { notices } from '../platform/table.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { EndingPeriod, SentNotice } from './ending.ts'
import { reminderKind } from './ending.ts'

/** Last days of periods, both included. */
export type EndRange = { readonly from: CalendarDate; readonly until: CalendarDate }

const later = aliasedTable(certificationPeriods, 'later')
const laterOf = aliasedTable(certifications, 'later_of')

/** A company's latest period only: a renewal, or a new certification after a gap, takes the place of what was before. */
const isLatest = (db: Database) =>
  notExists(
    db
      .select({ id: later.id })
      .from(later)
      .innerJoin(laterOf, eq(laterOf.id, later.certificationId))
      .where(and(eq(laterOf.companyId, certifications.companyId), gt(later.endsOn, certificationPeriods.endsOn)))
  )

const select = (db: Database) =>
  db
    .select({
      periodId: certificationPeriods.id,
      certificationId: certifications.id,
      applicationId: certificationPeriods.applicationId,
      hasCase: sql<boolean>`exists (select 1 from ${submissions} where ${submissions.applicationId} = ${certificationPeriods.applicationId})`,
      number: certifications.number,
      companyId: companies.id,
      companyName: companies.name,
      period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
      endedOn: certifications.endedOn,
      endedHow: certifications.endedHow,
      open: { id: applications.id, kind: applications.kind, status: applications.status, number: applications.number }
    })
    .from(certificationPeriods)
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .leftJoin(
      applications,
      and(eq(applications.companyId, companies.id), inArray(applications.status, applicationStatuses.filter(isOpen)))
    )

/** The companies' latest periods that end on these days, the next to end first. */
export const periodsEnding = (db: Database, { from, until }: EndRange): Promise<readonly EndingPeriod[]> =>
  select(db)
    .where(and(between(certificationPeriods.endsOn, from, until), isLatest(db)))
    .orderBy(asc(certificationPeriods.endsOn), asc(certifications.number), asc(certificationPeriods.id))

/** A company's latest period, or null when there is no such period or another one has taken its place. */
export const findEndingPeriod = async (db: Database, periodId: string): Promise<EndingPeriod | null> => {
  const [row] = await select(db).where(and(eq(certificationPeriods.id, periodId), isLatest(db)))
  return row ?? null
}

const selectSent = (db: Database) =>
  db
    .select({ periodId: notices.subjectId, occasion: notices.occasion, sentAt: notices.sentAt })
    .from(notices)
    .innerJoin(certificationPeriods, eq(certificationPeriods.id, notices.subjectId))

/** What was sent about each period that ends on these days, oldest first; periods without any are left out. */
export const remindersEnding = async (
  db: Database,
  { from, until }: EndRange
): Promise<ReadonlyMap<string, readonly SentNotice[]>> => {
  const rows = await selectSent(db)
    .where(and(eq(notices.kind, reminderKind), between(certificationPeriods.endsOn, from, until)))
    .orderBy(asc(notices.sentAt), asc(notices.occasion))
  return Map.groupBy(rows, ({ periodId }) => periodId)
}

/** What was sent about a period, oldest first. */
export const remindersOf = (db: Database, periodId: string): Promise<readonly SentNotice[]> =>
  selectSent(db)
    .where(and(eq(notices.kind, reminderKind), eq(notices.subjectId, periodId)))
    .orderBy(asc(notices.sentAt), asc(notices.occasion))
