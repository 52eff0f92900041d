import type { CalendarDate } from '../scheme/calendar.ts'
import type { CertificationPeriod } from './period.ts'

/**
 * What a certificate is worth on a given day. `renewed`: its period is over, and the certification holds by a later one.
 * `continued`: the period is over, and a renewal that was sent in time is still being examined.
 */
export type Validity = 'not_yet' | 'valid' | 'renewed' | 'continued' | 'expired' | 'revoked'

/** What the worth of a certificate depends on. */
export type CertificateFacts = {
  readonly period: CertificationPeriod
  /** Surrendered or revoked: no longer worth anything from this day on. */
  readonly endedOn: CalendarDate | null
  /** The last day of the latest period of the same certification. */
  readonly latestEndsOn: CalendarDate
  /**
   * The last day on which a renewal, sent in time, keeps the certification beyond its period: far ahead while it is being
   * examined, the day before it was refused or withdrawn; null where there is none.
   */
  readonly continuedUntil: CalendarDate | null
}

/**
 * Whether a certificate holds on a day. A revocation counts from its own day on and outweighs the period: nobody is to
 * read "expired" where the city took the certification back.
 */
export const validityOn = (
  date: CalendarDate,
  { period, endedOn, latestEndsOn, continuedUntil }: CertificateFacts
): Validity => {
  if (endedOn !== null && endedOn <= date) return 'revoked'
  if (date < period.startsOn) return 'not_yet'
  if (date <= period.endsOn) return 'valid'
  if (date <= latestEndsOn) return 'renewed'
  return continuedUntil !== null && date <= continuedUntil ? 'continued' : 'expired'
}

/** Whether the company is certified: the certificate in hand may be an older one of a certification that holds. */
export const isCertified = (validity: Validity): boolean =>
  validity === 'valid' || validity === 'renewed' || validity === 'continued'
