import type { VNode } from 'preact'
import { describeChanges, type ReportedRenewal } from '../../src/committee/report.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { formatPeriod } from '../format.ts'

/** The after-the-fact report: renewals decided without the committee, with what changed. */
export const ReportTable = ({
  report,
  isOpen
}: {
  readonly report: readonly ReportedRenewal[]
  /** Whether more may be added until the meeting is closed. */
  readonly isOpen: boolean
}): VNode => (
  <Section title="事後報告">
    {report.length === 0 ? (
      <EmptyState title="報告する更新はありません">
        <p>
          {isOpen
            ? '再審査を要しない更新を事務局が決定すると、次の会議の事後報告に自動で入ります。'
            : 'この会議で報告した更新はありません。'}
        </p>
      </EmptyState>
    ) : (
      <>
        <p>
          前回の会議のあとに、再審査を要しないものとして事務局が決定した更新です。
          {isOpen ? '会議を終了するまでに決定した更新が加わります。' : ''}
        </p>
        <DataTable
          caption={`事後報告の更新（${report.length}件）`}
          captionHidden
          columns={[
            { key: 'company', label: '事業者', rowHeader: true },
            { key: 'number', label: '認定番号' },
            { key: 'period', label: '更新後の認定期間' },
            { key: 'count', label: '更新の回数' },
            { key: 'changes', label: '前回からの変更' }
          ]}
          rows={report.map(({ applicationId, companyName, certificate, changes }) => ({
            key: applicationId,
            cells: {
              company: companyName,
              number: certificate === null ? '―' : `第${certificate.number}号`,
              period: certificate === null ? '―' : formatPeriod(certificate),
              count: certificate === null ? '―' : `${certificate.renewalCount}回目`,
              changes: <span class="typed-text">{describeChanges(changes)}</span>
            }
          }))}
        />
      </>
    )}
  </Section>
)
