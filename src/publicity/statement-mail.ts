import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { signature } from '../scheme/signature.ts'

type Mail = { readonly subject: string; readonly text: string }
type Place = Pick<Context, 'scheme' | 'baseUrl'>

/** Tells the secretariat that a company's words or pictures wait for it. */
export const statementNotice = (
  { scheme, baseUrl }: Place,
  { companyName, statementId }: { readonly companyName: string; readonly statementId: string }
): Mail => ({
  subject: `公開する紹介文・写真の確認をお願いします：${companyName}`,
  text: `事務局 各位

${companyName}が、企業ページに載せる紹介文・写真・ロゴを送りました。
内容を確認して、公開するか差し戻すかを決めてください。

${baseUrl}${paths.statement(statementId)}

${signature(scheme)}`
})

/** Tells a company that its words and pictures are shown now. */
export const approvalMail = ({ scheme, baseUrl }: Place, companyName: string): Mail => ({
  subject: '紹介文・写真を公開しました',
  text: `${companyName} 御中

お送りいただいた紹介文・写真・ロゴを確認し、企業ページに公開しました。
公開の状況は次のページで確かめられます。いつでも差し替えや取り下げができます。

${baseUrl}${paths.publicity}

${signature(scheme)}`
})

/** Tells a company why its words and pictures were not shown, and what to do. */
export const returnMail = ({ scheme, baseUrl }: Place, companyName: string, reason: string): Mail => ({
  subject: '紹介文・写真の修正をお願いします',
  text: `${companyName} 御中

お送りいただいた紹介文・写真・ロゴを確認しましたが、次の理由で、まだ公開していません。

${reason}

内容を直して、次のページからもう一度お送りください。前に公開した内容があれば、そのまま公開しています。

${baseUrl}${paths.publicity}

${signature(scheme)}`
})
