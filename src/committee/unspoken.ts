import type { CalendarDate } from '../scheme/calendar.ts'
import { addDays } from '../scheme/calendar.ts'
import type { AgendaItem } from './agenda.ts'
import { isOpen, type Meeting } from './meeting.ts'
import { onPapersOf } from './meeting-case.ts'
import type { Opinion } from './opinion.ts'

/** Whether members are reminded on a day: the meeting is open, and its day has not passed and is near enough. */
export const isReminderDue = (
  meeting: Pick<Meeting, 'heldOn' | 'closedAt' | 'cancelledAt'>,
  today: CalendarDate,
  daysBefore: number
): boolean => isOpen(meeting) && today <= meeting.heldOn && today >= addDays(meeting.heldOn, -daysBefore)

/** How many cases that await the committee a member has not spoken on, as the papers are now. An abstention is a word. */
export const unspokenCases = (
  memberId: string,
  items: readonly Pick<AgendaItem, 'id' | 'status' | 'addedAt'>[],
  opinions: readonly (Pick<Opinion, 'memberId' | 'givenAt'> & { readonly agendaItemId: string })[]
): number =>
  items
    .filter(({ status }) => status === 'awaiting_committee')
    .filter((item) => {
      const said = opinions.filter((opinion) => opinion.agendaItemId === item.id && opinion.memberId === memberId)
      return onPapersOf(said, item).length === 0
    }).length
