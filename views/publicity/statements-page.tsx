import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { Statement } from '../../src/publicity/statement.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDate, formatDateTime, formatDaysAgo } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { outcomeTags } from './outcome-tag.ts'

type Listed = Statement & { readonly companyName: string }
type WaitingStatement = Listed & { readonly sentOn: CalendarDate }

/** What a statement is made of, in a few words. */
const partsOf = ({ words, photo, logo }: Statement): string => {
  const parts = [words === '' ? '' : '紹介文', photo === null ? '' : '写真', logo === null ? '' : 'ロゴ'].filter(
    Boolean
  )
  return parts.length === 0 ? '（なし）' : parts.join('・')
}

const Waiting = ({
  waiting,
  today
}: {
  readonly waiting: readonly WaitingStatement[]
  readonly today: CalendarDate
}): VNode =>
  waiting.length === 0 ? (
    <EmptyState title="確認を待っているものはありません">
      <p>認定企業が紹介文・写真・ロゴを送ると、ここに並びます。</p>
    </EmptyState>
  ) : (
    <DataTable
      caption="確認待ち"
      captionHidden
      columns={[
        { key: 'company', label: '事業者', rowHeader: true },
        { key: 'parts', label: '内容' },
        { key: 'sent', label: '送られた日' },
        { key: 'since', label: '経過' }
      ]}
      rows={waiting.map((statement) => ({
        key: statement.id,
        cells: {
          company: <a href={paths.statement(statement.id)}>{statement.companyName}</a>,
          parts: partsOf(statement),
          sent: formatDate(statement.sentOn),
          since: formatDaysAgo(statement.sentOn, today)
        }
      }))}
    />
  )

const Decided = ({ decided }: { readonly decided: readonly Listed[] }): VNode => (
  <DataTable
    caption="最近の確認"
    captionHidden
    columns={[
      { key: 'company', label: '事業者', rowHeader: true },
      { key: 'parts', label: '内容' },
      { key: 'outcome', label: '結果' },
      { key: 'when', label: '日時' }
    ]}
    rows={decided.map((statement) => {
      const { tone, label } = outcomeTags[statement.outcome ?? 'waiting']
      return {
        key: statement.id,
        cells: {
          company: <a href={paths.statement(statement.id)}>{statement.companyName}</a>,
          parts: partsOf(statement),
          outcome: <StatusTag tone={tone}>{label}</StatusTag>,
          when: statement.decidedAt === null ? '' : formatDateTime(statement.decidedAt)
        }
      }
    })}
  />
)

/** What companies want shown of themselves: what waits, the oldest first, and what was decided lately. */
export const StatementsPage = ({
  frame,
  waiting,
  decided,
  today
}: {
  readonly frame: PageFrame
  readonly waiting: readonly WaitingStatement[]
  readonly decided: readonly Listed[]
  readonly today: CalendarDate
}): VNode => (
  <Layout page={frame}>
    <p>認定企業が自社のページに載せる紹介文・写真・ロゴです。確認すると、すぐに公開されます。</p>
    <Section title={`確認待ち ${waiting.length}件`}>
      <Waiting waiting={waiting} today={today} />
    </Section>
    {decided.length === 0 ? null : (
      <Section title="最近の確認">
        <Decided decided={decided} />
      </Section>
    )}
  </Layout>
)
