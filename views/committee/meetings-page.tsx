import type { VNode } from 'preact'
import { endOf, isOpen, type Meeting, type MeetingEnd, meetingName } from '../../src/committee/meeting.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { NumberField } from '../components/number-field.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { errorFor, type Problem, summaryOf, typedIn, type Values } from '../form-state.ts'
import { formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { DayAndPlace } from './meeting-fields.tsx'
import { MeetingState } from './meeting-state.tsx'

/** Room for adding a meeting, for the secretariat alone. */
type Addition = { readonly problems: readonly Problem[]; readonly values: Values }

const List = ({
  caption,
  captionHidden = false,
  meetings,
  today
}: {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly meetings: readonly Meeting[]
  readonly today: CalendarDate
}): VNode => (
  <DataTable
    caption={caption}
    captionHidden={captionHidden}
    columns={[
      { key: 'name', label: '会議', rowHeader: true },
      { key: 'heldOn', label: '日にち' },
      { key: 'place', label: '場所' },
      { key: 'state', label: '状態' }
    ]}
    rows={meetings.map((meeting) => ({
      key: meeting.id,
      cells: {
        name: <a href={paths.meeting(meeting.id)}>{meetingName(meeting)}</a>,
        heldOn: formatDateWithWeekday(meeting.heldOn),
        place: meeting.place,
        state: <MeetingState meeting={meeting} today={today} />
      }
    }))}
  />
)

const Ended = ({
  title,
  meetings,
  today
}: {
  readonly title: string
  readonly meetings: readonly Meeting[]
  readonly today: CalendarDate
}): VNode | null =>
  meetings.length === 0 ? null : (
    <Section title={`${title}（${meetings.length}回）`}>
      <List caption={title} captionHidden meetings={meetings} today={today} />
    </Section>
  )

const AdditionForm = ({ problems, values, today }: Addition & { readonly today: CalendarDate }): VNode => (
  <Section title="会議を追加する">
    <PostForm action={paths.meetings} novalidate>
      <NumberField
        name="number"
        label="回数"
        hint="「第◯回」の数字です"
        unit="回"
        integer
        required
        value={typedIn(values, 'number')}
        error={errorFor(problems, 'number')}
      />
      <DayAndPlace problems={problems} values={values} earliest={today} />
      <ButtonRow>
        <Button>会議を追加する</Button>
      </ButtonRow>
    </PostForm>
  </Section>
)

/** All meetings, those to come first; the secretariat can add one. */
export const MeetingsPage = ({
  frame,
  meetings,
  today,
  addition
}: {
  readonly frame: PageFrame
  /** In the order of the page: open ones first. */
  readonly meetings: readonly Meeting[]
  readonly today: CalendarDate
  readonly addition: Addition | null
}): VNode => {
  const open = meetings.filter(isOpen)
  const endedHow = (how: MeetingEnd) => meetings.filter((meeting) => endOf(meeting) === how)
  const problems = addition?.problems ?? []
  return (
    <Layout page={frame}>
      <ErrorSummary errors={summaryOf(problems)} />
      {open.length === 0 ? (
        <EmptyState title="これからの会議はありません">
          <p>
            {addition === null
              ? '会議が決まると、ここに出ます。資料の準備ができたら、メールでお知らせします。'
              : '会議を追加すると、委員会待ちの案件を議題にできます。'}
          </p>
        </EmptyState>
      ) : (
        <List caption="これからの会議" meetings={open} today={today} />
      )}
      <Ended title="終了した会議" meetings={endedHow('closed')} today={today} />
      <Ended title="取りやめた会議" meetings={endedHow('cancelled')} today={today} />
      {addition === null ? null : <AdditionForm {...addition} today={today} />}
    </Layout>
  )
}
