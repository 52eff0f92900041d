import { formatDate } from '../../views/format.ts'
import type { Block } from '../documents/document.ts'
import { describeChanges, type ReportedRenewal } from './report.ts'

/** The after-the-fact report as a table with what changed. */
export const reportBlocks = (report: readonly ReportedRenewal[]): readonly Block[] => [
  { type: 'heading', level: 1, text: `事後報告（${report.length}件）` },
  {
    type: 'paragraph',
    size: 9,
    joined: true,
    text: '前回の会議のあとに、再審査を要しないものとして事務局が決定した更新です。認定番号は変わりません。'
  },
  report.length === 0
    ? { type: 'paragraph', text: '報告する更新はありません。' }
    : {
        type: 'table',
        size: 8,
        rowHeadings: true,
        columns: [
          { title: '事業者', width: 24 },
          { title: '認定番号', width: 10 },
          { title: '更新後の認定期間', width: 20 },
          { title: '更新', width: 8 },
          { title: '前回の認定からの変更', width: 38 }
        ],
        rows: report.map(({ companyName, certificate, changes }) => [
          companyName,
          certificate === null ? '' : `第${certificate.number}号`,
          certificate === null ? '' : `${formatDate(certificate.startsOn)}から\n${formatDate(certificate.endsOn)}まで`,
          certificate === null ? '' : `${certificate.renewalCount}回目`,
          describeChanges(changes)
        ])
      }
]
