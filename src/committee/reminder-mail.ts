import { formatDateWithWeekday } from '../../views/format.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import { type Meeting, meetingName } from './meeting.ts'

/** Reminds a member of the cases that wait for a word. */
export const reminderMail = (
  scheme: Scheme,
  {
    name,
    meeting,
    cases,
    meetingUrl
  }: { readonly name: string; readonly meeting: Meeting; readonly cases: number; readonly meetingUrl: string }
): { readonly subject: string; readonly text: string } => ({
  subject: `ご意見の入力のお願い：${meetingName(meeting)}（${scheme.name}）`,
  text: `${name} 様

${meetingName(meeting)}が近づきました。ご意見をまだ入力していない案件が${cases}件あります。

日にち：${formatDateWithWeekday(meeting.heldOn)}
場所：${meeting.place}

次のページで資料をお読みのうえ、それぞれの案件にご意見を入力してください。
異議がないときも「異議なし」を、関わりのある事業者のときは「利害関係のため棄権」を選んでください。

${meetingUrl}

${signature(scheme)}`
})
