import type { VNode } from 'preact'
import type { Meeting } from '../../src/committee/meeting.ts'
import type { CalendarDate } from '../../src/scheme/calendar.ts'
import { StatusTag } from '../components/status-tag.tsx'
import { formatDaysAgo } from '../format.ts'

/** How far a meeting is: days to go, today, over without having been closed, closed. */
export const MeetingState = ({
  meeting,
  today
}: {
  readonly meeting: Pick<Meeting, 'heldOn' | 'closedAt'>
  readonly today: CalendarDate
}): VNode => {
  if (meeting.closedAt !== null) return <StatusTag>終了</StatusTag>
  if (meeting.heldOn < today) return <StatusTag tone="warning">終了の手続き待ち</StatusTag>
  if (meeting.heldOn === today) return <StatusTag tone="info">本日</StatusTag>
  return <StatusTag tone="info">{formatDaysAgo(meeting.heldOn, today)}</StatusTag>
}
