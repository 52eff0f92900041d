import { csvOf } from '../platform/csv.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { type CertificationRecord, certificationState, certificationStateLabels } from './certification-record.ts'

const headings = [
  '認定番号',
  '事業者名',
  'フリガナ',
  '状態',
  '更新回数',
  '認定期間の初日',
  '満了日',
  '辞退・取消しの日',
  '取消しの手続'
] as const

/** The list of certifications for a spreadsheet; dates as YYYY-MM-DD, so that they sort. */
export const certificationCsv = (records: readonly CertificationRecord[], on: CalendarDate): string =>
  csvOf(
    headings,
    records.map((record) => [
      `第${record.number}号`,
      record.companyName,
      record.nameKana,
      certificationStateLabels[certificationState(record, on)],
      record.renewalCount,
      record.firstStartsOn,
      record.latestEndsOn,
      record.endedOn,
      record.isRevocationOpen ? '手続中' : null
    ])
  )
