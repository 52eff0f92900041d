import type { VNode } from 'preact'
import {
  type CertificationTab,
  certificationTabLabels,
  certificationTabs,
  type ListPage
} from '../../src/certificates/certification-list.ts'
import {
  type CertificationRecord,
  certificationState,
  certificationStateLabels
} from '../../src/certificates/certification-record.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Pagination } from '../components/pagination.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Tabs } from '../components/tabs.tsx'
import { TextField } from '../components/text-field.tsx'
import { formatDate } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { stateTones } from './state-tone.ts'

export type CertificationsPageProps = {
  readonly frame: PageFrame
  readonly tab: CertificationTab
  readonly search: string
  readonly on: CalendarDate
  readonly counts: Readonly<Record<CertificationTab, number>>
  readonly page: ListPage<CertificationRecord>
}

const address = (path: string, query: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(query).filter(([, value]) => value !== '')
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts)}`
}

const StateCell = ({ record, on }: { readonly record: CertificationRecord; readonly on: CalendarDate }): VNode => {
  const state = certificationState(record, on)
  const { endedOn } = record
  return (
    <div>
      <StatusTag tone={stateTones[state]}>{certificationStateLabels[state]}</StatusTag>{' '}
      {record.isRevocationOpen ? <StatusTag tone="warning">取消しの手続中</StatusTag> : null}
      {endedOn !== null && endedOn > on ? <span class="desk__about">{formatDate(endedOn)}に辞退</span> : null}
    </div>
  )
}

const List = ({ page, tab, on }: CertificationsPageProps): VNode => (
  <DataTable
    caption={certificationTabLabels[tab]}
    captionHidden
    columns={[
      { key: 'company', label: '事業者', rowHeader: true },
      { key: 'number', label: '認定番号' },
      { key: 'state', label: '状態' },
      { key: 'ends', label: '満了日' },
      { key: 'renewals', label: '更新', align: 'end' }
    ]}
    rows={page.rows.map((record) => ({
      key: record.id,
      cells: {
        company: <a href={paths.certification(record.id)}>{record.companyName}</a>,
        number: <span class="desk__fact">第{record.number}号</span>,
        state: <StateCell record={record} on={on} />,
        ends: <span class="desk__fact">{formatDate(record.latestEndsOn)}</span>,
        renewals: `${record.renewalCount}回`
      }
    }))}
  />
)

/** Every certification of the city, the newest number first. */
export const CertificationsPage = (props: CertificationsPageProps): VNode => {
  const { frame, tab, search, counts, page } = props
  const here = { state: tab, q: search }
  const placed = (below: number) => address(paths.certifications, { ...here, below: below === 0 ? '' : String(below) })
  return (
    <Layout page={frame}>
      <search>
        <form class="desk-search" method="get" action={paths.certifications}>
          <input type="hidden" name="state" value="all" />
          <FilterBar>
            <TextField
              name="q"
              type="search"
              label="すべての認定から探す"
              hint="事業者名、フリガナの一部、または認定番号（例：第12号）"
              width="medium"
              value={search}
            />
            <Button variant="secondary">探す</Button>
          </FilterBar>
        </form>
      </search>
      <Tabs
        label="認定の一覧"
        tabs={certificationTabs.map((one) => ({
          href: address(paths.certifications, { state: one }),
          label: certificationTabLabels[one],
          count: counts[one],
          current: one === tab
        }))}
      />
      {page.rows.length > 0 ? (
        <List {...props} />
      ) : (
        <EmptyState title={search === '' ? '当てはまる認定はありません' : `「${search}」に合う認定はありません`} />
      )}
      <Pagination
        previous={page.previous === null ? undefined : placed(page.previous)}
        next={page.next === null ? undefined : placed(page.next)}
      />
      {page.rows.length > 0 ? (
        <p class="desk__export">
          <ButtonLink variant="secondary" small href={address(paths.certificationsExport, here)} download>
            この一覧をCSVで保存
          </ButtonLink>
        </p>
      ) : null}
    </Layout>
  )
}
