import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { certificationPeriods, certifications } from './table.ts'

/** The period that an application brought, with the number of its certification. */
export type BroughtPeriod = {
  readonly number: number
  readonly renewalCount: number
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
}

/** The periods that applications brought, by the application's key; those that brought none are left out. */
export const periodsBroughtBy = async (
  db: Database,
  applicationIds: readonly string[]
): Promise<ReadonlyMap<string, BroughtPeriod>> => {
  if (applicationIds.length === 0) return new Map()
  const rows = await db
    .select({
      applicationId: certificationPeriods.applicationId,
      number: certifications.number,
      renewalCount: certificationPeriods.renewalCount,
      startsOn: certificationPeriods.startsOn,
      endsOn: certificationPeriods.endsOn
    })
    .from(certificationPeriods)
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))
    .where(inArray(certificationPeriods.applicationId, [...applicationIds]))
  return new Map(rows.map(({ applicationId, ...period }) => [applicationId, period]))
}

/** The period that an application brought, or null. */
export const findPeriodBrought = async (db: Database, applicationId: string): Promise<BroughtPeriod | null> =>
  (await periodsBroughtBy(db, [applicationId])).get(applicationId) ?? null
