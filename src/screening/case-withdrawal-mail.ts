import type { Application } from '../applications/application.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'

/** Confirms to a company that its application was withdrawn as it had asked by phone or on paper. */
export const caseWithdrawalMail = (
  scheme: Scheme,
  { companyName, number }: Pick<Application, 'companyName' | 'number'>
): { readonly subject: string; readonly text: string } => ({
  subject: `申請の取下げを受け付けました（受付番号 ${number ?? ''}）`,
  text: `${companyName}
ご担当者 様

お申出により、${scheme.name}の申請（受付番号 ${number ?? ''}）の取下げを受け付けました。
お手続きは以上です。もう一度申請するときは、新しい申請として受け付けます。

お心当たりがない場合は、お早めに次の連絡先へお知らせください。

${signature(scheme)}`
})
