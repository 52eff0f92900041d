import type { CalendarDate } from '../scheme/calendar.ts'
import type { CertificationPeriod } from './period.ts'
import { type CertificateFacts, type Validity, validityOn } from './validity.ts'

/** What the city says of a certificate: nothing but whether it holds, for whom, under which number and for which days. */
export type KnownCertificate = {
  readonly kind: 'known'
  readonly validity: Validity
  readonly endedHow: 'surrendered' | 'revoked' | null
  readonly number: number
  readonly renewalCount: number
  readonly companyName: string
  readonly period: CertificationPeriod
  /** The last day of the certification's latest period. */
  readonly latestEndsOn: CalendarDate
  /** Whose electronic signature the PDF carries; null where it carries none. */
  readonly signer: string | null
}

/** What the city says of a code. */
export type VerificationAnswer = { readonly kind: 'unknown' } | KnownCertificate

type Issued = CertificateFacts & Omit<KnownCertificate, 'kind' | 'validity'>

/** What the city says of a certificate on a day; of none, that it is unknown. */
export const verificationAnswer = (certificate: Issued | null, on: CalendarDate): VerificationAnswer => {
  if (certificate === null) return { kind: 'unknown' }
  const { number, renewalCount, companyName, period, latestEndsOn, endedHow, signer } = certificate
  const facts = { number, renewalCount, companyName, period, latestEndsOn, endedHow, signer }
  return { kind: 'known', validity: validityOn(on, certificate), ...facts }
}
