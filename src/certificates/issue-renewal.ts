import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { addCertificate, type CertificateIssue, type RandomBytes } from './add-certificate.ts'
import { insertPeriod, type RenewedCertification } from './certification-store.ts'
import { nextPeriod } from './period.ts'

/** What a renewal is issued for. */
export type RenewedCertificate = {
  /** The renewal. */
  readonly applicationId: string
  /** As it stands, and locked by the caller: it has not ended. */
  readonly certification: RenewedCertification
  /** As it is to be printed. */
  readonly companyName: string
  readonly passedCategoryTitles: readonly string[]
  readonly actor: Actor
}

/**
 * Issues the certificate of a renewal, as part of the caller's transaction: the number stays, the count goes up by one,
 * and the period begins on the day after the last one ended, also where it is decided earlier or late.
 * @param random for the verification code
 * @throws MissingGlyphError when a character cannot be shown
 */
export const issueRenewal = async (
  tx: Database,
  context: Context,
  { certification, ...order }: RenewedCertificate,
  random?: RandomBytes
): Promise<CertificateIssue> => {
  const { id: certificationId, number } = certification
  const period = nextPeriod(certification.period, context.scheme.certificationYears)
  const renewalCount = certification.renewalCount + 1
  const [periodId, { applicationId }] = [context.ids(), order]
  await insertPeriod(tx, { id: periodId, certificationId, applicationId, renewalCount, ...period })
  return addCertificate(tx, context, { ...order, periodId, number, renewalCount, period }, random)
}
