import type { CalendarDate } from '../scheme/calendar.ts'
import { type CertificationRecord, type CertificationState, certificationState } from './certification-record.ts'

/** The views of the list of certifications. */
export const certificationTabs = ['standing', 'revocation', 'expired', 'ended', 'all'] as const

export type CertificationTab = (typeof certificationTabs)[number]

export const certificationTabLabels: Readonly<Record<CertificationTab, string>> = {
  standing: '有効・開始前',
  revocation: '取消しの手続中',
  expired: '期間満了',
  ended: '辞退・取消し',
  all: 'すべて'
}

const states: Readonly<Record<Exclude<CertificationTab, 'revocation' | 'all'>, readonly CertificationState[]>> = {
  standing: ['certified', 'continued', 'upcoming'],
  expired: ['expired'],
  ended: ['surrendered', 'revoked']
}

/** Whether a certification belongs to a view on a day. */
export const isInTab = (record: CertificationRecord, tab: CertificationTab, on: CalendarDate): boolean => {
  if (tab === 'all') return true
  return tab === 'revocation' ? record.isRevocationOpen : states[tab].includes(certificationState(record, on))
}

/** A page of a list sorted by number, the highest first, and the numbers after which its neighbours begin. */
export type ListPage<Row> = {
  readonly rows: readonly Row[]
  /** Null where there is no page before; 0 stands for the first one. */
  readonly previous: number | null
  readonly next: number | null
}

/** The page of rows whose numbers lie below one; without it, the first page. */
export const pageBelow = <Row extends { readonly number: number }>(
  sorted: readonly Row[],
  below: number | null,
  size: number
): ListPage<Row> => {
  const found = below === null ? 0 : sorted.findIndex(({ number }) => number < below)
  const start = found === -1 ? sorted.length : found
  const rows = sorted.slice(start, start + size)
  const before = start - size
  return {
    rows,
    previous: start === 0 ? null : before <= 0 ? 0 : (sorted[before - 1]?.number ?? 0),
    next: start + size < sorted.length ? (rows.at(-1)?.number ?? null) : null
  }
}
