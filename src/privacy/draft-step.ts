import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { Retention } from '../scheme/retention.ts'
import { lastDayOfYears } from './retention-days.ts'

/** The kind under which the warnings about a draft are claimed. */
export const draftWarningKind = 'draft-warning'

/** The two warnings that go before the removal of a draft. */
export type DraftWarning = 'first' | 'second'

/** What the removal of a draft follows from. Days are calendar dates of Asia/Tokyo. */
export type DraftFacts = {
  readonly lastSavedOn: CalendarDate
  /** The last day on which it can be sent at all, of a renewal; null where there is none. */
  readonly openUntil: CalendarDate | null
  /** On which day each warning since that save was sent. */
  readonly warnedOn: Readonly<Partial<Record<DraftWarning, CalendarDate>>>
}

/** What is to be done about a draft. `removedOn` is the first day on which it is removed. */
export type DraftStep =
  | { readonly kind: 'keep' }
  | { readonly kind: 'warn'; readonly warning: DraftWarning; readonly removedOn: CalendarDate }
  | { readonly kind: 'remove' }

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other)

const keep: DraftStep = { kind: 'keep' }

/** How a warning is kept with the notices: a save begins a new round of both. */
export const warningOccasion = (lastSavedOn: CalendarDate, warning: DraftWarning): string => `${lastSavedOn} ${warning}`

/**
 * The step that is due for a draft: it is kept for its years, and a renewal besides as long as it can be sent; then it is
 * warned of twice and removed. A warning that comes late, after a time in which nothing ran, moves the removal: between
 * each warning and the removal there are always the days that it was to give.
 */
export const draftStep = (
  { lastSavedOn, openUntil, warnedOn }: DraftFacts,
  on: CalendarDate,
  { draftYears, draftWarningDays: [first, second] }: Retention
): DraftStep => {
  const lastDay = later(lastDayOfYears(lastSavedOn, draftYears), openUntil ?? lastSavedOn)
  const due = addDays(lastDay, 1)
  if (warnedOn.first === undefined)
    return on < addDays(due, -first)
      ? keep
      : { kind: 'warn', warning: 'first', removedOn: later(due, addDays(on, first)) }
  const afterFirst = later(due, addDays(warnedOn.first, first))
  if (warnedOn.second === undefined)
    return on < addDays(afterFirst, -second)
      ? keep
      : { kind: 'warn', warning: 'second', removedOn: later(afterFirst, addDays(on, second)) }
  return on < later(afterFirst, addDays(warnedOn.second, second)) ? keep : { kind: 'remove' }
}
