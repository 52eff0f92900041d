import { randomBytes } from 'node:crypto'
import { composed } from '../documents/composed.ts'
import { signPdf } from '../documents/sign-pdf.ts'
import { paths } from '../paths.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { storeFile } from '../platform/files.ts'
import { makeCertificate } from './certificate-pdf.ts'
import { insertCertificate, isCodeTaken } from './certificate-store.ts'
import type { CertificationPeriod } from './period.ts'
import { verificationCode } from './verification-code.ts'

/** A period of a certification, stored before, that is to have its certificate. */
export type CertificateOrder = {
  readonly applicationId: string
  readonly periodId: string
  readonly number: number
  readonly renewalCount: number
  readonly period: CertificationPeriod
  /** As it is to be printed. */
  readonly companyName: string
  readonly passedCategoryTitles: readonly string[]
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

/** Twelve bytes or more from a cryptographic source. */
export type RandomBytes = () => Uint8Array

const tries = 5

const freshCode = async (tx: Database, random: RandomBytes): Promise<string> => {
  for (let count = 0; count < tries; count++) {
    const code = verificationCode(random())
    if (!(await isCodeTaken(tx, code))) return code
  }
  throw new Error(`${tries} verification codes in a row were taken: the source of chance is broken`)
}

/**
 * Makes and archives the certificate of a period with its verification code, as part of the caller's transaction, and
 * tells the history. The date of issue is today. It carries the city's electronic signature where one is set up.
 * @throws MissingGlyphError when a character cannot be shown
 * @throws SigningExpiredError when the signing certificate ran out since the portal started: nothing is issued unsigned
 */
export const addCertificate = async (
  tx: Database,
  context: Context,
  { applicationId, periodId, actor, ...order }: CertificateOrder,
  random: RandomBytes = () => randomBytes(12)
): Promise<CertificateIssue> => {
  const { scheme, clock, ids, baseUrl, signer } = context
  const { number, period, renewalCount } = order
  const [companyName, issuedOn, issuedAt] = [composed(order.companyName), today(clock), clock.now()]
  const code = await freshCode(tx, random)
  const pdf = await makeCertificate({
    ...order,
    scheme,
    companyName,
    issuedOn,
    verificationCode: code,
    verificationUrl: `${baseUrl}${paths.verification(code)}`,
    createdAt: issuedAt
  })
  const signed =
    signer === null ? pdf : await signPdf(pdf, signer, { at: issuedAt, reason: `${scheme.honour}の認定証の交付` })
  const sha256 = await storeFile(tx, context, Buffer.from(signed))
  const certificateId = ids()
  const stored = {
    verificationCode: code.replaceAll('-', ''),
    companyName,
    sha256,
    issuedOn,
    issuedAt,
    signer: signer?.name ?? null
  }
  await insertCertificate(tx, { id: certificateId, periodId, ...stored })
  const details = {
    number,
    ...period,
    ...(renewalCount > 0 ? { renewalCount } : {}),
    sha256,
    signer: signer?.name ?? null
  }
  await recordEvent(tx, context, { actor, subjectId: applicationId, kind: 'certificate-issued', details })
  return { certificateId, number, period, verificationCode: code }
}
