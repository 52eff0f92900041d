import type { CalendarDate } from '../scheme/calendar.ts'
import type { ListedCase } from './agenda.ts'
import type { Meeting } from './meeting.ts'

/** A renewal that was decided without the committee, for its after-the-fact report (事後報告). */
export type DecidedRenewal = ListedCase & { readonly decidedOn: CalendarDate }

/** What a renewal brought. */
export type RenewedCertificate = {
  /** 第N号. */
  readonly number: number
  /** 1 for the first renewal. */
  readonly renewalCount: number
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
}

/** A renewal as the report shows it. */
export type ReportedRenewal = DecidedRenewal & {
  readonly certificate: RenewedCertificate | null
  /** In a line each, yearly figures aside. */
  readonly changes: readonly string[]
}

const mostLines = 6

/** What changed in a few words, one line each: 変更なし where nothing did. */
export const describeChanges = (changes: readonly string[]): string => {
  if (changes.length === 0) return '変更なし'
  if (changes.length <= mostLines) return changes.join('\n')
  return [...changes.slice(0, mostLines - 1), `ほか${changes.length - mostLines + 1}件`].join('\n')
}

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
