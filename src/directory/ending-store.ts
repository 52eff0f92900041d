import { and, desc, eq, lte } from 'drizzle-orm'
import { isCertifiedOn } from '../certificates/certification-days-store.ts'
import { certificates, certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The verification code of the certificate for the latest period that has begun; null where that is on paper only. */
export const findCurrentCode = async (db: Database, number: number, on: CalendarDate): Promise<string | null> => {
  const [row] = await db
    .select({ code: certificates.verificationCode })
    .from(certifications)
    .innerJoin(certificationPeriods, eq(certificationPeriods.certificationId, certifications.id))
    .leftJoin(certificates, eq(certificates.periodId, certificationPeriods.id))
    .where(and(eq(certifications.number, number), lte(certificationPeriods.startsOn, on)))
    .orderBy(desc(certificationPeriods.renewalCount))
    .limit(1)
  return row?.code ?? null
}

/**
 * Of a certification that was in force once and is over on the day: by which number its company is certified now, null
 * where by none. Null altogether for a number that was never in force until then.
 */
export const findSuccessor = async (
  db: Database,
  number: number,
  on: CalendarDate
): Promise<{ readonly number: number | null } | null> => {
  const [ended] = await db
    .select({ companyId: certifications.companyId })
    .from(certifications)
    .innerJoin(certificationPeriods, eq(certificationPeriods.certificationId, certifications.id))
    .where(and(eq(certifications.number, number), lte(certificationPeriods.startsOn, on)))
    .limit(1)
  if (ended === undefined) return null
  const [current] = await db
    .select({ number: certifications.number })
    .from(certifications)
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .where(and(eq(certifications.companyId, ended.companyId), isCertifiedOn(on)))
    .orderBy(desc(certifications.number))
    .limit(1)
  return { number: current?.number ?? null }
}
