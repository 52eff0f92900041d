import type { HistoryEvent } from '../platform/audit.ts'
import { dateOf } from '../platform/clock.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type ApplicationStatus, applicationStatuses } from './application-status.ts'
import { historyWords } from './history-words.ts'

/** A line of the history as the company reads it. */
export type CompanyHistoryLine = { readonly at: Date; readonly who: string; readonly words: string }

/** What the company itself does; all else is the secretariat's, which speaks with one voice. */
const ownKinds: readonly string[] = [
  'status-draft',
  'marks-taken',
  'status-submitted',
  'attachment-added',
  'attachment-removed'
]

/** What else the company is told of. Whatever is not named here, such as decisions on items, stays inside the city. */
const toldKinds: readonly string[] = [
  ...applicationStatuses.map((status) => `status-${status}`),
  'application-registered',
  'agenda-added',
  'certificate-issued',
  'case-erased'
]

const whoOf = ({ kind, actorName }: HistoryEvent): string => {
  if (kind === 'status-withdrawn') return actorName
  return ownKinds.includes(kind) ? actorName : '事務局'
}

/** The history of an application for its company, newest first: nothing of what the secretariat notes for itself. */
export const companyHistory = (history: readonly HistoryEvent[]): readonly CompanyHistoryLine[] =>
  history
    .filter(({ kind }) => ownKinds.includes(kind) || toldKinds.includes(kind))
    .map((event) => ({ at: event.at, who: whoOf(event), words: historyWords(event.kind, event.details) }))
    .toReversed()

/** On which day each state was entered last. */
export const statusDates = (
  history: readonly HistoryEvent[]
): Readonly<Partial<Record<ApplicationStatus, CalendarDate>>> =>
  Object.fromEntries(
    applicationStatuses.flatMap((status) => {
      const last = history.findLast(({ kind }) => kind === `status-${status}`)
      return last === undefined ? [] : [[status, dateOf(last.at)]]
    })
  )
