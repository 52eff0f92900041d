import { and, asc, desc, eq, gte, lte, type SQL } from 'drizzle-orm'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { isCertifiedOn, latestEndsOn, standsOn } from './certification-days-store.ts'
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

const columns = {
  id: certifications.id,
  number: certifications.number,
  companyId: certifications.companyId,
  companyName: companies.name,
  endsOn: latestEndsOn
}

const select = (db: Database, where: SQL | undefined) =>
  db.select(columns).from(certifications).innerJoin(companies, eq(companies.id, certifications.companyId)).where(where)

/**
 * The certification that a company holds on a day, or will hold by a period that begins later; null when it has none. It
 * may be past its last day, while a renewal is being examined.
 */
export const findStandingCertification = async (
  db: Database,
  companyId: string,
  on: CalendarDate
): Promise<StandingCertification | null> => {
  const [row] = await select(db, and(eq(certifications.companyId, companyId), standsOn(on)))
    .orderBy(desc(latestEndsOn))
    .limit(1)
  return row ?? null
}

/** Every certification by which a company is certified on a day, by number. */
export const certificationsOn = (db: Database, day: CalendarDate): Promise<readonly StandingCertification[]> =>
  select(db, isCertifiedOn(day)).orderBy(asc(certifications.number))

/** The certifications that stand on a day and whose last day lies between it and another; the next to end first. */
export const certificationsEndingBy = (
  db: Database,
  days: { readonly on: CalendarDate; readonly by: CalendarDate }
): Promise<readonly StandingCertification[]> =>
  select(db, and(standsOn(days.on), gte(latestEndsOn, days.on), lte(latestEndsOn, days.by))).orderBy(
    asc(latestEndsOn),
    asc(certifications.number)
  )

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

/** A certification and its latest period, as a renewal finds them. */
export type RenewedCertification = {
  readonly id: string
  readonly number: number
  /** The latest period's: 0 for the initial one. */
  readonly renewalCount: number
  /** By which application it holds the latest period. */
  readonly applicationId: string
  readonly period: CertificationPeriod
  readonly endedOn: CalendarDate | null
  readonly endedHow: 'surrendered' | 'revoked' | null
}

/**
 * The certification in which an application brought a period, with its latest period, which may be another one; null where
 * it brought none.
 */
export const findCertificationBy = async (
  db: Database,
  applicationId: string
): Promise<RenewedCertification | null> => {
  const [brought] = await db
    .select({ id: certificationPeriods.certificationId })
    .from(certificationPeriods)
    .where(eq(certificationPeriods.applicationId, applicationId))
  if (brought === undefined) return null
  const [latest] = await db
    .select({
      id: certifications.id,
      number: certifications.number,
      renewalCount: certificationPeriods.renewalCount,
      applicationId: certificationPeriods.applicationId,
      period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
      endedOn: certifications.endedOn,
      endedHow: certifications.endedHow
    })
    .from(certificationPeriods)
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))
    .where(eq(certifications.id, brought.id))
    .orderBy(desc(certificationPeriods.renewalCount))
    .limit(1)
  return latest ?? null
}

/** A further period of a certification. */
export const insertPeriod = async (tx: Database, row: typeof certificationPeriods.$inferInsert): Promise<void> => {
  await tx.insert(certificationPeriods).values(row)
}
