import type { VNode } from 'preact'
import { examinedKindLabels, industryAndSize, type ListedCase } from '../../src/committee/agenda.ts'
import type { Meeting } from '../../src/committee/meeting.ts'
import { meetingHistoryWords } from '../../src/committee/meeting-history-words.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { Button } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { PostForm } from '../components/post-form.tsx'
import { Section } from '../components/section.tsx'
import { Timeline } from '../components/timeline.tsx'
import { VisuallyHidden } from '../components/visually-hidden.tsx'
import type { Problem, Values } from '../form-state.ts'
import { formatDate, formatDateTime } from '../format.ts'
import { DayAndPlace } from './meeting-fields.tsx'

type HistoryLine = {
  readonly at: Date
  readonly actorName: string
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What the secretariat sees and does of an open meeting. */
export type MeetingDesk = {
  /** Cases that could be put on the agenda. */
  readonly waiting: readonly ListedCase[]
  /** When the members were told of the papers, oldest first. */
  readonly announcements: readonly Date[]
  readonly members: number
  /** How many members were not yet invited to the day and place as they are now. */
  readonly notInvited: number
  /** When members were invited to it last; null when nobody was. */
  readonly invitedAt: Date | null
  readonly change: { readonly problems: readonly Problem[]; readonly values: Values }
  readonly history: readonly HistoryLine[]
  readonly today: CalendarDate
}

/** Cases without a meeting: each, or all, with one click. */
export const WaitingCases = ({
  meeting,
  waiting
}: {
  readonly meeting: Meeting
  readonly waiting: readonly ListedCase[]
}): VNode | null =>
  waiting.length === 0 ? null : (
    <Section title="議題にできる案件">
      <DataTable
        caption={`委員会待ちで、まだどの会議の議題でもない案件（${waiting.length}件）`}
        columns={[
          { key: 'company', label: '事業者', rowHeader: true },
          { key: 'kind', label: '区分' },
          { key: 'industry', label: '業種・従業員数' },
          { key: 'number', label: '受付番号' },
          { key: 'action', label: '操作' }
        ]}
        rows={waiting.map((item) => ({
          key: item.applicationId,
          cells: {
            company: item.companyName,
            kind: examinedKindLabels[item.kind],
            industry: industryAndSize(item),
            number: item.number,
            action: (
              <PostForm action={paths.meetingAgenda(meeting.id)}>
                <Button variant="secondary" small name="application" value={item.applicationId}>
                  <VisuallyHidden>{item.companyName}を</VisuallyHidden>議題にする
                </Button>
              </PostForm>
            )
          }
        }))}
      />
      {waiting.length === 1 ? null : (
        <PostForm action={paths.meetingAgenda(meeting.id)}>
          <ButtonRow>
            <Button>{`${waiting.length}件すべてを議題にする`}</Button>
          </ButtonRow>
        </PostForm>
      )}
    </Section>
  )

/** The invitation to day and place: once to each member, and again when the meeting was moved. */
export const Invitation = ({
  meeting,
  members,
  notInvited,
  invitedAt
}: Pick<MeetingDesk, 'members' | 'notInvited' | 'invitedAt'> & { readonly meeting: Meeting }): VNode => (
  <Section title="開催案内">
    {invitedAt === null ? (
      <p>日にちと場所を、委員{members}人にメールで案内します。日にちや場所を変えたときは、もう一度送れます。</p>
    ) : (
      <p>
        開催案内を送った日時：{formatDateTime(invitedAt)}
        {notInvited === 0 ? '（全員に送りました）' : `（まだ送っていない委員が${notInvited}人います）`}
      </p>
    )}
    {notInvited === 0 ? null : (
      <PostForm action={paths.meetingInvitation(meeting.id)}>
        <ButtonRow>
          <Button variant="secondary">開催案内を送る</Button>
        </ButtonRow>
      </PostForm>
    )}
  </Section>
)

/** The mail to the members, and when it was sent last. */
export const Announcement = ({
  meeting,
  announcements,
  members
}: Pick<MeetingDesk, 'announcements' | 'members'> & { readonly meeting: Meeting }): VNode => {
  const last = announcements.at(-1)
  return (
    <Section title="資料の案内">
      <p>
        {last === undefined
          ? `資料の準備ができたことを、委員${members}人にメールで知らせます。`
          : `最後に知らせた日時：${formatDateTime(last)}（${announcements.length}回目）`}
      </p>
      <PostForm action={paths.meetingAnnouncement(meeting.id)}>
        <input type="hidden" name="after" value={String(announcements.length)} />
        <ButtonRow>
          <Button variant={last === undefined ? 'primary' : 'secondary'}>
            {last === undefined ? '資料の準備ができたことを知らせる' : 'もう一度知らせる'}
          </Button>
        </ButtonRow>
      </PostForm>
    </Section>
  )
}

/** Another day or place, folded away until it is needed or something is wrong with it. */
export const MeetingChange = ({
  meeting,
  change: { problems, values },
  today
}: Pick<MeetingDesk, 'change' | 'today'> & { readonly meeting: Meeting }): VNode => (
  <Disclosure summary="日にちと場所を変更する" open={problems.length > 0}>
    <PostForm action={paths.meeting(meeting.id)} novalidate>
      <DayAndPlace
        problems={problems}
        values={problems.length > 0 ? values : { heldOn: meeting.heldOn, place: meeting.place }}
        earliest={meeting.heldOn < today ? meeting.heldOn : today}
      />
      <ButtonRow>
        <Button variant="secondary">日にちと場所を変更する</Button>
      </ButtonRow>
    </PostForm>
  </Disclosure>
)

/** What happened around a meeting, latest first. */
export const MeetingHistory = ({ history }: Pick<MeetingDesk, 'history'>): VNode => (
  <Disclosure summary={`会議の記録（${history.length}件）`}>
    <Timeline
      entries={history.toReversed().map(({ at, actorName, kind, details }) => ({
        when: formatDateTime(at),
        dateTime: at.toISOString(),
        who: actorName,
        what: meetingHistoryWords(kind, shown(details))
      }))}
    />
  </Disclosure>
)

const shown = (details: HistoryLine['details']): HistoryLine['details'] =>
  typeof details.heldOn === 'string' ? { ...details, heldOn: formatDate(details.heldOn) } : details
