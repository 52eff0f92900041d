import { daysBetween } from '../../views/format.ts'
import { type CertificationPeriod, renewalOpensOn } from '../certificates/period.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** What the window follows from: the last period of a certification, how it ended if it did, and its renewal so far. */
export type RenewalFacts = {
  readonly period: CertificationPeriod
  /** Of a certification that was surrendered or revoked, from which day on; null for one that stands or ran out. */
  readonly endedOn: CalendarDate | null
  readonly endedHow: 'surrendered' | 'revoked' | null
  /** The renewal of this period: none (or withdrawn, or refused), under way, or certified. */
  readonly renewal: 'none' | 'open' | 'certified'
}

/** Whether a certification can be renewed on a day. Days are calendar dates of Asia/Tokyo. */
export type RenewalWindow =
  | { readonly kind: 'not-yet'; readonly opensOn: CalendarDate }
  /** `until` is the last day of the period, `daysLeft` the days to it: 0 on that day. */
  | { readonly kind: 'open'; readonly until: CalendarDate; readonly daysLeft: number }
  /** `until` is the last day of the late period, `daysSinceEnd` counts from the last day of the certification: 1 on the next. */
  | { readonly kind: 'late'; readonly until: CalendarDate; readonly daysSinceEnd: number }
  /** `until` was the last day of the late period. */
  | { readonly kind: 'too-late'; readonly until: CalendarDate }
  | { readonly kind: 'ended'; readonly how: 'surrendered' | 'revoked' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'renewed' }

/** What a city sets about the window. */
export type WindowSettings = Pick<Scheme, 'renewalWindowDays' | 'lateRenewalDays'>

/** The last day on which a renewal of a period is still taken. */
export const lateUntil = ({ endsOn }: CertificationPeriod, { lateRenewalDays }: WindowSettings): CalendarDate =>
  addDays(endsOn, lateRenewalDays)

const windowOfDays = (period: CertificationPeriod, settings: WindowSettings, on: CalendarDate): RenewalWindow => {
  const { endsOn } = period
  const opensOn = renewalOpensOn(period, settings.renewalWindowDays)
  if (on < opensOn) return { kind: 'not-yet', opensOn }
  if (on <= endsOn) return { kind: 'open', until: endsOn, daysLeft: daysBetween(on, endsOn) }
  const until = lateUntil(period, settings)
  return on <= until ? { kind: 'late', until, daysSinceEnd: daysBetween(endsOn, on) } : { kind: 'too-late', until }
}

/**
 * Whether a certification can be renewed on a day: from `renewalWindowDays` before its last day to that day, and late until
 * `lateRenewalDays` after it; all these days are included. An end once decided outweighs a renewal under way, also while
 * its day is still to come: what was given back or taken away is not prolonged.
 * @throws NotACalendarDateError when the period's end is not an existing day.
 */
export const renewalWindow = (facts: RenewalFacts, settings: WindowSettings, on: CalendarDate): RenewalWindow => {
  if (facts.renewal === 'certified') return { kind: 'renewed' }
  if (facts.endedOn !== null) return { kind: 'ended', how: facts.endedHow ?? 'revoked' }
  if (facts.renewal === 'open') return { kind: 'under-way' }
  return windowOfDays(facts.period, settings, on)
}
