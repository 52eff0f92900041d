import { paths } from '../paths.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import { isMoved, notInvited } from './invitation.ts'
import { invitationsTo } from './invitation-store.ts'
import { endOf, type MeetingEnd } from './meeting.ts'
import { meetingInvitationMail } from './meeting-invitation-mail.ts'
import { lockMeeting } from './meeting-store.ts'
import { currentMembers } from './member-store.ts'
import type { Official } from './official.ts'

export type MembersInvited =
  | { readonly ok: true; readonly mailed: number }
  | { readonly ok: false; readonly reason: 'absent' | MeetingEnd | 'no-members' | 'invited' }

/** Mails the members day, place and link of an open meeting: each once, and once more when it was moved. */
export const inviteMembers = (
  context: Context,
  input: { readonly meetingId: string; readonly actor: Official }
): Promise<MembersInvited> =>
  context.db.transaction(async (tx): Promise<MembersInvited> => {
    const meeting = await lockMeeting(tx, input.meetingId)
    if (meeting === null) return { ok: false, reason: 'absent' }
    const end = endOf(meeting)
    if (end !== null) return { ok: false, reason: end }
    const { id, heldOn, place } = meeting
    const members = await currentMembers(tx)
    if (members.length === 0) return { ok: false, reason: 'no-members' }
    const before = await invitationsTo(tx, id)
    const invited = notInvited(members, before, meeting)
    if (invited.length === 0) return { ok: false, reason: 'invited' }
    const meetingUrl = `${context.baseUrl}${paths.meeting(id)}`
    for (const member of invited) {
      const words = { name: member.name, meeting, isMoved: isMoved(before, meeting, member.id), meetingUrl }
      const mail = meetingInvitationMail(context.scheme, words)
      await queueMail(tx, context, { kind: 'meeting-invitation', to: member.email, subjectId: id, ...mail })
    }
    const details = { heldOn, place, memberIds: invited.map((member) => member.id), members: invited.length }
    await recordEvent(tx, context, { actor: input.actor, subjectId: id, kind: 'members-invited', details })
    return { ok: true, mailed: invited.length }
  })
