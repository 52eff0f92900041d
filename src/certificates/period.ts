import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The days on which a certification holds; both ends belong to it. */
export type CertificationPeriod = { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }

/** What stands where a date `YYYY-MM-DD` that exists is needed. */
export class NotACalendarDateError extends RangeError {
  override readonly name = 'NotACalendarDateError'
  readonly value: string

  constructor(value: string) {
    super(`not a calendar date (YYYY-MM-DD): ${value}`)
    this.value = value
  }
}

const parseDate = (value: CalendarDate): Temporal.PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new NotACalendarDateError(value)
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    throw new NotACalendarDateError(value)
  }
}

/**
 * The period of a certification that begins on a day, counted by Article 143 of the Civil Code: it ends on the day before
 * the corresponding day of the last year, or, where that year has no such day, on the last day of that month.
 * `2021-01-16` → `2024-01-15`; `2024-02-29` → `2027-02-28`.
 * @throws NotACalendarDateError when `startsOn` is not an existing day written `YYYY-MM-DD`.
 * @throws RangeError when `years` is not a whole number of at least 1.
 */
export const certificationPeriod = (startsOn: CalendarDate, years = 3): CertificationPeriod => {
  if (!Number.isSafeInteger(years) || years < 1) throw new RangeError(`not a number of years: ${years}`)
  const start = parseDate(startsOn)
  const sameDay = start.add({ years })
  const end = sameDay.day === start.day ? sameDay.subtract({ days: 1 }) : sameDay
  return { startsOn, endsOn: end.toString() }
}

/**
 * The period of a renewal: it begins on the day after the previous end, also when it is decided earlier.
 * @throws NotACalendarDateError when the previous end is not an existing day.
 */
export const nextPeriod = (previous: CertificationPeriod, years = 3): CertificationPeriod =>
  certificationPeriod(parseDate(previous.endsOn).add({ days: 1 }).toString(), years)

/**
 * The first day on which a renewal can be begun: so many days before the last day of the period.
 * @throws NotACalendarDateError when the end is not an existing day.
 */
export const renewalOpensOn = ({ endsOn }: CertificationPeriod, windowDays: number): CalendarDate =>
  parseDate(endsOn).subtract({ days: windowDays }).toString()
