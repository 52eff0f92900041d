import type { VNode } from 'preact'
import { type Ends, endOf, type Meeting } from '../../src/committee/meeting.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDaysAgo } from '../format.ts'

/** How far a meeting is: days to go, today, over without having been closed, closed, called off. */
export const MeetingState = ({
  meeting,
  today
}: {
  readonly meeting: Ends & Pick<Meeting, 'heldOn'>
  readonly today: CalendarDate
}): VNode => {
  const end = endOf(meeting)
  if (end !== null) return <StatusTag>{end === 'closed' ? '終了' : '取りやめ'}</StatusTag>
  if (meeting.heldOn < today) return <StatusTag tone="warning">終了の手続き待ち</StatusTag>
  if (meeting.heldOn === today) return <StatusTag tone="info">本日</StatusTag>
  return <StatusTag tone="info">{formatDaysAgo(meeting.heldOn, today)}</StatusTag>
}
