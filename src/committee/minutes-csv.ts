import { type CsvCell, csvOf } from '../platform/csv.ts'
import { examinedKindLabels } from './agenda.ts'
import { type Minutes, type MinutesCase, resultOf } from './minutes.ts'
import { opinionLabels } from './opinion.ts'
import { describeChanges, type ReportedRenewal } from './report.ts'

const headings = [
  '議題',
  '事業者名',
  '区分',
  '受付番号',
  '認定番号',
  '結果',
  '異議なし',
  '意見あり',
  '棄権',
  '意見なし（出席）',
  '意見なし（欠席）',
  '意見の内容',
  '認定期間の初日',
  '認定期間の末日',
  '更新の回数',
  '前回からの変更'
] as const

const caseRow = ({ item, summary, silentPresent, opinions }: MinutesCase): readonly CsvCell[] => [
  '意見聴取',
  item.companyName,
  examinedKindLabels[item.kind],
  item.number,
  null,
  resultOf(item),
  summary.noObjection,
  summary.comment,
  summary.abstained,
  silentPresent,
  summary.silent - silentPresent,
  opinions
    .map(({ memberName, opinion, comment }) => [`${memberName}（${opinionLabels[opinion]}）`, comment])
    .map((parts) => parts.filter((part) => part !== '').join('：'))
    .join('\n'),
  null,
  null,
  null,
  null
]

const renewalRow = ({ companyName, number, certificate, changes }: ReportedRenewal): readonly CsvCell[] => [
  '事後報告',
  companyName,
  '更新',
  number,
  certificate === null ? null : `第${certificate.number}号`,
  '報告した',
  ...Array.from({ length: 6 }, () => null),
  certificate?.startsOn ?? null,
  certificate?.endsOn ?? null,
  certificate?.renewalCount ?? null,
  describeChanges(changes)
]

/** The minutes for a spreadsheet, a row for each case and each reported renewal; members by name. */
export const minutesCsv = ({ cases, report }: Minutes): string =>
  csvOf(headings, [...cases.map(caseRow), ...report.map(renewalRow)])
