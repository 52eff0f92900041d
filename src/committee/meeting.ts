import type { ApplicationStatus } from '../applications/application-status.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** A meeting of the committee. It is open until the secretariat closes it. */
export type Meeting = {
  readonly id: string
  /** 第N回. */
  readonly number: number
  readonly heldOn: CalendarDate
  readonly place: string
  readonly closedAt: Date | null
}

/**
 * What a meeting made of a case on its agenda: its opinion was heard, it waits for the next meeting, or it no longer
 * awaited the committee on the day (withdrawn, taken back by the secretariat).
 */
export const agendaOutcomes = ['heard', 'held_over', 'dropped'] as const

export type AgendaOutcome = (typeof agendaOutcomes)[number]

/** 第3回推進委員会. */
export const meetingName = ({ number }: Pick<Meeting, 'number'>): string => `第${number}回推進委員会`

/** Whether a meeting is still to come: its day is not over and nobody closed it. */
export const isUpcoming = (meeting: Pick<Meeting, 'heldOn' | 'closedAt'>, today: CalendarDate): boolean =>
  meeting.closedAt === null && meeting.heldOn >= today

/** Whether the day of an open meeting has come, so that it can be closed. */
export const canBeClosed = (meeting: Pick<Meeting, 'heldOn' | 'closedAt'>, today: CalendarDate): boolean =>
  meeting.closedAt === null && meeting.heldOn <= today

/** The meeting to come soonest, or null. */
export const soonest = (meetings: readonly Meeting[], today: CalendarDate): Meeting | null =>
  meetings
    .filter((meeting) => isUpcoming(meeting, today))
    .reduce<Meeting | null>((first, next) => (first === null || next.heldOn < first.heldOn ? next : first), null)

/** Open meetings first, soonest on top; then those that were held, latest on top. */
export const inOrder = <T extends Pick<Meeting, 'heldOn' | 'closedAt' | 'number'>>(
  meetings: readonly T[]
): readonly T[] =>
  meetings.toSorted((one, other) => {
    const closed = Number(one.closedAt !== null) - Number(other.closedAt !== null)
    if (closed !== 0) return closed
    const earlier = one.heldOn.localeCompare(other.heldOn) || one.number - other.number
    return one.closedAt === null ? earlier : -earlier
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
  | { readonly ok: false; readonly reason: 'closed' | 'too-early' | 'agenda-changed' | 'unconfirmed' }

const sameMembers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))

/**
 * What closing a meeting does to the cases on its agenda. Members who gave no opinion count as nothing, so a case can be
 * heard without any: then somebody has to say so explicitly.
 * @param request `shown`: the cases awaiting the committee as the page listed them, because what nobody saw is not closed
 */
export const decideClosing = (
  meeting: Pick<Meeting, 'heldOn' | 'closedAt'>,
  cases: readonly CaseToClose[],
  request: { readonly shown: readonly string[]; readonly holdOver: readonly string[]; readonly confirmed: boolean },
  today: CalendarDate
): Closing => {
  if (meeting.closedAt !== null) return { ok: false, reason: 'closed' }
  if (!canBeClosed(meeting, today)) return { ok: false, reason: 'too-early' }
  const awaiting = cases.filter(({ status }) => status === 'awaiting_committee')
  const ids = awaiting.map(({ applicationId }) => applicationId)
  if (!sameMembers(ids, request.shown)) return { ok: false, reason: 'agenda-changed' }
  const heard = awaiting.filter(({ applicationId }) => !request.holdOver.includes(applicationId))
  if (!request.confirmed && heard.some(({ given }) => given === 0)) return { ok: false, reason: 'unconfirmed' }
  return {
    ok: true,
    heard: heard.map(({ applicationId }) => applicationId),
    heldOver: ids.filter((id) => request.holdOver.includes(id)),
    dropped: cases.map(({ applicationId }) => applicationId).filter((id) => !ids.includes(id))
  }
}
