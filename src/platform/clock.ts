import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from '../scheme/calendar.ts'

/** Where the time comes from. Use cases receive one; only the composition root builds the real one. */
export type Clock = {
  /** The present instant. */
  readonly now: () => Date
}

/** The time zone of every date in the scheme. */
const timeZone = 'Asia/Tokyo'

export const systemClock: Clock = { now: () => new Date() }

/** The calendar date of an instant in Asia/Tokyo, whatever the server's own zone is. */
export const dateOf = (instant: Date): CalendarDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** Today in Asia/Tokyo. */
export const today = (clock: Clock): CalendarDate => dateOf(clock.now())
