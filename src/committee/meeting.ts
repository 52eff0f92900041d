import type { ApplicationStatus } from '../applications/application-status.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** A meeting of the committee. It is open until the secretariat closes it or calls it off. */
export type Meeting = {
  readonly id: string
  /** 第N回. */
  readonly number: number
  readonly heldOn: CalendarDate
  readonly place: string
  readonly closedAt: Date | null
  readonly cancelledAt: Date | null
}

/** What tells whether a meeting is open. */
export type Ends = Pick<Meeting, 'closedAt' | 'cancelledAt'>

/** How a meeting ended: it was held and closed, or called off (取りやめ). */
export type MeetingEnd = 'closed' | 'cancelled'

/** How a meeting ended; null while it is open. */
export const endOf = ({ closedAt, cancelledAt }: Ends): MeetingEnd | null => {
  if (closedAt !== null) return 'closed'
  return cancelledAt === null ? null : 'cancelled'
}

/** When a meeting ended, or null. */
export const endedAt = ({ closedAt, cancelledAt }: Ends): Date | null => closedAt ?? cancelledAt

export const isOpen = (meeting: Ends): boolean => endOf(meeting) === null

/** Why a step on a meeting is refused, as the first half of the sentence. */
export const endWords: Readonly<Record<MeetingEnd, string>> = {
  closed: 'この会議は終了しているため、',
  cancelled: 'この会議は取りやめになったため、'
}

/**
 * What a meeting made of a case on its agenda: its opinion was heard, it waits for the next meeting, or it no longer
 * awaited the committee on the day (withdrawn, taken back by the secretariat).
 */
export const agendaOutcomes = ['heard', 'held_over', 'dropped'] as const

export type AgendaOutcome = (typeof agendaOutcomes)[number]

/** 第3回推進委員会. */
export const meetingName = ({ number }: Pick<Meeting, 'number'>): string => `第${number}回推進委員会`

type Held = Ends & Pick<Meeting, 'heldOn'>

/** Whether a meeting is still to come: its day is not over and it is open. */
export const isUpcoming = (meeting: Held, today: CalendarDate): boolean => isOpen(meeting) && meeting.heldOn >= today

/** Whether the day of an open meeting has come, so that it can be closed. */
export const canBeClosed = (meeting: Held, today: CalendarDate): boolean => isOpen(meeting) && meeting.heldOn <= today

/** The meeting to come soonest, or null. */
export const soonest = (meetings: readonly Meeting[], today: CalendarDate): Meeting | null =>
  meetings
    .filter((meeting) => isUpcoming(meeting, today))
    .reduce<Meeting | null>((first, next) => (first === null || next.heldOn < first.heldOn ? next : first), null)

/** Open meetings first, soonest on top; then those that ended, latest on top. */
export const inOrder = <T extends Held & Pick<Meeting, 'number'>>(meetings: readonly T[]): readonly T[] =>
  meetings.toSorted((one, other) => {
    const ended = Number(!isOpen(one)) - Number(!isOpen(other))
    if (ended !== 0) return ended
    const earlier = one.heldOn.localeCompare(other.heldOn) || one.number - other.number
    return isOpen(one) ? earlier : -earlier
  })

/** A case as the closing of its meeting looks at it. */
export type CaseToClose = {
  readonly applicationId: string
  readonly status: ApplicationStatus
  /** How many members have given an opinion, an abstention included. */
  readonly given: number
}

export type Closing =
  | {
      readonly ok: true
      readonly heard: readonly string[]
      readonly heldOver: readonly string[]
      readonly dropped: readonly string[]
    }
  | {
      readonly ok: false
      readonly reason: MeetingEnd | 'too-early' | 'agenda-changed' | 'unconfirmed' | 'no-attendance'
    }

const sameMembers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))

/**
 * What closing a meeting does to the cases on its agenda. Members who gave no opinion count as nothing, so a case can be
 * heard without any: then somebody has to say so explicitly.
 * @param request `shown`: the cases awaiting the committee as the page listed them, because what nobody saw is not closed;
 * `present`: how many members came; `nobodyCame`: said explicitly, as when all spoke in writing
 */
export const decideClosing = (
  meeting: Held,
  cases: readonly CaseToClose[],
  request: {
    readonly shown: readonly string[]
    readonly holdOver: readonly string[]
    readonly confirmed: boolean
    readonly present: number
    readonly nobodyCame: boolean
  },
  today: CalendarDate
): Closing => {
  const end = endOf(meeting)
  if (end !== null) return { ok: false, reason: end }
  if (!canBeClosed(meeting, today)) return { ok: false, reason: 'too-early' }
  const awaiting = cases.filter(({ status }) => status === 'awaiting_committee')
  const ids = awaiting.map(({ applicationId }) => applicationId)
  if (!sameMembers(ids, request.shown)) return { ok: false, reason: 'agenda-changed' }
  const heard = awaiting.filter(({ applicationId }) => !request.holdOver.includes(applicationId))
  if (!request.confirmed && heard.some(({ given }) => given === 0)) return { ok: false, reason: 'unconfirmed' }
  if (request.present === 0 && !request.nobodyCame) return { ok: false, reason: 'no-attendance' }
  return {
    ok: true,
    heard: heard.map(({ applicationId }) => applicationId),
    heldOver: ids.filter((id) => request.holdOver.includes(id)),
    dropped: cases.map(({ applicationId }) => applicationId).filter((id) => !ids.includes(id))
  }
}
