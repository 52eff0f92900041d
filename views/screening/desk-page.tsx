import type { VNode } from 'preact'
import { type ApplicationStatus, routeLabels, statusLabels } from '../../src/applications/application-status.ts'
import type { SigningState } from '../../src/documents/signing-state.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { industryName } from '../../src/scheme/industries.ts'
import { type DeskTab, deskTabLabels, deskTabs, tabStatuses } from '../../src/screening/desk.ts'
import type { EndingCertification, ListedCase } from '../../src/screening/desk-csv.ts'
import { SigningNotice } from '../certificates/signature-section.tsx'
import { Button, ButtonLink } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Notice } from '../components/notice.tsx'
import { Pagination } from '../components/pagination.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Tabs } from '../components/tabs.tsx'
import { TextField } from '../components/text-field.tsx'
import { daysBetween, formatDate, formatDateWithWeekday, formatNumber } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { statusTones } from './status-tone.ts'

export type DeskPageProps = {
  readonly frame: PageFrame
  readonly tab: DeskTab
  readonly search: string
  readonly today: CalendarDate
  readonly counts: ReadonlyMap<ApplicationStatus, number>
  readonly ending: readonly EndingCertification[]
  readonly cases: readonly ListedCase[]
  /** How many companies let the day pass by which they were asked to correct: they are to be reminded. */
  readonly overdueCorrections: number
  /** How many companies wait for a word on what they want shown of themselves. */
  readonly statementsWaiting: number
  /** The end of the signing certificate, once it is time to replace it. */
  readonly signing: SigningState | null
  readonly hasPrevious: boolean
  readonly hasNext: boolean
}

