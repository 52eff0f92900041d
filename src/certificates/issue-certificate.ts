import { randomBytes } from 'node:crypto'
import { composed } from '../documents/composed.ts'
import { paths } from '../paths.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { nextNumber } from '../platform/counters.ts'
import type { Database } from '../platform/database.ts'
import { storeFile } from '../platform/files.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { makeCertificate } from './certificate-pdf.ts'
import { insertCertificate, isCodeTaken } from './certificate-store.ts'
import { certificationCounter, insertCertification } from './certification-store.ts'
import { type CertificationPeriod, certificationPeriod } from './period.ts'
import { verificationCode } from './verification-code.ts'

/** What an initial certification is issued for. */
export type NewCertificate = {
  readonly applicationId: string
  readonly companyId: string
  /** As it is to be printed. */
  readonly companyName: string
  readonly passedCategoryTitles: readonly string[]
  readonly startsOn: CalendarDate
  readonly actor: Actor
}

/** What was issued. */
export type CertificateIssue = {
  readonly certificateId: string
  readonly number: number
  readonly period: CertificationPeriod
  /** As printed, with hyphens. */
  readonly verificationCode: string
}

const tries = 5

const freshCode = async (tx: Database, random: () => Uint8Array): Promise<string> => {
  for (let count = 0; count < tries; count++) {
    const code = verificationCode(random())
    if (!(await isCodeTaken(tx, code))) return code
  }
  throw new Error(`${tries} verification codes in a row were taken: the source of chance is broken`)
}

/**
 * Issues the certificate of an initial certification, as part of the caller's transaction: number, period, verification
 * code and the archived PDF. The number's counter stays locked until the caller commits, and is taken last for that
 * reason. The date of issue is today.
 * @param random twelve bytes or more from a cryptographic source, for the verification code
 * @throws MissingGlyphError when a character cannot be shown; the caller's rollback gives the number back
 */
export const issueCertificate = async (
  tx: Database,
  context: Context,
  certificate: NewCertificate,
  random: () => Uint8Array = () => randomBytes(12)
): Promise<CertificateIssue> => {
  const { applicationId, companyId, passedCategoryTitles, startsOn, actor } = certificate
  const { scheme, clock, ids } = context
  const at = clock.now()
  const issuedOn = today(clock)
  const companyName = composed(certificate.companyName)
  const period = certificationPeriod(startsOn, scheme.certificationYears)
  const code = await freshCode(tx, random)
  const number = await nextNumber(tx, certificationCounter)
  const pdf = await makeCertificate({
    scheme,
    number,
    companyName,
    passedCategoryTitles,
    period,
    issuedOn,
    verificationCode: code,
    verificationUrl: `${context.baseUrl}${paths.verification(code)}`,
    renewalCount: 0,
    createdAt: at
  })
  const sha256 = await storeFile(tx, context, Buffer.from(pdf))
  const [certificationId, periodId, certificateId] = [ids(), ids(), ids()]
  await insertCertification(tx, {
    id: certificationId,
    periodId,
    companyId,
    applicationId,
    number,
    period,
    renewalCount: 0,
    at
  })
  await insertCertificate(tx, {
    id: certificateId,
    periodId,
    verificationCode: code.replaceAll('-', ''),
    companyName,
    sha256,
    issuedOn,
    issuedAt: at
  })
  const details = { number, ...period, sha256 }
  await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'certificate-issued', details })
  return { certificateId, number, period, verificationCode: code }
}
