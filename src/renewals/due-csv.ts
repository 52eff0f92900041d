import { type CsvCell, csvOf } from '../platform/csv.ts'
import { type DueRow, dueGroupLabels } from './due-list.ts'
import { reminderName, stateWords } from './due-words.ts'

const headings = [
  '区分',
  '事業者名',
  '認定番号',
  '認定期間の初日',
  '満了日',
  '残り日数',
  '状態',
  '更新の受付番号',
  '最後の案内',
  '最後の案内の日',
  '案内の回数'
] as const

const row = ({ ending, group, daysLeft, state, sent, last }: DueRow): readonly CsvCell[] => [
  dueGroupLabels[group],
  ending.companyName,
  `第${ending.number}号`,
  ending.period.startsOn,
  ending.period.endsOn,
  daysLeft,
  stateWords(state),
  ending.open?.number ?? null,
  last === null ? null : reminderName(last.occasion),
  last?.sentOn ?? null,
  sent
]

/** The certifications that are due, for a spreadsheet; dates as YYYY-MM-DD, days negative after the end. */
export const dueCsv = (rows: readonly DueRow[]): string => csvOf(headings, rows.map(row))
