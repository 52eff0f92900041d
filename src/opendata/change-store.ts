import { and, eq, inArray, lt, lte, max } from 'drizzle-orm'
import { applications } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { directoryEntries } from '../directory/table.ts'
import type { Database } from '../platform/database.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'

/** The first instant of a day in Japan. */
export const beginningOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00+09:00`)

/**
 * When what is told of certified companies last changed, as of a day: when an entry was last made, or a certification
 * began to hold or held no more, by its days, by its end, or because the renewal that kept it was not granted. Null while
 * there is nothing to tell.
 */
export const lastChange = async (db: Database, on: CalendarDate): Promise<Date | null> => {
  const [made] = await db.select({ at: max(directoryEntries.madeAt) }).from(directoryEntries)
  const [begun] = await db
    .select({ day: max(certificationPeriods.startsOn) })
    .from(certificationPeriods)
    .where(lte(certificationPeriods.startsOn, on))
  const [over] = await db
    .select({ day: max(certificationPeriods.endsOn) })
    .from(certificationPeriods)
    .where(lt(certificationPeriods.endsOn, on))
  const [ended] = await db
    .select({ day: max(certifications.endedOn) })
    .from(certifications)
    .where(lte(certifications.endedOn, on))
  const [refused] = await db
    .select({ at: max(applications.statusSince) })
    .from(applications)
    .where(and(eq(applications.kind, 'renewal'), inArray(applications.status, ['refused', 'withdrawn'])))
  const changes = [
    made?.at,
    begun?.day ? beginningOf(begun.day) : null,
    over?.day ? beginningOf(addDays(over.day, 1)) : null,
    ended?.day ? beginningOf(ended.day) : null,
    refused?.at
  ].flatMap((at) => (at ? [at.getTime()] : []))
  return changes.length === 0 ? null : new Date(Math.max(...changes))
}
