import { paths } from '../paths.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { CertificationRecord } from './certification-record.ts'
import type { HeldCertification } from './hold-certification.ts'
import { type AnswerChannel, channelLabels } from './revocation.ts'

type Mail = { readonly subject: string; readonly text: string }

const toCompany = ({ companyName }: CertificationRecord): string => `${companyName}
ご担当者 様`

/** Sends a company what it answered, as it is kept. */
export const answerConfirmation = (
  scheme: Scheme,
  record: CertificationRecord,
  { text, channel }: { readonly text: string; readonly channel: AnswerChannel }
): Mail => ({
  subject: `認定の取消しについてのご意見を受け付けました（認定番号 第${record.number}号）`,
  text: `${toCompany(record)}

認定の取消しについてのご意見を、次のとおり受け付けました${channel === 'portal' ? '' : `（方法：${channelLabels[channel]}）`}。
決定しましたら、お知らせします。

${text}

内容に相違がある場合は、お早めに次の連絡先へお知らせください。

${signature(scheme)}`
})

/** Tells the secretariat that a company answered. */
export const answerNotice = (scheme: Scheme, baseUrl: string, record: CertificationRecord, text: string): Mail => ({
  subject: `取消しの手続に回答がありました：${record.companyName}（認定番号 第${record.number}号）`,
  text: `事務局 各位

${record.companyName}から、認定の取消しについて回答がありました。取り消すかどうかを決定できます。

${text}

${baseUrl}${paths.certification(record.id)}

${signature(scheme)}`
})

/** Tells a company that its certification stays. */
export const dismissalMail = (
  scheme: Scheme,
  baseUrl: string,
  { record }: HeldCertification,
  reason: string
): Mail => ({
  subject: `認定は取り消さないことに決まりました（認定番号 第${record.number}号）`,
  text: `${toCompany(record)}

貴社の${scheme.name}の認定（認定番号 第${record.number}号）について検討していた取消しは、行わないことに決定しました。これまでの認定に変わりはありません。

理由
${reason}

${baseUrl}${paths.ownCertification(record.id)}

${signature(scheme)}`
})
