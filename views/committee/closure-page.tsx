import type { VNode } from 'preact'
import { examinedKindLabels } from '../../src/committee/agenda.ts'
import { type Meeting, meetingName } from '../../src/committee/meeting.ts'
import type { MeetingCase } from '../../src/committee/meeting-case.ts'
import { describeSummary } from '../../src/committee/opinion.ts'
import type { DecidedRenewal } from '../../src/committee/report.ts'
import { paths } from '../../src/paths.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { Checkbox } from '../components/checkbox.tsx'
import { CheckboxGroup } from '../components/checkbox-group.tsx'
import { Choice } from '../components/choice.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Notice } from '../components/notice.tsx'
import { PostForm } from '../components/post-form.tsx'
import { formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'

/** What was chosen and came back. */
export type ClosureState = {
  readonly holdOver: readonly string[]
  readonly confirmed: boolean
  /** The members ticked as present. */
  readonly attended: readonly string[]
  readonly nobodyCame: boolean
  /** What keeps the meeting from being closed: a confirmation, or who came. */
  readonly missing: 'unconfirmed' | 'no-attendance' | null
}

const messages = {
  unconfirmed: '意見が1つもない案件を決定に進めるときは、確認の欄にチェックを付けてください',
  'no-attendance': '出席した委員を選んでください。だれも集まらなかったときは、その欄にチェックを付けてください'
} as const

const places = { unconfirmed: 'confirmed', 'no-attendance': 'attended' } as const

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
        { key: 'kind', label: '区分' },
        { key: 'number', label: '受付番号' },
        { key: 'opinions', label: '意見' },
        { key: 'holdOver', label: '持ち越し' }
      ]}
      rows={items.map(({ applicationId, companyName, kind, number, summary }, index) => ({
        key: applicationId,
        cells: {
          company: companyName,
          kind: examinedKindLabels[kind],
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

const Report = ({ report }: { readonly report: readonly DecidedRenewal[] }): VNode | null =>
  report.length === 0 ? null : (
    <Notice title={`事後報告（${report.length}件）`}>
      <p>
        {report.map(({ companyName }) => companyName).join('、')}
        の更新を、この会議で報告したものとして記録します。
      </p>
    </Notice>
  )

/** Who came: a member who did not come and said nothing is no opinion. */
const Attendance = ({
  members,
  attended,
  nobodyCame,
  error
}: Pick<ClosureState, 'attended' | 'nobodyCame'> & {
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly error: string | undefined
}): VNode =>
  members.length === 0 ? (
    <input type="hidden" name="nobodyCame" value="yes" />
  ) : (
    <>
      <CheckboxGroup
        name="attended"
        label="出席した委員"
        hint="終了したあとは変更できません"
        required
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        values={attended}
        error={error}
      />
      <Checkbox name="nobodyCame" label="集まらずに、書面（このポータル）だけで意見を聴きました" checked={nobodyCame} />
    </>
  )

/** The end of a meeting: what becomes of each case, what was reported, who came. */
export const ClosurePage = ({
  frame,
  meeting,
  items,
  report,
  members,
  state: { holdOver, confirmed, attended, nobodyCame, missing },
  refusal
}: {
  readonly frame: PageFrame
  readonly meeting: Meeting
  readonly items: readonly MeetingCase[]
  readonly report: readonly DecidedRenewal[]
  /** The members of today. */
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly state: ClosureState
  readonly refusal: string | null
}): VNode => {
  const awaiting = items.filter(({ status }) => status === 'awaiting_committee')
  const without = awaiting.filter(({ given }) => given === 0)
  return (
    <Layout page={frame}>
      {refusal === null ? null : (
        <Notice tone="error" live="alert" title="まだ終了していません">
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary errors={missing === null ? [] : [{ fieldId: places[missing], message: messages[missing] }]} />
      <p>
        {formatDateWithWeekday(meeting.heldOn)}の{meetingName(meeting)}
        を終了します。終了すると意見を変更できなくなり、案件は「決定待ち」になります。回答のない委員は、欠席でも出席でも、意見の数に入りません。
      </p>
      <PostForm action={paths.meetingClosure(meeting.id)} novalidate>
        <input type="hidden" name="shown" value={awaiting.map(({ applicationId }) => applicationId).join(',')} />
        <Cases items={awaiting} holdOver={holdOver} />
        <NotAwaiting items={items.filter(({ status }) => status !== 'awaiting_committee')} />
        {without.length === 0 ? null : (
          <Checkbox
            name="confirmed"
            label={`意見が1つもない案件（${without.map(({ companyName }) => companyName).join('、')}）も、持ち越さないものは決定に進めます`}
            checked={confirmed}
            error={missing === 'unconfirmed' ? messages.unconfirmed : undefined}
          />
        )}
        <Report report={report} />
        <Attendance
          members={members}
          attended={attended}
          nobodyCame={nobodyCame}
          error={missing === 'no-attendance' ? messages['no-attendance'] : undefined}
        />
        <ButtonRow>
          <Button>会議を終了する</Button>
          <ButtonLink variant="secondary" href={paths.meeting(meeting.id)}>
            会議のページへ戻る
          </ButtonLink>
        </ButtonRow>
      </PostForm>
    </Layout>
  )
}
