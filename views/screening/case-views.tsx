import type { VNode } from 'preact'
import { type CaseView, caseViewLabels } from '../../src/screening/case-view.ts'
import { DataTable } from '../components/data-table.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { formatDateTime, formatDateWithWeekday, formatNumber } from '../format.ts'

const roles = { secretariat: '事務局', committee: '推進委員' } as const

/** Which officials looked into a case, closed at first: it is asked for rarely, and not part of what happened. */
export const CaseViews = ({
  views,
  total
}: {
  readonly views: readonly CaseView[]
  readonly total: number
}): VNode | null =>
  views.length === 0 ? null : (
    <Disclosure summary="閲覧の記録（職員と委員がこの案件を開いた日）">
      <p>
        だれが、どの日に、何を開いたかの記録です。事業者には、氏名を除いて、開いた日と回数だけを伝えます。
        {total > views.length ? `新しいものから${formatNumber(views.length)}件を表示しています。` : ''}
      </p>
      <DataTable
        caption="閲覧の記録"
        captionHidden
        columns={[
          { key: 'on', label: '日', rowHeader: true },
          { key: 'who', label: 'だれが' },
          { key: 'what', label: '何を' },
          { key: 'count', label: '回数', align: 'end' },
          { key: 'last', label: '最後に開いた日時' }
        ]}
        rows={views.map(({ viewedOn, userName, role, kind, count, lastAt }) => ({
          key: `${viewedOn} ${userName} ${kind}`,
          cells: {
            on: formatDateWithWeekday(viewedOn),
            who: `${userName}（${roles[role]}）`,
            what: caseViewLabels[kind],
            count: formatNumber(count),
            last: formatDateTime(lastAt)
          }
        }))}
      />
    </Disclosure>
  )
