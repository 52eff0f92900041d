import type { VNode } from 'preact'
import { type Meeting, meetingName } from '../../src/committee/meeting.ts'
import type { MeetingCase } from '../../src/committee/meeting-case.ts'
import { describeSummary } from '../../src/committee/opinion.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { Choice } from '../components/choice.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** What was chosen and came back. */
export type ClosureState = {
  readonly holdOver: readonly string[]
  readonly confirmed: boolean
  /** The confirmation is missing. */
  readonly unconfirmed: boolean
}

const Cases = ({
  items,
  holdOver
}: {
  readonly items: readonly MeetingCase[]
  readonly holdOver: readonly string[]
}): VNode =>
  items.length === 0 ? (
    <EmptyState title="意見を聴く案件はありません">
      <p>このまま会議を終了できます。</p>
    </EmptyState>
  ) : (
    <DataTable
      caption={`意見を聴いた案件（${items.length}件）`}
      columns={[
        { key: 'company', label: '事業者', rowHeader: true },
        { key: 'number', label: '受付番号' },
        { key: 'opinions', label: '意見' },
        { key: 'holdOver', label: '持ち越し' }
      ]}
      rows={items.map(({ applicationId, companyName, number, summary }, index) => ({
        key: applicationId,
        cells: {
          company: companyName,
          number,
          opinions: summary === null ? '' : describeSummary(summary),
          holdOver: (
            <Choice
              type="checkbox"
              id={`holdOver-${index + 1}`}
              name="holdOver"
              option={{
                value: applicationId,
                label: (
                  <>
                    次回に持ち越す<span class="visually-hidden">（{companyName}）</span>
                  </>
                )
              }}
              checked={holdOver.includes(applicationId)}
            />
          )
        }
      }))}
    />
  )

const NotAwaiting = ({ items }: { readonly items: readonly MeetingCase[] }): VNode | null =>
  items.length === 0 ? null : (
    <Notice title="審議しない案件があります">
      <p>
        {items.map(({ companyName }) => companyName).join('、')}
        は、取下げや確認のやり直しのため委員会待ちではありません。議題には残りますが、「審議していません」と記録します。
      </p>
    </Notice>
  )

/** The end of a meeting: what becomes of each case. */
export const ClosurePage = ({
  frame,
  meeting,
  items,
  state: { holdOver, confirmed, unconfirmed },
  refusal
}: {
  readonly frame: PageFrame
  readonly meeting: Meeting
  readonly items: readonly MeetingCase[]
  readonly state: ClosureState
  readonly refusal: string | null
}): VNode => {
  const awaiting = items.filter(({ status }) => status === 'awaiting_committee')
  const without = awaiting.filter(({ given }) => given === 0)
  const message = '意見が1つもない案件を決定に進めるときは、確認の欄にチェックを付けてください'
  return (
    <Layout page={frame}>
      {refusal === null ? null : (
        <Notice tone="error" live="alert" title="まだ終了していません">
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary errors={unconfirmed ? [{ fieldId: 'confirmed', message }] : []} />
      <p>
        {formatDateWithWeekday(meeting.heldOn)}の{meetingName(meeting)}
        を終了します。終了すると意見を変更できなくなり、案件は「決定待ち」になります。回答のない委員は、意見の数に入りません。
      </p>
      <form method="post" action={paths.meetingClosure(meeting.id)} novalidate>
        <input type="hidden" name="shown" value={awaiting.map(({ applicationId }) => applicationId).join(',')} />
        <Cases items={awaiting} holdOver={holdOver} />
        <NotAwaiting items={items.filter(({ status }) => status !== 'awaiting_committee')} />
        {without.length === 0 ? null : (
          <Checkbox
            name="confirmed"
            label={`意見が1つもない案件（${without.map(({ companyName }) => companyName).join('、')}）も、持ち越さないものは決定に進めます`}
            checked={confirmed}
            error={unconfirmed ? message : undefined}
          />
        )}
        <ButtonRow>
          <Button>会議を終了する</Button>
          <ButtonLink variant="secondary" href={paths.meeting(meeting.id)}>
            会議のページへ戻る
          </ButtonLink>
        </ButtonRow>
      </form>
    </Layout>
  )
}
