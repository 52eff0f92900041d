import type { CalendarDate } from '../scheme/calendar.ts'
import type { ListedCase } from './agenda.ts'
import type { Meeting } from './meeting.ts'

/** A renewal that was decided without the committee, for its after-the-fact report (事後報告). */
export type DecidedRenewal = ListedCase & { readonly decidedOn: CalendarDate }

/**
 * The meeting at which a renewal is reported: the soonest open one on the day of its decision or later; null while none is
 * called. A meeting that waits to be closed takes nothing that was decided after its day.
 * @param open the open meetings, in any order
 */
export const meetingToReportAt = (
  { decidedOn }: Pick<DecidedRenewal, 'decidedOn'>,
  open: readonly Pick<Meeting, 'id' | 'heldOn' | 'number'>[]
): string | null => {
  const [soonest] = open
    .filter(({ heldOn }) => heldOn >= decidedOn)
    .toSorted((one, other) => one.heldOn.localeCompare(other.heldOn) || one.number - other.number)
  return soonest?.id ?? null
}

/** The renewals that are reported at an open meeting, were it closed now. */
export const reportAt = (
  meetingId: string,
  unreported: readonly DecidedRenewal[],
  open: readonly Pick<Meeting, 'id' | 'heldOn' | 'number'>[]
): readonly DecidedRenewal[] => unreported.filter((renewal) => meetingToReportAt(renewal, open) === meetingId)
