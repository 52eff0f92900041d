import type { LetterDraft } from '../../src/letters/letter.ts'
import { sendLetter } from '../../src/letters/send-letter.ts'
import type { Context } from '../../src/platform/context.ts'
import { submittedCase } from './cases.ts'

/** A letter that asks a company for a correction, with the parts that a test is about. */
export const correctionLetter = (
  parts: Partial<LetterDraft<'correction'>['values']> = {}
): LetterDraft<'correction'> => ({
  kind: 'correction',
  addressee: '株式会社あさか製作所',
  values: {
    appliedOn: '令和8年11月20日',
    receiptNumber: 'R8-012',
    message: '次の点を御確認ください。',
    questions: '■ 3-1　取得率\n2025年の値は何ですか。',
    deadline: '令和8年12月8日（火）',
    url: 'https://wlgb.example.jp/applications/x',
    ...parts
  }
})

/** A company that was sent a letter about its application. */
export const sentLetter = async (context: Context, draft = correctionLetter()) => {
  const submitted = await submittedCase(context)
  const { companyId, applicationId: subjectId, email } = submitted
  const sent = await context.db.transaction((tx) =>
    sendLetter(tx, context, { ...draft, companyId, subjectId, to: [email] })
  )
  return { ...submitted, ...sent }
}
