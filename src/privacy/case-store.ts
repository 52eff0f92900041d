import { aliasedTable, and, eq, inArray, isNotNull, isNull, lte, ne, notExists, sql } from 'drizzle-orm'
import { applicationStatuses, isOpen } from '../applications/application-status.ts'
import { applications } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The day on which a case was closed: refused or withdrawn, or the last day on which its period counted. */
const closedOn = sql<CalendarDate>`coalesce(
  least(${certificationPeriods.endsOn}, ${certifications.endedOn}),
  case when ${applications.status} = 'certified' then null else (${applications.statusSince} at time zone 'Asia/Tokyo')::date end
)`

const renewal = aliasedTable(applications, 'renewal')

/** What a renewal under way is compared with is still needed. */
const isNotBeingRenewed = (db: Database) =>
  notExists(
    db
      .select({ id: renewal.id })
      .from(renewal)
      .where(and(eq(renewal.renews, applications.id), inArray(renewal.status, applicationStatuses.filter(isOpen))))
  )

/** Applications that the city received, that are closed since a day or longer, and whose content is still here. */
export const casesClosedBy = async (db: Database, day: CalendarDate): Promise<readonly string[]> => {
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .leftJoin(certificationPeriods, eq(certificationPeriods.applicationId, applications.id))
    .leftJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))
    .where(
      and(
        isNull(applications.erasedAt),
        isNotNull(applications.number),
        inArray(applications.status, ['certified', 'refused', 'withdrawn']),
        lte(closedOn, day),
        isNotBeingRenewed(db)
      )
    )
    .orderBy(applications.id)
  return rows.map(({ id }) => id)
}

/** Whether a company has been certified by an application whose content is still here. */
export const hasCertifiedCase = async (db: Database, companyId: string, except: string): Promise<boolean> => {
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.companyId, companyId),
        eq(applications.status, 'certified'),
        isNull(applications.erasedAt),
        ne(applications.id, except)
      )
    )
    .limit(1)
  return rows.length > 0
}
