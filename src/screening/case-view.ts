import type { CalendarDate } from '../scheme/calendar.ts'

/** What of a case an official looks into: a page of it, one of its files, the committee's papers. */
export const caseViewKinds = ['page', 'file', 'papers'] as const

export type CaseViewKind = (typeof caseViewKinds)[number]

/** What a person reads for each. */
export const caseViewLabels: Readonly<Record<CaseViewKind, string>> = {
  page: '案件の画面',
  file: '添付ファイル',
  papers: '委員会の資料'
}

/** Who looked into a case on one day, as what, how often. */
export type CaseView = {
  readonly viewedOn: CalendarDate
  readonly userName: string
  readonly role: 'secretariat' | 'committee'
  readonly kind: CaseViewKind
  readonly firstAt: Date
  readonly lastAt: Date
  readonly count: number
}
