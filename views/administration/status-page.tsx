import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { DefinitionList } from '../components/definition-list.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { type MailLine, MailTable } from './mail-table.tsx'
import { type QueueLine, QueueTable } from './queue-table.tsx'
import { type WorkLine, WorkTable } from './work-table.tsx'

type Entry = { readonly term: string; readonly description: string }

/** What is not as it should be, and what to do. */
export type WarningWords = { readonly title: string; readonly advice: string }

const Warning = ({ title, advice }: WarningWords): VNode => (
  <Notice tone="warning" title={title}>
    <p>{advice}</p>
  </Notice>
)

/** Whether the portal does what it has to do by itself, what to look after first; holds nothing of any company. */
export const StatusPage = ({
  frame,
  warnings,
  mails,
  queues,
  work,
  machine,
  versions
}: {
  readonly frame: PageFrame
  readonly warnings: readonly WarningWords[]
  readonly mails: { readonly lines: readonly MailLine[]; readonly retryAll: string; readonly more: boolean }
  readonly queues: readonly QueueLine[]
  readonly work: readonly WorkLine[]
  readonly machine: readonly Entry[]
  readonly versions: readonly Entry[]
}): VNode => (
  <Layout page={frame}>
    <Section title="確かめること">
      {warnings.length === 0 ? (
        <Notice tone="success" title="いま対応が必要なことはありません" />
      ) : (
        warnings.map((warning) => <Warning key={warning.title} {...warning} />)
      )}
    </Section>
    <Section title="送れていないメール">
      {mails.lines.length === 0 ? <p>送れていないメールはありません。</p> : <MailTable {...mails} />}
    </Section>
    <Section title="処理の待ち行列">
      <QueueTable lines={queues} />
    </Section>
    <Section title="自動の処理">
      {work.length === 0 ? (
        <EmptyState title="まだ一度も動いていません">
          <p>ワーカー（ROLE=worker または all）を起動してください。</p>
        </EmptyState>
      ) : (
        <WorkTable lines={work} />
      )}
    </Section>
    <Section title="ログイン">
      <p>
        端末をなくした人や、全員のログインを終わらせることができます。
        <a href={paths.peoplesSessions}>ログインを終わらせる</a>
      </p>
    </Section>
    <Section title="サーバー">
      <DefinitionList entries={machine} />
    </Section>
    <Section title="バージョン">
      <DefinitionList entries={versions} />
    </Section>
  </Layout>
)
