import { formatDateWithWeekday } from '../../views/format.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import { type Meeting, meetingName } from './meeting.ts'

/** Tells a member that a meeting is called off, and why. */
export const cancellationMail = (
  scheme: Scheme,
  { name, meeting, reason }: { readonly name: string; readonly meeting: Meeting; readonly reason: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `取りやめのお知らせ：${meetingName(meeting)}（${scheme.name}）`,
  text: `${name} 様

次の会議は、取りやめになりました。

会議：${meetingName(meeting)}
日にち：${formatDateWithWeekday(meeting.heldOn)}
場所：${meeting.place}
理由：${reason}

意見を聴く予定だった案件は、次の会議で取り上げます。
入力していただいたご意見は記録に残りますが、次の会議では、あらためて入力をお願いします。

${signature(scheme)}`
})
