import type { VNode } from 'preact'
import { DataTable } from '../components/data-table.tsx'
import { formatNumber } from '../format.ts'

/** A queue as the administrator reads it. */
export type QueueLine = {
  readonly queue: string
  readonly label: string
  readonly waiting: number
  readonly running: number
  readonly failed: number
  /** How long the oldest has waited, in words; empty when none waits. */
  readonly oldest: string
}

/** How many jobs wait, run and were given up. */
export const QueueTable = ({ lines }: { readonly lines: readonly QueueLine[] }): VNode => (
  <DataTable
    caption="処理ごとの件数"
    columns={[
      { key: 'label', label: '処理', rowHeader: true },
      { key: 'waiting', label: '待ち', align: 'end' },
      { key: 'oldest', label: 'いちばん古い待ち' },
      { key: 'running', label: '実行中', align: 'end' },
      { key: 'failed', label: '失敗', align: 'end' }
    ]}
    rows={lines.map(({ queue, label, waiting, running, failed, oldest }) => ({
      key: queue,
      cells: {
        label,
        waiting: formatNumber(waiting),
        oldest: oldest === '' ? 'なし' : oldest,
        running: formatNumber(running),
        failed: formatNumber(failed)
      }
    }))}
  />
)
