import { count } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { isCertifiedOn } from './certification-days-store.ts'
import { certificates, certifications } from './table.ts'

/** How many certificates were ever issued, and how many companies are certified on a day. */
export const certificationCounts = async (
  db: Database,
  on: CalendarDate
): Promise<{ readonly issued: number; readonly valid: number }> => {
  const [issued] = await db.select({ value: count() }).from(certificates)
  const [valid] = await db.select({ value: count() }).from(certifications).where(isCertifiedOn(on))
  return { issued: issued?.value ?? 0, valid: valid?.value ?? 0 }
}
