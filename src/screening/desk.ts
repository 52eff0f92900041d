import { daysBetween } from '../../views/format.ts'
import { type ApplicationStatus, isOpen, type Route } from '../applications/application-status.ts'
import { addDays, type CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** What lies on the desk, by whom it waits for. */
export const deskTabs = ['todo', 'returned', 'committee', 'decision', 'ending', 'all'] as const

export type DeskTab = (typeof deskTabs)[number]

export const deskTabLabels: Readonly<Record<DeskTab, string>> = {
  todo: '要対応',
  returned: '照会中',
  committee: '委員会待ち',
  decision: '決定待ち・交付待ち',
  ending: '期限が近い',
  all: 'すべて'
}

/** The states that each list of cases holds. */
export const tabStatuses: Readonly<Record<Exclude<DeskTab, 'ending'>, readonly ApplicationStatus[]>> = {
  todo: ['submitted', 'screening', 'heard'],
  returned: ['returned'],
  committee: ['awaiting_committee'],
  decision: ['heard'],
  all: ['submitted', 'screening', 'returned', 'awaiting_committee', 'heard', 'certified', 'refused', 'withdrawn']
}

/** How many days before its end a certification is on the desk. */
export const endingWithinDays = 180

/** A case as its line on the desk shows it. */
export type DeskCase = {
  readonly id: string
  readonly number: string
  readonly companyName: string
  readonly nameKana: string
  readonly industry: string
  readonly employees: number
  readonly kind: 'initial' | 'renewal'
  /** The way chosen for a renewal; null for initial applications and while nobody chose. */
  readonly route: Route | null
  readonly status: ApplicationStatus
  readonly receivedOn: CalendarDate
  /** The deadline of the latest return for correction; null when there was none. */
  readonly correctionDeadline: CalendarDate | null
}

/** How many days a case has been here; null once it is decided or withdrawn, because then nobody waits. */
export const daysUnderWay = (
  { status, receivedOn }: Pick<DeskCase, 'status' | 'receivedOn'>,
  today: CalendarDate
): number | null => (isOpen(status) ? daysBetween(receivedOn, today) : null)

export type NextDeadline = { readonly label: string; readonly date: CalendarDate; readonly isOverdue: boolean }

/**
 * What is due next in a case: the correction, the meeting, or the day by which applications are usually decided. Null once
 * nothing is due any more.
 */
export const nextDeadline = (
  { status, kind, receivedOn, correctionDeadline }: DeskCase,
  scheme: Pick<Scheme, 'usualProcessingDays'>,
  today: CalendarDate,
  nextMeetingOn: CalendarDate | null
): NextDeadline | null => {
  const due = (label: string, date: CalendarDate): NextDeadline => ({ label, date, isOverdue: date < today })
  if (!isOpen(status)) return null
  if (status === 'returned' && correctionDeadline !== null) return due('補正の期限', correctionDeadline)
  if (status === 'awaiting_committee' && nextMeetingOn !== null) return due('次回委員会', nextMeetingOn)
  return due('処理の目安', addDays(receivedOn, scheme.usualProcessingDays[kind]))
}
