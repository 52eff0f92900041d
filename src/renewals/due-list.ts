import { Temporal } from 'temporal-polyfill'
import { daysBetween } from '../../views/format.ts'
import type { ApplicationStatus } from '../applications/application-status.ts'
import { dateOf } from '../platform/clock.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import { type EndingPeriod, factsOf, type SentNotice } from './ending.ts'
import { type RenewalWindow, renewalWindow, type WindowSettings } from './renewal-window.ts'

/** How much time is left; each certification stands in one group. */
export const dueGroups = ['late', 'month1', 'month3', 'month6', 'month12', 'over'] as const

export type DueGroup = (typeof dueGroups)[number]

/** The parts in which the list can be seen. */
export const dueTabs = ['all', ...dueGroups] as const

export type DueTab = (typeof dueTabs)[number]

export const dueGroupLabels: Readonly<Record<DueGroup, string>> = {
  late: '期限切れ（更新できる期間中）',
  month1: '1か月以内',
  month3: '3か月以内',
  month6: '6か月以内',
  month12: '12か月以内',
  over: '期限切れ（期間を過ぎた）'
}

/** Where the renewal of a certification stands. `open` and `late`: the company can begin, and has not. */
export type DueState =
  | { readonly kind: 'not-yet' | 'open' | 'late' | 'too-late' }
  | { readonly kind: 'application'; readonly status: ApplicationStatus; readonly renews: boolean }

/** A certification on the list of those that are due. */
export type DueRow = {
  readonly ending: EndingPeriod
  readonly group: DueGroup
  /** Days to the last day of the period, negative after it. */
  readonly daysLeft: number
  readonly state: DueState
  /** How many reminders were sent, and the last of them. */
  readonly sent: number
  readonly last: { readonly occasion: string; readonly sentOn: CalendarDate } | null
  /** Whether the notice can be sent again now. */
  readonly canNotify: boolean
}

const inMonths = (on: CalendarDate, months: number): CalendarDate =>
  Temporal.PlainDate.from(on).add({ months }).toString()

/** The last days of the periods that the list holds: a year back, and twelve months ahead. */
export const dueRange = (on: CalendarDate): { readonly from: CalendarDate; readonly until: CalendarDate } => ({
  from: addDays(on, -365),
  until: inMonths(on, 12)
})

/** The day on which the list is read, with the days up to which its groups reach. */
type Reading = {
  readonly on: CalendarDate
  readonly settings: WindowSettings
  readonly reach: readonly (readonly [group: DueGroup, until: CalendarDate])[]
}

const readingOn = (on: CalendarDate, settings: WindowSettings): Reading => ({
  on,
  settings,
  reach: [
    ['month1', inMonths(on, 1)],
    ['month3', inMonths(on, 3)],
    ['month6', inMonths(on, 6)]
  ]
})

const stateOf = ({ open }: EndingPeriod, kind: RenewalWindow['kind']): DueState | null => {
  if (kind === 'ended' || kind === 'renewed') return null
  if (open !== null) return { kind: 'application', status: open.status, renews: open.kind === 'renewal' }
  return kind === 'under-way' ? null : { kind }
}

const isUnderWay = (state: DueState): boolean =>
  state.kind === 'application' && state.status !== 'draft' && state.renews

const groupOf = (endsOn: CalendarDate, state: DueState, { on, settings, reach }: Reading): DueGroup => {
  if (endsOn < on) return isUnderWay(state) || on <= addDays(endsOn, settings.lateRenewalDays) ? 'late' : 'over'
  return reach.find(([, until]) => endsOn <= until)?.[0] ?? 'month12'
}

const isTimeToTell = (kind: RenewalWindow['kind']): boolean => kind === 'open' || kind === 'late'

/** Whether a company can be told of its renewal: its window is open and it has not submitted. */
export const canBeNotified = (ending: EndingPeriod, settings: WindowSettings, on: CalendarDate): boolean =>
  isTimeToTell(renewalWindow(factsOf(ending), settings, on).kind)

/** A line of the list; null for what was surrendered or revoked. */
const rowOf = (ending: EndingPeriod, sent: readonly SentNotice[], reading: Reading): DueRow | null => {
  const { kind } = renewalWindow(factsOf(ending), reading.settings, reading.on)
  const state = stateOf(ending, kind)
  if (state === null) return null
  const { endsOn } = ending.period
  const last = sent.at(-1)
  return {
    ending,
    group: groupOf(endsOn, state, reading),
    daysLeft: daysBetween(reading.on, endsOn),
    state,
    sent: sent.length,
    last: last === undefined ? null : { occasion: last.occasion, sentOn: dateOf(last.sentAt) },
    canNotify: isTimeToTell(kind)
  }
}

/** The list by group, the most pressing first, and in each by the last day. */
export const dueList = (
  periods: readonly EndingPeriod[],
  sent: ReadonlyMap<string, readonly SentNotice[]>,
  settings: WindowSettings,
  on: CalendarDate
): readonly DueRow[] => {
  const reading = readingOn(on, settings)
  return periods
    .map((ending) => rowOf(ending, sent.get(ending.periodId) ?? [], reading))
    .filter((row) => row !== null)
    .toSorted((a, b) => dueGroups.indexOf(a.group) - dueGroups.indexOf(b.group))
}

/** The rows of one part of the list. */
export const rowsIn = (rows: readonly DueRow[], tab: DueTab): readonly DueRow[] =>
  tab === 'all' ? rows : rows.filter(({ group }) => group === tab)

/** A page of the list beside a row that is named by its key; from the beginning where there is none. */
export const pageOf = (
  rows: readonly DueRow[],
  place: { readonly side: 'after' | 'before'; readonly id: string } | null,
  size: number
): { readonly rows: readonly DueRow[]; readonly hasPrevious: boolean; readonly hasNext: boolean } => {
  const at = rows.findIndex(({ ending }) => ending.periodId === place?.id)
  const start = at < 0 ? 0 : Math.max(0, place?.side === 'after' ? at + 1 : at - size)
  const end = at >= 0 && place?.side === 'before' ? at : start + size
  return { rows: rows.slice(start, end), hasPrevious: start > 0, hasNext: end < rows.length }
}
