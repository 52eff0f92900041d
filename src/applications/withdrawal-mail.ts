import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { Application } from './application.ts'

/** Tells the secretariat that a company took its application back. */
export const withdrawalMail = (
  scheme: Scheme,
  baseUrl: string,
  application: Application,
  reason: string
): { readonly subject: string; readonly text: string } => ({
  subject: `申請が取り下げられました：${application.companyName}（受付番号 ${application.number}）`,
  text: `事務局 各位

${application.companyName}が申請（受付番号 ${application.number}）を取り下げました。
理由：${reason === '' ? '（記入なし）' : reason}

この申請について、これから行うことはありません。経過は次のページに残っています。
${baseUrl}${paths.case(application.id)}

${signature(scheme)}`
})
