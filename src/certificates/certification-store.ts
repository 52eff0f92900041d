import { and, asc, desc, eq, gte, isNull, lte, max, or, sql } from 'drizzle-orm'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CertificationPeriod } from './period.ts'
import { certificationPeriods, certifications } from './table.ts'

/** The counter that numbers certifications (第N号). */
export const certificationCounter = 'certification'

/** A certification with the last day that its periods reach. */
export type StandingCertification = {
  readonly id: string
  readonly number: number
  readonly companyId: string
  readonly companyName: string
  readonly endsOn: CalendarDate
}

const lastDay = max(certificationPeriods.endsOn)

const columns = {
  id: certifications.id,
  number: certifications.number,
  companyId: certifications.companyId,
  companyName: companies.name,
  endsOn: sql<CalendarDate>`${lastDay}::text`
}

const standsOn = (on: CalendarDate) =>
  and(gte(lastDay, on), or(isNull(certifications.endedOn), sql`${certifications.endedOn} > ${on}`))

const select = (db: Database) =>
  db
    .select(columns)
    .from(certifications)
    .innerJoin(certificationPeriods, eq(certificationPeriods.certificationId, certifications.id))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .groupBy(certifications.id, companies.id)

/** The certification that a company holds on a day, or will hold by a period that begins later; null when it has none. */
export const findStandingCertification = async (
  db: Database,
  companyId: string,
  on: CalendarDate
): Promise<StandingCertification | null> => {
  const [row] = await select(db)
    .where(eq(certifications.companyId, companyId))
    .having(standsOn(on))
    .orderBy(desc(lastDay))
    .limit(1)
  return row ?? null
}

/** The certifications that stand on a day and end, without a renewal so far, by another; the next to end first. */
export const certificationsEndingBy = (
  db: Database,
  days: { readonly on: CalendarDate; readonly by: CalendarDate }
): Promise<readonly StandingCertification[]> =>
  select(db)
    .having(and(standsOn(days.on), lte(lastDay, days.by)))
    .orderBy(asc(lastDay), asc(certifications.number))

/** Whether a certification with this number exists. */
export const isNumberTaken = async (db: Database, number: number): Promise<boolean> => {
  const rows = await db.select({ id: certifications.id }).from(certifications).where(eq(certifications.number, number))
  return rows.length > 0
}

/** A certification with the first period that is known here; those before it, if any, were on paper. */
export const insertCertification = async (
  tx: Database,
  certification: {
    readonly id: string
    readonly periodId: string
    readonly companyId: string
    readonly applicationId: string
    readonly number: number
    readonly period: CertificationPeriod
    /** How often it had been renewed by then. */
    readonly renewalCount: number
    readonly at: Date
  }
): Promise<void> => {
  const { id, periodId, companyId, applicationId, number, period, renewalCount, at } = certification
  await tx.insert(certifications).values({ id, companyId, number, createdAt: at })
  await tx
    .insert(certificationPeriods)
    .values({ id: periodId, certificationId: id, applicationId, renewalCount, ...period })
}
