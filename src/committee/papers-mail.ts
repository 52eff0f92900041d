import { formatDateWithWeekday } from '../../views/format.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import { type Meeting, meetingName } from './meeting.ts'

/** Tells a member that the papers of a meeting can be read and opinions given. It names no company: mails travel in the open. */
export const papersMail = (
  scheme: Scheme,
  {
    name,
    meeting,
    cases,
    reported,
    meetingUrl,
    papersUrl
  }: {
    readonly name: string
    readonly meeting: Meeting
    readonly cases: number
    /** Renewals on the after-the-fact report. */
    readonly reported: number
    readonly meetingUrl: string
    /** Null where no PDF was made. */
    readonly papersUrl: string | null
  }
): { readonly subject: string; readonly text: string } => ({
  subject: `資料の準備ができました：${meetingName(meeting)}（${scheme.name}）`,
  text: `${name} 様

${meetingName(meeting)}の資料の準備ができました。

日にち：${formatDateWithWeekday(meeting.heldOn)}
場所：${meeting.place}
意見聴取：${cases}件
事後報告：${reported}件

次のページで資料をお読みのうえ、それぞれの案件にご意見を入力してください。
会議が終わるまでは、入力したご意見を変更できます。

${meetingUrl}
${
  papersUrl === null
    ? ''
    : `
全体を1つにまとめたPDFは、次のページで読めます。

${papersUrl}
`
}
ログインには、このメールが届いたアドレスをお使いください。

${signature(scheme)}`
})
