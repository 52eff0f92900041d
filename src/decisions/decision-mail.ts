import { formatDate, formatPeriod } from '../../views/format.ts'
import type { CertificateIssue } from '../certificates/add-certificate.ts'
import { renewalOpensOn } from '../certificates/period.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import { describeShortestWay, type ShortestWay } from '../scoring/index.ts'
import type { CaseFile } from '../screening/case-file.ts'
import { wayToStandard } from './refusal.ts'

type Settings = Pick<Context, 'scheme' | 'baseUrl'>

type Mail = { readonly subject: string; readonly text: string }

const greeting = (scheme: Scheme, companyName: string): string =>
  `${companyName}　御中

${scheme.city}の${scheme.name}に申請いただき、ありがとうございました。`

/** Tells a company that it is certified, and what follows. */
export const certifiedMail = (
  { scheme, baseUrl }: Settings,
  companyName: string,
  { number, period, certificateId, verificationCode }: CertificateIssue
): Mail => ({
  subject: `認定のお知らせ（認定番号 第${number}号）`,
  text: `${greeting(scheme, companyName)}
貴社を「${scheme.honour}」に認定しました。

認定番号　第${number}号
認定期間　${formatPeriod(period)}

【認定証】
次のページにログインすると、認定証（PDF）を受け取れます。
${baseUrl}${paths.certificate(certificateId)}

認定証が有効かどうかは、どなたでも次のページで確認できます。
${baseUrl}${paths.verification(verificationCode)}

【これからのこと】
・認定式の日時と会場は、あらためてご案内します。
・市の広報誌で、貴社をご紹介します。
・認定の更新は、${formatDate(renewalOpensOn(period, scheme.renewalWindowDays))}から申請できます。

${signature(scheme)}`
})

const waySection = (way: ShortestWay | null): string =>
  way === null
    ? ''
    : `
【認定基準まで】
${describeShortestWay(way)}
`

/** Tells a company that it is not certified, why, how near it is, and that it may apply again. */
export const refusedMail = ({ scheme, baseUrl }: Settings, file: CaseFile, reasons: string): Mail => ({
  subject: `申請の結果のお知らせ（受付番号 ${file.application.number}）`,
  text: `${greeting(scheme, file.submission.content.profile.name)}
申請の内容を確認し、${scheme.committee}の意見を聴いて検討した結果、今回は認定に至りませんでした。

【理由】
${reasons}
${waySection(wayToStandard(file))}
【もう一度申請するとき】
取組が進んだら、いつでも申請できます。次のページにログインして、新しい申請を始めてください。
${baseUrl}${paths.company}
ご不明な点や取組の進め方は、お気軽にご相談ください。

${signature(scheme)}`
})
