import { findApplication } from '../applications/application-store.ts'
import { findCertificateByCode } from '../certificates/certificate-store.ts'
import { parseVerificationCode } from '../certificates/verification-code.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { openBadgeCredential, tokenClaims } from './credential.ts'
import type { CredentialKey } from './credential-key.ts'
import { signToken } from './sign-token.ts'

/**
 * The signed credential of the certificate with a verification code, the same at every time; null where there is no such
 * certificate, or its certification was surrendered or revoked.
 * @param code as somebody typed it
 */
export const readCredential = async (context: Context, key: CredentialKey, code: string): Promise<string | null> => {
  const { db, clock, baseUrl } = context
  const verificationCode = parseVerificationCode(code)
  const certificate = verificationCode === null ? null : await findCertificateByCode(db, verificationCode)
  if (verificationCode === null || certificate === null) return null
  if (certificate.endedOn !== null && certificate.endedOn <= today(clock)) return null
  const application = await findApplication(db, certificate.applicationId)
  if (application === null) throw new Error(`application ${certificate.applicationId} is missing`)
  const credential = openBadgeCredential(context, { ...certificate, edition: application.edition, verificationCode })
  return signToken(tokenClaims(credential), { baseUrl, key, typ: 'JWT' })
}
