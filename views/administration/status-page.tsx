import type { VNode } from 'preact'
import { DataTable } from '../components/data-table.tsx'
import { DefinitionList } from '../components/definition-list.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDateTime } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** A run of work as the administrator reads it. */
export type WorkLine = {
  readonly key: string
  readonly label: string
  readonly finishedAt: Date
  readonly done: boolean
  /** Figures in words, such as 「送信 3」. */
  readonly figures: string
}

const WorkTable = ({ lines }: { readonly lines: readonly WorkLine[] }) => (
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

/** Whether the portal does what it has to do by itself; holds nothing of any company. */
export const StatusPage = ({
  frame,
  work,
  versions
}: {
  readonly frame: PageFrame
  readonly work: readonly WorkLine[]
  readonly versions: readonly { readonly term: string; readonly description: string }[]
}): VNode => (
  <Layout page={frame}>
    <Section title="自動の処理">
      {work.length === 0 ? (
        <EmptyState title="まだ一度も動いていません">
          <p>ワーカー（ROLE=worker または all）を起動してください。</p>
        </EmptyState>
      ) : (
        <WorkTable lines={work} />
      )}
    </Section>
    <Section title="バージョン">
      <DefinitionList entries={versions} />
    </Section>
  </Layout>
)
