import type { CalendarDate } from '../scheme/calendar.ts'

/** What of a certification its early end depends on. */
export type EndingFacts = {
  /** Surrendered or revoked: no longer worth anything from this day on, which may still be to come. */
  readonly endedOn: CalendarDate | null
  /** The last day of the latest period. */
  readonly latestEndsOn: CalendarDate
  /** The last day to which a renewal under examination keeps the certification beyond its period, or null. */
  readonly continuedUntil: CalendarDate | null
}

/**
 * Whether there is a certification that can be ended on a day: it was not ended yet, and it holds, will hold, or is kept by
 * a renewal under examination. What ran out is over without anybody's doing.
 */
export const canEnd = ({ endedOn, latestEndsOn, continuedUntil }: EndingFacts, on: CalendarDate): boolean =>
  endedOn === null && (on <= latestEndsOn || (continuedUntil !== null && on <= continuedUntil))

/** The days on which a surrender may take effect, both included. */
export type SurrenderDays = { readonly first: CalendarDate; readonly last: CalendarDate }

/**
 * The days from which a company may choose when its surrender takes effect: today and any later day of the period. Today
 * alone while a revocation is under way, because a surrender ends that and must not put off the end; and today alone after
 * the period, while a renewal is examined. Null when there is nothing to surrender.
 */
export const surrenderDays = (
  facts: EndingFacts,
  isRevocationOpen: boolean,
  on: CalendarDate
): SurrenderDays | null => {
  if (!canEnd(facts, on)) return null
  return { first: on, last: isRevocationOpen || on > facts.latestEndsOn ? on : facts.latestEndsOn }
}

/** Whether a day can be chosen. */
export const isWithin = ({ first, last }: SurrenderDays, day: CalendarDate): boolean => first <= day && day <= last