const address = (path: string, query: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(query).filter(([, value]) => value !== '')
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts)}`
}

const countIn = (tab: DeskTab, { counts, ending }: DeskPageProps): number =>
  tab === 'ending' ? ending.length : tabStatuses[tab].reduce((sum, status) => sum + (counts.get(status) ?? 0), 0)

/** Short facts stay on one line. */
const Unbroken = ({ children }: { readonly children: string }): VNode => <span class="desk__fact">{children}</span>

const Deadline = ({ deadline }: Pick<ListedCase, 'deadline'>): VNode | null =>
  deadline === null ? null : (
    <div>
      <Unbroken>{deadline.label}</Unbroken> <Unbroken>{formatDate(deadline.date)}</Unbroken>{' '}
      {deadline.isOverdue ? <StatusTag tone="error">超過</StatusTag> : null}
    </div>
  )

const CaseTable = ({ caption, cases }: { readonly caption: string; readonly cases: readonly ListedCase[] }): VNode => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[
      { key: 'company', label: '事業者', rowHeader: true },
      { key: 'number', label: '受付番号' },
      { key: 'status', label: '状態' },
      { key: 'received', label: '受付日' },
      { key: 'days', label: '経過', align: 'end' },
      { key: 'deadline', label: '次の期限' }
    ]}
    rows={cases.map(({ one, days, deadline }) => ({
      key: one.id,
      cells: {
        company: (
          <div>
            <a href={paths.case(one.id)}>{one.companyName}</a>
            <span class="desk__about">
              {industryName(one.industry) ?? '業種不明'}・{formatNumber(one.employees)}人
            </span>
          </div>
        ),
        number: (
          <div>
            <Unbroken>{`${one.kind === 'initial' ? '新規' : '更新'} ${one.number}`}</Unbroken>
            {one.route === null ? null : <span class="desk__about">{routeLabels[one.route]}</span>}
          </div>
        ),
        status: <StatusTag tone={statusTones[one.status]}>{statusLabels[one.status]}</StatusTag>,
        received: <Unbroken>{formatDate(one.receivedOn)}</Unbroken>,
        days: days === null ? '' : `${formatNumber(days)}日`,
        deadline: <Deadline deadline={deadline} />
      }
    }))}
  />
)

const EndingTable = ({ ending, today }: Pick<DeskPageProps, 'ending' | 'today'>): VNode => (
  <DataTable
    caption="180日以内に満了し、更新されていない認定"
    columns={[
      { key: 'company', label: '事業者', rowHeader: true },
      { key: 'number', label: '認定番号' },
      { key: 'ends', label: '満了日' },
      { key: 'left', label: '残り', align: 'end' }
    ]}
    rows={ending.map(({ id, number, companyName, endsOn }) => ({
      key: id,
      cells: {
        company: companyName,
        number: `第${number}号`,
        ends: formatDateWithWeekday(endsOn),
        left: `${formatNumber(daysBetween(today, endsOn))}日`
      }
    }))}
  />
)

const emptyWords: Readonly<Record<DeskTab, string>> = {
  todo: '対応を待っている案件はありません',
  returned: '事業者の回答を待っている案件はありません',
  committee: '委員会を待っている案件はありません',
  decision: '決定や交付を待っている案件はありません',
  ending: '180日以内に満了する認定はありません',
  all: '提出された申請はまだありません'
}

const List = (props: DeskPageProps): VNode => {
  const { tab, search, cases, ending } = props
  if (tab === 'ending')
    return ending.length === 0 ? (
      <EmptyState title={emptyWords.ending} />
    ) : (
      <EndingTable ending={ending} today={props.today} />
    )
  if (cases.length > 0) return <CaseTable caption={deskTabLabels[tab]} cases={cases} />
  return search === '' ? (
    <EmptyState title={emptyWords[tab]} />
  ) : (
    <EmptyState title={`「${search}」に合う案件はありません`}>
      <p>事業者名かフリガナの一部、または受付番号（例：R8-012）で探せます。</p>
    </EmptyState>
  )
}

/** What waits for the secretariat and for others, the longest waiting first. */
export const DeskPage = (props: DeskPageProps): VNode => {
  const { frame, tab, search, cases } = props
  const here = { tab, q: search }
  const [first, last] = [cases.at(0)?.one.id, cases.at(-1)?.one.id]
  return (
    <Layout page={frame}>
      <search>
        <form class="desk-search" method="get" action={paths.desk}>
          <input type="hidden" name="tab" value="all" />
          <FilterBar>
            <TextField
              name="q"
              type="search"
              label="すべての案件から探す"
              hint="事業者名、フリガナ、受付番号の一部"
              width="medium"
              value={search}
            />
            <Button variant="secondary">探す</Button>
          </FilterBar>
        </form>
      </search>
      <Tabs
        label="案件の一覧"
        tabs={deskTabs.map((one) => ({
          href: address(paths.desk, { tab: one }),
          label: deskTabLabels[one],
          count: countIn(one, props),
          current: one === tab
        }))}
      />
      <SigningNotice signing={props.signing} />
      {props.statementsWaiting === 0 ? null : (
        <Notice>
          <p>
            企業ページの紹介文・写真・ロゴが{props.statementsWaiting}件、確認を待っています。
            <a href={paths.statements}>確認待ちを見る</a>
          </p>
        </Notice>
      )}
      {props.overdueCorrections === 0 ? null : (
        <Notice tone="warning">
          <p>
            補正の期限を過ぎた案件が{props.overdueCorrections}件あります。
            {tab === 'returned' ? (
              '事業者に連絡してください。'
            ) : (
              <a href={address(paths.desk, { tab: 'returned' })}>照会中の案件を見る</a>
            )}
          </p>
        </Notice>
      )}
      {tab === 'ending' ? (
        <p>
          <a href={paths.renewals}>更新の期限の一覧</a>で、更新の状態と送った案内を確かめられます。
        </p>
      ) : null}
      <List {...props} />
      <Pagination
        previous={
          props.hasPrevious && first !== undefined ? address(paths.desk, { ...here, before: first }) : undefined
        }
        next={props.hasNext && last !== undefined ? address(paths.desk, { ...here, after: last }) : undefined}
      />
      {cases.length > 0 || (tab === 'ending' && props.ending.length > 0) ? (
        <p class="desk__export">
          <ButtonLink variant="secondary" small href={address(paths.deskExport, here)} download>
            この一覧をCSVで保存
          </ButtonLink>
        </p>
      ) : null}
    </Layout>
  )
}
