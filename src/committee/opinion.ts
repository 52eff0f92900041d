import type { Role } from '../accounts/viewer.ts'
import type { ApplicationStatus } from '../applications/application-status.ts'
import { type Ends, endOf, type MeetingEnd } from './meeting.ts'

/** What a member can say of a case. */
export const opinionKinds = ['no_objection', 'comment', 'abstained'] as const

export type OpinionKind = (typeof opinionKinds)[number]

export const opinionLabels: Readonly<Record<OpinionKind, string>> = {
  no_objection: '異議なし',
  comment: '意見あり',
  abstained: '利害関係のため棄権'
}

/** An opinion as it was given. A member's later one takes its place; the earlier stays in the history. */
export type Opinion = {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly opinion: OpinionKind
  /** Empty where the member wrote nothing. */
  readonly comment: string
  readonly givenAt: Date
}

/** How many members said what. `silent` counts the members who said nothing: that is no opinion. */
export type OpinionSummary = {
  readonly noObjection: number
  readonly comment: number
  readonly abstained: number
  readonly silent: number
}

const isLater = (one: Opinion, other: Opinion): boolean => {
  const difference = one.givenAt.getTime() - other.givenAt.getTime()
  return difference > 0 || (difference === 0 && one.id > other.id)
}

/** The opinion of each member that counts, in the order in which the members first spoke. */
export const latestOpinions = (opinions: readonly Opinion[]): readonly Opinion[] => {
  const latest = new Map<string, Opinion>()
  for (const opinion of opinions) {
    const known = latest.get(opinion.memberId)
    if (known === undefined || isLater(opinion, known)) latest.set(opinion.memberId, opinion)
  }
  return [...latest.values()]
}

/**
 * What the members said, in numbers.
 * @param memberIds who belonged to the committee; a member who left after giving an opinion still counts by it
 */
export const summarise = (opinions: readonly Opinion[], memberIds: readonly string[]): OpinionSummary => {
  const latest = latestOpinions(opinions)
  const count = (kind: OpinionKind): number => latest.filter(({ opinion }) => opinion === kind).length
  const spoke = new Set(latest.map(({ memberId }) => memberId))
  return {
    noObjection: count('no_objection'),
    comment: count('comment'),
    abstained: count('abstained'),
    silent: memberIds.filter((id) => !spoke.has(id)).length
  }
}

/** How many members have spoken. */
export const givenIn = ({ noObjection, comment, abstained }: OpinionSummary): number =>
  noObjection + comment + abstained

/** 異議なし3・意見あり1・棄権0（回答なし2）. */
export const describeSummary = (summary: OpinionSummary): string =>
  `異議なし${summary.noObjection}・意見あり${summary.comment}・棄権${summary.abstained}（回答なし${summary.silent}）`

/** Whether members can speak on a case now: while its meeting is open and it awaits the committee. */
export const mayGive = (
  meeting: Ends,
  status: ApplicationStatus
): { readonly ok: true } | { readonly ok: false; readonly reason: MeetingEnd | 'not-awaiting' } => {
  const end = endOf(meeting)
  if (end !== null) return { ok: false, reason: end }
  return status === 'awaiting_committee' ? { ok: true } : { ok: false, reason: 'not-awaiting' }
}

/**
 * Which opinions a person may read: the secretariat all at any time, a member the own ones, and everybody's once the
 * meeting is closed, so that nobody is led by those who spoke first. One that was called off closed nothing.
 */
export const readableOpinions = (
  opinions: readonly Opinion[],
  reader: { readonly userId: string; readonly role: Role },
  meeting: Ends
): readonly Opinion[] => {
  if (reader.role === 'secretariat') return opinions
  if (reader.role !== 'committee') return []
  return meeting.closedAt === null ? opinions.filter(({ memberId }) => memberId === reader.userId) : opinions
}
