import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { continuedUntil, latestEndsOn } from './certification-days-store.ts'
import { certificates, certificationPeriods, certifications, signedCertificates } from './table.ts'
import type { CertificateFacts } from './validity.ts'

/** A certificate as it was issued, with what became of its certification. */
export type IssuedCertificate = CertificateFacts & {
  readonly id: string
  readonly certificationId: string
  readonly companyId: string
  readonly applicationId: string
  readonly number: number
  /** 0 for the initial certification, 1 for the first renewal, … */
  readonly renewalCount: number
  /** The name as printed. */
  readonly companyName: string
  readonly issuedOn: CalendarDate
  /** Without hyphens. */
  readonly verificationCode: string
  /** Of the PDF that is handed out: the one signed outside the portal where there is one. */
  readonly sha256: string
  /** Whose electronic signature that PDF carries; null where it carries none. */
  readonly signer: string | null
  readonly endedHow: 'surrendered' | 'revoked' | null
}

/** Of the PDF signed outside the portal that is handed out in place of a certificate; null where there is none. */
const latestSigned = (wanted: SQL) => sql`(
  select ${wanted} from ${signedCertificates} as "signed"
  where "signed"."certificate_id" = ${certificates.id} order by "signed"."id" desc limit 1
)`

/** Whose electronic signature the PDF that is handed out carries; null where it carries none. */
export const effectiveSigner = sql<
  string | null
>`coalesce(${latestSigned(sql`"signed"."signer"`)}, ${certificates.signer})`

const issuedColumns = {
  id: certificates.id,
  certificationId: certifications.id,
  companyId: certifications.companyId,
  applicationId: certificationPeriods.applicationId,
  number: certifications.number,
  renewalCount: certificationPeriods.renewalCount,
  companyName: certificates.companyName,
  period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
  issuedOn: certificates.issuedOn,
  verificationCode: certificates.verificationCode,
  sha256: sql<string>`coalesce(${latestSigned(sql`"signed"."sha256"`)}, ${certificates.sha256})`,
  signer: effectiveSigner,
  endedOn: certifications.endedOn,
  endedHow: certifications.endedHow,
  latestEndsOn,
  continuedUntil
}

const selectIssued = (db: Database) =>
  db
    .select(issuedColumns)
    .from(certificates)
    .innerJoin(certificationPeriods, eq(certificationPeriods.id, certificates.periodId))
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))

/** A certificate, or null. Company pages use `findCertificateOf`. */
export const findCertificate = async (db: Database, id: string): Promise<IssuedCertificate | null> => {
  const [row] = await selectIssued(db).where(eq(certificates.id, id))
  return row ?? null
}

/** A company's own certificate, or null when there is none or it is another company's. */
export const findCertificateOf = async (
  db: Database,
  companyId: string,
  id: string
): Promise<IssuedCertificate | null> => {
  const [row] = await selectIssued(db).where(and(eq(certificates.id, id), eq(certifications.companyId, companyId)))
  return row ?? null
}

/** The certificate with a verification code as `parseVerificationCode` gives it, or null. */
export const findCertificateByCode = async (db: Database, code: string): Promise<IssuedCertificate | null> => {
  const [row] = await selectIssued(db).where(eq(certificates.verificationCode, code.replaceAll('-', '')))
  return row ?? null
}

/** The certificate whose PDF has a SHA-256, as the portal made it or as it was signed elsewhere; null where there is none. */
export const findCertificateByHash = async (db: Database, sha256: string): Promise<IssuedCertificate | null> => {
  const signed = db
    .select({ id: signedCertificates.certificateId })
    .from(signedCertificates)
    .where(eq(signedCertificates.sha256, sha256))
  const [row] = await selectIssued(db).where(or(eq(certificates.sha256, sha256), inArray(certificates.id, signed)))
  return row ?? null
}

/** The certificate that came of an application, or null. */
export const findCertificateFor = async (db: Database, applicationId: string): Promise<IssuedCertificate | null> => {
  const [row] = await selectIssued(db).where(eq(certificationPeriods.applicationId, applicationId))
  return row ?? null
}

/** One period of a company's certifications. `certificateId` is null where the certificate exists on paper only. */
export type HeldPeriod = CertificateFacts & {
  readonly certificationId: string
  readonly number: number
  readonly renewalCount: number
  readonly certificateId: string | null
  readonly issuedOn: CalendarDate | null
  readonly endedHow: 'surrendered' | 'revoked' | null
}

/** Everything a company was ever certified for, the latest period first. */
export const certificatesOf = (db: Database, companyId: string): Promise<readonly HeldPeriod[]> =>
  db
    .select({
      certificationId: certifications.id,
      number: certifications.number,
      renewalCount: certificationPeriods.renewalCount,
      period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
      certificateId: certificates.id,
      issuedOn: certificates.issuedOn,
      endedOn: certifications.endedOn,
      endedHow: certifications.endedHow,
      latestEndsOn,
      continuedUntil
    })
    .from(certifications)
    .innerJoin(certificationPeriods, eq(certificationPeriods.certificationId, certifications.id))
    .leftJoin(certificates, eq(certificates.periodId, certificationPeriods.id))
    .where(eq(certifications.companyId, companyId))
    .orderBy(desc(certificationPeriods.startsOn), desc(certifications.number))

/** Whether a verification code stands on another certificate already. */
export const isCodeTaken = async (db: Database, code: string): Promise<boolean> =>
  (await findCertificateByCode(db, code)) !== null

export const insertCertificate = async (tx: Database, row: typeof certificates.$inferInsert): Promise<void> => {
  await tx.insert(certificates).values(row)
}
