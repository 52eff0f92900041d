import { certificationPeriod } from '../certificates/period.ts'
import { addDays, type CalendarDate, fiscalYearOf } from '../scheme/calendar.ts'

/**
 * The last day of so many years that begin on the day after `on`, counted by Article 143 of the Civil Code:
 * 2026-11-21, 1 → 2027-11-21; 2028-02-29, 1 → 2029-02-28; 2027-02-28, 1 → 2028-02-29.
 */
export const lastDayOfYears = (on: CalendarDate, years: number): CalendarDate =>
  certificationPeriod(addDays(on, 1), years).endsOn

/** The last day for which so many years are over on `today`: what happened on it or before has had its time. */
export const lastDayOver = (today: CalendarDate, years: number): CalendarDate => {
  let day = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
  // A day too far at most, but the 29th of February, which `addDays` reads as the 1st of March.
  for (day = addDays(day, 1); lastDayOfYears(day, years) >= today; ) day = addDays(day, -1)
  return day
}

/**
 * The last day on which a document is kept that was closed on a day: the years count from the end of its fiscal year.
 * Closed on 2026-11-21 or on 2027-03-31, 5 → 2032-03-31.
 */
export const lastDayOfFiscalYears = (closedOn: CalendarDate, years: number): CalendarDate =>
  `${fiscalYearOf(closedOn) + 1 + years}-03-31`

/** The last day for which so many fiscal years are over on `today`: what was closed on it or before has had its time. */
export const lastClosingOver = (today: CalendarDate, years: number): CalendarDate =>
  `${fiscalYearOf(today) - years}-03-31`

/** The first instant after a calendar day of Asia/Tokyo. */
export const endOf = (day: CalendarDate): Date => new Date(`${addDays(day, 1)}T00:00:00+09:00`)
