import { asc, lte } from 'drizzle-orm'
import { certifications } from '../certificates/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The numbers of the certifications that were surrendered or revoked by a day. */
export const numbersEndedBy = async (db: Database, on: CalendarDate): Promise<readonly number[]> => {
  const rows = await db
    .select({ number: certifications.number })
    .from(certifications)
    .where(lte(certifications.endedOn, on))
    .orderBy(asc(certifications.number))
  return rows.map(({ number }) => number)
}
