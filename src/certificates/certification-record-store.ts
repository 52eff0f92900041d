import { and, asc, desc, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import { toFullWidthKatakana } from '../companies/kana.ts'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { effectiveSigner } from './certificate-store.ts'
import { continuedUntil, latestEndsOn } from './certification-days-store.ts'
import type { CertificationRecord } from './certification-record.ts'
import type { CertificationPeriod } from './period.ts'
import { certificates, certificationPeriods, certifications, revocationProceedings } from './table.ts'

const ofPeriods = (wanted: SQL) =>
  sql`(select ${wanted} from ${certificationPeriods} as "of_it" where "of_it"."certification_id" = ${certifications.id})`

const isRevocationOpen = sql<boolean>`exists (
  select 1 from ${revocationProceedings} as "open"
  where "open"."certification_id" = ${certifications.id} and "open"."outcome" is null
)`

const select = (db: Database, where: SQL | undefined) =>
  db
    .select({
      id: certifications.id,
      number: certifications.number,
      companyId: certifications.companyId,
      companyName: companies.name,
      nameKana: companies.nameKana,
      firstStartsOn: sql<CalendarDate>`${ofPeriods(sql`min("of_it"."starts_on")::text`)}`,
      latestEndsOn,
      continuedUntil,
      renewalCount: sql`${ofPeriods(sql`max("of_it"."renewal_count")`)}`.mapWith(Number),
      endedOn: certifications.endedOn,
      endedHow: certifications.endedHow,
      endedReason: certifications.endedReason,
      endedByName: users.name,
      isRevocationOpen
    })
    .from(certifications)
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .leftJoin(users, eq(users.id, certifications.endedBy))
    .where(where)

/** A certification, or null. Company pages use `findCertificationOf`. */
export const findCertification = async (db: Database, id: string): Promise<CertificationRecord | null> => {
  const [row] = await select(db, eq(certifications.id, id))
  return row ?? null
}

/** A company's own certification, or null when there is none or it is another company's. */
export const findCertificationOf = async (
  db: Database,
  companyId: string,
  id: string
): Promise<CertificationRecord | null> => {
  const [row] = await select(db, and(eq(certifications.id, id), eq(certifications.companyId, companyId)))
  return row ?? null
}

const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

const found = (search: string): SQL | undefined => {
  const typed = search.trim()
  if (typed === '') return undefined
  const plain = typed.normalize('NFKC')
  const [, number] = plain.match(/^第?(\d{1,9})号?$/) ?? []
  return or(
    ilike(companies.name, pattern(typed)),
    ilike(companies.name, pattern(plain)),
    ilike(companies.nameKana, pattern(toFullWidthKatakana(typed))),
    number === undefined ? undefined : eq(certifications.number, Number(number))
  )
}

/**
 * Every certification, the highest number first.
 * @param search part of the name, its reading in any kana, or the number; empty for all
 */
export const allCertifications = (db: Database, search: string): Promise<readonly CertificationRecord[]> =>
  select(db, found(search)).orderBy(desc(certifications.number))

/** One period of a certification, with its certificate where one was made here. */
export type RecordedPeriod = {
  readonly applicationId: string
  readonly renewalCount: number
  readonly period: CertificationPeriod
  readonly certificateId: string | null
  /** Without hyphens; null where there is no certificate. */
  readonly verificationCode: string | null
  /** Whose electronic signature the certificate carries; null where it carries none. */
  readonly signer: string | null
  readonly issuedOn: CalendarDate | null
}

/** The periods of a certification, the first one first. */
export const periodsOf = (db: Database, certificationId: string): Promise<readonly RecordedPeriod[]> =>
  db
    .select({
      applicationId: certificationPeriods.applicationId,
      renewalCount: certificationPeriods.renewalCount,
      period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
      certificateId: certificates.id,
      verificationCode: certificates.verificationCode,
      signer: effectiveSigner,
      issuedOn: certificates.issuedOn
    })
    .from(certificationPeriods)
    .leftJoin(certificates, eq(certificates.periodId, certificationPeriods.id))
    .where(eq(certificationPeriods.certificationId, certificationId))
    .orderBy(asc(certificationPeriods.renewalCount))

/** Holds a certification until the transaction ends, so that what ends it happens once. */
export const lockCertification = async (tx: Database, id: string): Promise<void> => {
  await tx.select({ id: certifications.id }).from(certifications).where(eq(certifications.id, id)).for('no key update')
}

/** Ends a certification from a day on; it is locked and its state asked before. */
export const saveEnd = async (
  tx: Database,
  id: string,
  end: {
    readonly on: CalendarDate
    readonly how: 'surrendered' | 'revoked'
    readonly reason: string
    readonly by: string
  }
): Promise<void> => {
  const { on, how, reason, by } = end
  await tx
    .update(certifications)
    .set({ endedOn: on, endedHow: how, endedReason: reason, endedBy: by })
    .where(and(eq(certifications.id, id), isNull(certifications.endedOn)))
}
