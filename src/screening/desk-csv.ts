import { routeLabels, statusLabels } from '../applications/application-status.ts'
import { type CsvCell, csvOf } from '../platform/csv.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { industryName } from '../scheme/industries.ts'
import type { DeskCase, NextDeadline } from './desk.ts'

const headings = [
  '受付番号',
  '区分',
  '進め方',
  '事業者名',
  'フリガナ',
  '業種',
  '従業員数',
  '状態',
  '受付日',
  '経過日数',
  '次の期限',
  '次の期限の日付',
  '期限超過'
] as const

/** A case with what is due next and how many days it has been here; null once it is decided or withdrawn. */
export type ListedCase = {
  readonly one: DeskCase
  readonly days: number | null
  readonly deadline: NextDeadline | null
}

const row = ({ one, days, deadline }: ListedCase): readonly CsvCell[] => [
  one.number,
  one.kind === 'initial' ? '新規' : '更新',
  one.route === null ? null : routeLabels[one.route],
  one.companyName,
  one.nameKana,
  industryName(one.industry),
  one.employees,
  statusLabels[one.status],
  one.receivedOn,
  days,
  deadline?.label ?? null,
  deadline?.date ?? null,
  deadline?.isOverdue === true ? '超過' : null
]

/** The list of cases for a spreadsheet; dates as YYYY-MM-DD, so that they sort. */
export const deskCsv = (cases: readonly ListedCase[]): string => csvOf(headings, cases.map(row))

/** A certification whose end is in sight. */
export type EndingCertification = {
  readonly id: string
  readonly number: number
  readonly companyName: string
  readonly endsOn: CalendarDate
}

/** The certifications that end soon, for a spreadsheet. */
export const endingCsv = (ending: readonly EndingCertification[], daysLeft: (endsOn: CalendarDate) => number): string =>
  csvOf(
    ['認定番号', '事業者名', '満了日', '残り日数'],
    ending.map(({ number, companyName, endsOn }) => [`第${number}号`, companyName, endsOn, daysLeft(endsOn)])
  )
