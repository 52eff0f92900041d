import { findRole } from '../accounts/account-store.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findAgendaItem } from './agenda-store.ts'
import type { MeetingEnd } from './meeting.ts'
import { isOutdated } from './meeting-case.ts'
import { lockMeeting } from './meeting-store.ts'
import { latestOpinions, mayGive, type OpinionKind } from './opinion.ts'
import { insertOpinion, opinionsOnItem } from './opinion-store.ts'

export type OpinionGiven =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'not-awaiting' }

/**
 * Adds a member's opinion on a case; it takes the place of the one before, which stays. The same once more (a second
 * click) adds nothing, unless the papers changed in between. The history of the meeting tells who gave one, not what it says.
 */
export const giveOpinion = (
  context: Context,
  input: {
    readonly meetingId: string
    readonly applicationId: string
    readonly member: { readonly id: string; readonly name: string }
    readonly opinion: OpinionKind
    readonly comment: string
  }
): Promise<OpinionGiven> =>
  context.db.transaction(async (tx): Promise<OpinionGiven> => {
    const { member, opinion, comment, applicationId } = input
    const meeting = await lockMeeting(tx, input.meetingId)
    const item = await findAgendaItem(tx, input.meetingId, applicationId)
    const isMember = (await findRole(tx, member.id)) === 'committee'
    if (meeting === null || item === null || !isMember) return { ok: false, reason: 'absent' }
    const allowed = mayGive(meeting, item.status)
    if (!allowed.ok) return allowed
    const given = latestOpinions(await opinionsOnItem(tx, item.id)).find(({ memberId }) => memberId === member.id)
    if (given?.opinion === opinion && given.comment === comment && !isOutdated(given, item))
      return { ok: true, changed: false }
    await insertOpinion(tx, {
      id: context.ids(),
      agendaItemId: item.id,
      memberId: member.id,
      opinion,
      comment,
      givenAt: context.clock.now()
    })
    await recordEvent(tx, context, {
      actor: member,
      subjectId: meeting.id,
      kind: given === undefined ? 'opinion-given' : 'opinion-changed',
      details: { applicationId, number: item.number }
    })
    return { ok: true, changed: true }
  })
