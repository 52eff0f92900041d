import { formatDateWithWeekday } from '../../views/format.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { Question } from './correction.ts'

/** What the mail about a correction tells. */
export type CorrectionLetter = {
  readonly companyName: string
  readonly number: string | null
  readonly message: string
  readonly questions: readonly Question[]
  readonly deadline: CalendarDate
  /** The full URL of the application. */
  readonly url: string
}

const questionLines = (questions: readonly Question[]): string =>
  questions.length === 0
    ? ''
    : `\nお尋ねしたいこと\n${questions
        .map(({ itemCode, shortText, question }) => `\n■ ${itemCode}　${shortText}\n${question}\n`)
        .join('')}`

/** Asks the company to correct its application: the questions, the deadline, where to answer. */
export const correctionMail = (
  scheme: Scheme,
  { companyName, number, message, questions, deadline, url }: CorrectionLetter
): { readonly subject: string; readonly text: string } => ({
  subject: `申請内容の確認のお願い（受付番号 ${number ?? ''}）`,
  text: `${companyName}
ご担当者 様

${scheme.name}に申請いただき、ありがとうございます。
内容を確認したところ、次の点についてご対応をお願いします。

${message}
${questionLines(questions)}
期限　${formatDateWithWeekday(deadline)}まで

次のページを開き、内容を直してから、もう一度提出してください。
直さなかったところは、そのまま残っています。
${url}

${signature(scheme)}`
})
