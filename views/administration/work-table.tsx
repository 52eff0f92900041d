import type { VNode } from 'preact'
import { DataTable } from '../components/data-table.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDateTime } from '../format.ts'

/** A run of work as the administrator reads it. */
export type WorkLine = {
  readonly key: string
  readonly label: string
  readonly finishedAt: Date
  readonly done: boolean
  /** Figures in words, such as 「送信 3」. */
  readonly figures: string
}

/** The last runs of what the portal does by itself. */
export const WorkTable = ({ lines }: { readonly lines: readonly WorkLine[] }): VNode => (
  <DataTable
    caption="自動の処理の直近の結果"
    columns={[
      { key: 'work', label: '処理', rowHeader: true },
      { key: 'outcome', label: '結果' },
      { key: 'finishedAt', label: '終わった日時' },
      { key: 'figures', label: '内訳' }
    ]}
    rows={lines.map(({ key, label, done, finishedAt, figures }) => ({
      key,
      cells: {
        work: label,
        outcome: done ? <StatusTag tone="success">完了</StatusTag> : <StatusTag tone="error">失敗</StatusTag>,
        finishedAt: formatDateTime(finishedAt),
        figures
      }
    }))}
  />
)
