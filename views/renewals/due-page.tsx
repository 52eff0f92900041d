import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import { type DueRow, type DueTab, dueGroupLabels, dueGroups, dueTabs } from '../../src/renewals/due-list.ts'
import type { ReminderSettings } from '../../src/renewals/reminder.ts'
import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Notice } from '../components/notice.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Tabs } from '../components/tabs.tsx'
import { Layout, type PageFrame } from '../layout.tsx'
import { DueTable } from './due-table.tsx'

/** Short enough for one row of tabs; the captions of the tables say it in full. */
const tabLabels: Readonly<Record<DueTab, string>> = {
  ...dueGroupLabels,
  all: 'すべて',
  late: '期限切れ',
  over: '更新できない'
}

const address = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(query)}`

const remindersOf = ({ renewalWindowDays, renewalReminderDays, expiredReminderDays }: ReminderSettings): string =>
  `更新は、満了の${renewalWindowDays}日前から申請できます。案内のメールは、満了の${renewalReminderDays
    .map((days) => `${days}日前`)
    .join(
      '・'
    )}と、満了の${expiredReminderDays}日後の朝に自動で送られます。更新の申請が提出されると、送られなくなります。`

/** The certifications by what is left of them, and what the city has told their companies. */
export const DuePage = ({
  frame,
  tab,
  counts,
  rows,
  hasPrevious,
  hasNext,
  settings,
  refusal
}: {
  readonly frame: PageFrame
  readonly tab: DueTab
  readonly counts: ReadonlyMap<DueTab, number>
  readonly rows: readonly DueRow[]
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  readonly settings: ReminderSettings
  /** Why the notice was not sent. */
  readonly refusal: string | null
}): VNode => {
  const [first, last] = [rows.at(0)?.ending.periodId, rows.at(-1)?.ending.periodId]
  return (
    <Layout page={frame}>
      {refusal === null ? null : (
        <Notice tone="error" live="alert" title="案内を送っていません">
          <p>{refusal}</p>
        </Notice>
      )}
      <p>{remindersOf(settings)}</p>
      <Tabs
        label="満了までの期間"
        tabs={dueTabs.map((one) => ({
          href: address(paths.renewals, { tab: one }),
          label: tabLabels[one],
          count: counts.get(one) ?? 0,
          current: one === tab
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={tab === 'all' ? '12か月以内に満了する認定はありません' : '当てはまる認定はありません'} />
      ) : null}
      <div class="due">
        {dueGroups.map((group) => {
          const members = rows.filter((row) => row.group === group)
          return members.length === 0 ? null : (
            <DueTable key={group} caption={dueGroupLabels[group]} tab={tab} rows={members} />
          )
        })}
      </div>
      <Pagination
        previous={hasPrevious && first !== undefined ? address(paths.renewals, { tab, before: first }) : undefined}
        next={hasNext && last !== undefined ? address(paths.renewals, { tab, after: last }) : undefined}
      />
      {rows.length === 0 ? null : (
        <p class="desk__export">
          <ButtonLink variant="secondary" small href={address(paths.renewalsExport, { tab })} download>
            この一覧をCSVで保存
          </ButtonLink>
        </p>
      )}
    </Layout>
  )
}
