import { formatDateWithWeekday } from '../../views/format.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import { type Meeting, meetingName } from './meeting.ts'

/** Invites a member to a meeting, or tells of its new day and place. */
export const meetingInvitationMail = (
  scheme: Scheme,
  {
    name,
    meeting,
    isMoved,
    meetingUrl
  }: { readonly name: string; readonly meeting: Meeting; readonly isMoved: boolean; readonly meetingUrl: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `${isMoved ? '日にち・場所の変更' : '開催のご案内'}：${meetingName(meeting)}（${scheme.name}）`,
  text: `${name} 様

${
  isMoved
    ? `${meetingName(meeting)}の日にちか場所が変わりました。次のとおり開催します。`
    : `${scheme.committee}の${meetingName(meeting)}を、次のとおり開催します。ご出席をお願いします。`
}

日にち：${formatDateWithWeekday(meeting.heldOn)}
場所：${meeting.place}

議題は、次のページでご覧いただけます。資料の準備ができたら、あらためてお知らせします。

${meetingUrl}

ログインには、このメールが届いたアドレスをお使いください。

${signature(scheme)}`
})
