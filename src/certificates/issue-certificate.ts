import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { nextNumber } from '../platform/counters.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { addCertificate, type CertificateIssue, type RandomBytes } from './add-certificate.ts'
import { certificationCounter, insertCertification } from './certification-store.ts'
import { certificationPeriod } from './period.ts'

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

/**
 * Issues the certificate of an initial certification, as part of the caller's transaction: number, period, verification
 * code and the archived PDF. The number's counter stays locked until the caller commits.
 * @param random for the verification code
 * @throws MissingGlyphError when a character cannot be shown; the caller's rollback gives the number back
 */
export const issueCertificate = async (
  tx: Database,
  context: Context,
  certificate: NewCertificate,
  random?: RandomBytes
): Promise<CertificateIssue> => {
  const { companyId, startsOn, ...order } = certificate
  const { applicationId } = order
  const period = certificationPeriod(startsOn, context.scheme.certificationYears)
  const number = await nextNumber(tx, certificationCounter)
  const [id, periodId, at] = [context.ids(), context.ids(), context.clock.now()]
  await insertCertification(tx, { id, periodId, companyId, applicationId, number, period, renewalCount: 0, at })
  return addCertificate(tx, context, { ...order, periodId, number, renewalCount: 0, period }, random)
}
