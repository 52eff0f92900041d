import { formatDateTime, formatDateWithWeekday } from '../../views/format.ts'
import type { Block } from '../documents/document.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { IndicatorYear } from '../scheme/indicator.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { examinedKindLabels, industryAndSize } from './agenda.ts'
import { type Meeting, meetingName } from './meeting.ts'
import { describeVerdict } from './meeting-case.ts'
import { caseBlocks, type PaperCase } from './papers-case.ts'
import { indicatorBlocks } from './papers-indicator.ts'
import { reportBlocks } from './papers-report.ts'
import type { ReportedRenewal } from './report.ts'

/** Everything that the papers of a meeting show, as of an instant. */
export type Papers = {
  readonly scheme: Pick<Scheme, 'city' | 'name' | 'committee' | 'indicator'>
  readonly meeting: Meeting
  readonly cases: readonly PaperCase[]
  readonly report: readonly ReportedRenewal[]
  readonly indicator: readonly IndicatorYear[]
  readonly madeAt: Date
  /** The day of `madeAt` in Japan. */
  readonly on: CalendarDate
}

const agendaTable = (cases: readonly PaperCase[]): Block =>
  cases.length === 0
    ? { type: 'paragraph', text: '意見を聴く案件はありません。' }
    : {
        type: 'table',
        size: 8.5,
        columns: [
          { title: 'No.', width: 6, align: 'right' },
          { title: '事業者', width: 30 },
          { title: '区分', width: 13 },
          { title: '業種・従業員数', width: 28 },
          { title: '認定基準', width: 24 }
        ],
        rows: cases.map(({ item, file }, index) => [
          String(index + 1),
          `${item.companyName}\n受付番号 ${item.number}`,
          examinedKindLabels[item.kind],
          industryAndSize(item),
          describeVerdict(file.verdict)
        ])
      }

const coverBlocks = ({ scheme, meeting, cases, report, madeAt }: Papers): readonly Block[] => [
  { type: 'paragraph', text: `${scheme.committee}\n${scheme.city}${scheme.name}`, soft: true, align: 'left' },
  { type: 'heading', level: 1, text: `${meetingName(meeting)}　資料`, outline: '議題' },
  {
    type: 'definitions',
    entries: [
      { label: '日にち', value: formatDateWithWeekday(meeting.heldOn) },
      { label: '場所', value: meeting.place },
      { label: '作成', value: `${formatDateTime(madeAt)}現在` }
    ]
  },
  {
    type: 'paragraph',
    text: 'この資料は、委員と事務局だけのものです。申請の内容が含まれていますので、取扱いにご注意ください。',
    size: 9,
    soft: true,
    gap: 6
  },
  { type: 'heading', level: 2, text: `1　意見聴取（${cases.length}件）`, outline: false },
  agendaTable(cases),
  { type: 'heading', level: 2, text: `2　事後報告（${report.length}件）`, outline: false },
  {
    type: 'paragraph',
    text:
      report.length === 0
        ? '報告する更新はありません。'
        : '前回の会議のあとに、事務局だけで決定した更新です。一覧はこの資料の終わりにあります。'
  },
  { type: 'heading', level: 2, text: '3　活動指標', outline: false },
  { type: 'paragraph', text: `${scheme.indicator.name}の目標値と実績値です。この資料の最後のページにあります。` }
]

/** The papers of a meeting from top to bottom. Every case begins on a page of its own. */
export const papersBlocks = (papers: Papers): readonly Block[] => [
  ...coverBlocks(papers),
  ...papers.cases.flatMap((one, index): readonly Block[] => [
    { type: 'page-break' },
    ...(index === 0 ? [{ type: 'heading', level: 1, text: '意見聴取' } as const] : []),
    ...caseBlocks(one, index + 1)
  ]),
  { type: 'page-break' },
  ...reportBlocks(papers.report),
  { type: 'page-break' },
  ...indicatorBlocks(papers)
]
