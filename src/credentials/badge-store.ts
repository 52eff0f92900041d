import { eq } from 'drizzle-orm'
import { type CertificationRecord, certificationState } from '../certificates/certification-record.ts'
import { findCertification } from '../certificates/certification-record-store.ts'
import { certifications } from '../certificates/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { BadgeFacts } from './badge.ts'

const factsOf = (record: CertificationRecord, on: CalendarDate): BadgeFacts => ({
  number: record.number,
  state: certificationState(record, on),
  firstStartsOn: record.firstStartsOn,
  latestEndsOn: record.latestEndsOn
})

/** What a badge says on a day of the certification with a number; null where there is none. */
export const findBadgeFacts = async (db: Database, number: number, on: CalendarDate): Promise<BadgeFacts | null> => {
  const [row] = await db.select({ id: certifications.id }).from(certifications).where(eq(certifications.number, number))
  const record = row === undefined ? null : await findCertification(db, row.id)
  return record === null ? null : factsOf(record, on)
}
