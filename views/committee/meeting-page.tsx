import type { VNode } from 'preact'
import { canBeClosed, isOpen, type Meeting, meetingName } from '../../src/committee/meeting.ts'
import type { MeetingCase } from '../../src/committee/meeting-case.ts'
import type { ReportedRenewal } from '../../src/committee/report.ts'
import { paths } from '../../src/paths.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { ButtonLink } from '../components/button.tsx'
import { ButtonRow } from '../components/button-row.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { IndicatorChart } from '../components/indicator-chart.tsx'
import type { IndicatorChartProps } from '../components/indicator-picture.tsx'
import { Notice } from '../components/notice.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { Section } from '../components/section.tsx'
import { type Problem, summaryOf } from '../form-state.ts'
import { formatDateTime, formatDateWithWeekday } from '../format.ts'
import { Layout, type PageFrame } from '../layout.tsx'
import { AgendaTable } from './agenda-table.tsx'
import {
  Announcement,
  Invitation,
  MeetingChange,
  type MeetingDesk,
  MeetingHistory,
  WaitingCases
} from './meeting-desk.tsx'
import { MeetingState } from './meeting-state.tsx'
import { PapersSection, type ShownPapers } from './papers-section.tsx'
import { ReportTable } from './report-table.tsx'

type ShownMeeting = Meeting & {
  readonly closedByName: string | null
  readonly cancelledByName: string | null
  readonly cancelReason: string | null
}

const Closed = ({
  meeting,
  present
}: {
  readonly meeting: ShownMeeting
  readonly present: readonly string[]
}): VNode | null =>
  meeting.closedAt === null ? null : (
    <>
      <p>
        {formatDateTime(meeting.closedAt)}に{meeting.closedByName ?? '事務局'}が終了しました。意見は変更できません。
      </p>
      <p>出席した委員：{present.join('、') || '記録なし（書面で意見を聴いた会議など）'}</p>
      <p>
        <a href={paths.meetingMinutes(meeting.id)}>議事概要の下書きを読む</a>
      </p>
    </>
  )

const Cancelled = ({ meeting }: { readonly meeting: ShownMeeting }): VNode | null =>
  meeting.cancelledAt === null ? null : (
    <Notice title="この会議は取りやめになりました">
      <p>
        {formatDateTime(meeting.cancelledAt)}に{meeting.cancelledByName ?? '事務局'}が取りやめました。
      </p>
      <p class="typed-text">理由：{meeting.cancelReason}</p>
    </Notice>
  )

const Agenda = ({
  meeting,
  items,
  isMember
}: {
  readonly meeting: Meeting
  readonly items: readonly MeetingCase[]
  readonly isMember: boolean
}): VNode => (
  <Section title="意見聴取">
    {items.length === 0 ? (
      <EmptyState title="議題の案件はまだありません">
        <p>
          {isMember
            ? '資料の準備ができたら、メールでお知らせします。'
            : '委員会に付した案件は、これからの会議が1つだけのとき、自動で議題になります。'}
        </p>
      </EmptyState>
    ) : (
      <AgendaTable meeting={meeting} items={items} isMember={isMember} />
    )}
  </Section>
)

const Desk = ({ meeting, desk, cases }: { meeting: ShownMeeting; desk: MeetingDesk; cases: number }): VNode =>
  isOpen(meeting) ? (
    <>
      <WaitingCases meeting={meeting} waiting={desk.waiting} />
      <Invitation meeting={meeting} {...desk} />
      {cases === 0 ? null : <Announcement meeting={meeting} {...desk} />}
      <Section title="会議の変更と記録">
        <MeetingChange meeting={meeting} {...desk} />
        <ButtonRow>
          <ButtonLink variant="text" href={paths.meetingCancellation(meeting.id)}>
            会議を取りやめる
          </ButtonLink>
        </ButtonRow>
        <MeetingHistory {...desk} />
      </Section>
    </>
  ) : (
    <Section title="記録">
      <MeetingHistory {...desk} />
    </Section>
  )

/** A meeting with its agenda; the secretariat prepares and closes it here. */
export const MeetingPage = ({
  frame,
  meeting,
  items,
  report,
  papers,
  papersOutdated,
  indicator,
  today,
  present,
  desk,
  refusal,
  problems
}: {
  readonly frame: PageFrame
  readonly meeting: ShownMeeting
  readonly items: readonly MeetingCase[]
  readonly report: readonly ReportedRenewal[]
  /** Those made last; null before any were made. */
  readonly papers: ShownPapers | null
  readonly papersOutdated: boolean
  readonly indicator: Omit<IndicatorChartProps, 'id'>
  readonly today: CalendarDate
  /** Names of the members who came; empty before the end. */
  readonly present: readonly string[]
  /** Null for members. */
  readonly desk: MeetingDesk | null
  /** Why the last thing could not be done. */
  readonly refusal: string | null
  readonly problems: readonly Problem[]
}): VNode => (
  <Layout page={frame}>
    {refusal === null ? null : (
      <Notice tone="error" live="alert" title="変更できませんでした">
        <p>{refusal}</p>
      </Notice>
    )}
    <ErrorSummary errors={summaryOf(problems)} />
    <PageHeading
      title={meetingName(meeting)}
      facts={[<MeetingState meeting={meeting} today={today} />, formatDateWithWeekday(meeting.heldOn), meeting.place]}
      actions={
        desk !== null && canBeClosed(meeting, today) ? (
          <ButtonLink href={paths.meetingClosure(meeting.id)}>会議を終了する</ButtonLink>
        ) : undefined
      }
    />
    <Closed meeting={meeting} present={present} />
    <Cancelled meeting={meeting} />
    <PapersSection
      meetingId={meeting.id}
      papers={papers}
      canMake={desk !== null && isOpen(meeting)}
      isOutdated={papersOutdated}
    />
    <Agenda meeting={meeting} items={items} isMember={desk === null} />
    {meeting.cancelledAt === null ? <ReportTable report={report} isOpen={isOpen(meeting)} /> : null}
    {desk === null ? null : <Desk meeting={meeting} desk={desk} cases={items.length + report.length} />}
    <Section title="活動指標">
      <IndicatorChart id="indicator" {...indicator} />
    </Section>
  </Layout>
)
