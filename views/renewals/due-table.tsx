import type { VNode } from 'preact'
import { paths } from '../../src/paths.ts'
import type { DueRow, DueState, DueTab } from '../../src/renewals/due-list.ts'
import { reminderName, stateWords } from '../../src/renewals/due-words.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { PostForm } from '../components/post-form.tsx'
import { StatusTag, type Tone } from '../components/status-tag.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import { formatDate, formatDateWithWeekday, formatNumber } from '../format.ts'
import { statusTones } from '../screening/status-tone.ts'

const windowTones: Readonly<Record<Exclude<DueState['kind'], 'application'>, Tone>> = {
  'not-yet': 'neutral',
  open: 'warning',
  late: 'error',
  'too-late': 'neutral'
}

const toneOf = (state: DueState): Tone => {
  if (state.kind !== 'application') return windowTones[state.kind]
  return state.status === 'draft' ? 'warning' : statusTones[state.status]
}

/** Short facts stay on one line. */
const Unbroken = ({ children }: { readonly children: string }): VNode => <span class="desk__fact">{children}</span>

const daysWords = (days: number): string => {
  if (days === 0) return '今日まで'
  return days > 0 ? `残り${formatNumber(days)}日` : `${formatNumber(-days)}日経過`
}

const Company = ({ ending }: DueRow): VNode => (
  <div>
    {ending.hasCase ? <a href={paths.case(ending.applicationId)}>{ending.companyName}</a> : ending.companyName}
    <span class="desk__about">第{ending.number}号</span>
  </div>
)

const State = ({ ending: { open }, state }: DueRow): VNode => (
  <div>
    <StatusTag tone={toneOf(state)}>{stateWords(state)}</StatusTag>
    {open === null || open.number === null || open.status === 'draft' ? null : (
      <span class="desk__about">
        <a href={paths.case(open.id)}>{open.number}</a>
      </span>
    )}
  </div>
)

const LastReminder = ({ last, sent }: DueRow): VNode =>
  last === null ? (
    <span>なし</span>
  ) : (
    <div>
      <Unbroken>{formatDate(last.sentOn)}</Unbroken>
      <span class="desk__about">
        {reminderName(last.occasion)}
        {sent > 1 ? `（全${sent}回）` : null}
      </span>
    </div>
  )

const Notifying = ({ row, tab }: { readonly row: DueRow; readonly tab: DueTab }): VNode =>
  row.canNotify ? (
    <PostForm action={paths.renewalNotices(row.ending.periodId)}>
      <input type="hidden" name="sent" value={row.sent} />
      <input type="hidden" name="tab" value={tab} />
      <Button variant="secondary" small>
        案内を送る
        <VisuallyHidden>（{row.ending.companyName}）</VisuallyHidden>
      </Button>
    </PostForm>
  ) : (
    <span class="desk__about">なし</span>
  )

/** Certifications of one group: when each ends, where its renewal stands, what its company was told. */
export const DueTable = ({
  caption,
  tab,
  rows
}: {
  readonly caption: string
  /** The part of the list to come back to. */
  readonly tab: DueTab
  readonly rows: readonly DueRow[]
}): VNode => (
  <DataTable
    caption={caption}
    columns={[
      { key: 'company', label: '事業者', rowHeader: true },
      { key: 'ends', label: '満了日' },
      { key: 'state', label: '更新の状態' },
      { key: 'last', label: '最後の案内' },
      { key: 'notice', label: '操作' }
    ]}
    rows={rows.map((row) => ({
      key: row.ending.periodId,
      cells: {
        company: <Company {...row} />,
        ends: (
          <div>
            <Unbroken>{formatDateWithWeekday(row.ending.period.endsOn)}</Unbroken>
            <span class="desk__about">{daysWords(row.daysLeft)}</span>
          </div>
        ),
        state: <State {...row} />,
        last: <LastReminder {...row} />,
        notice: <Notifying row={row} tab={tab} />
      }
    }))}
  />
)
