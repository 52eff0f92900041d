import { formatDate, formatDateWithWeekday } from '../../views/format.ts'
import { paths } from '../paths.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { CertificationRecord } from './certification-record.ts'
import type { HeldCertification } from './hold-certification.ts'
import { type AnswerChannel, channelLabels } from './revocation.ts'

type Mail = { readonly subject: string; readonly text: string }

const toCompany = ({ companyName }: CertificationRecord): string => `${companyName}
ご担当者 様`

/** Tells a company that the city means to revoke its certification, why, and by when and how it may answer. */
export const revocationNotice = (
  scheme: Scheme,
  baseUrl: string,
  record: CertificationRecord,
  { grounds, answerBy }: { readonly grounds: string; readonly answerBy: CalendarDate }
): Mail => ({
  subject: `認定の取消しについて、ご意見をお聞かせください（${formatDate(answerBy)}まで）`,
  text: `${toCompany(record)}

貴社の${scheme.name}の認定（認定番号 第${record.number}号）について、次の理由により、取消しを検討しています。

${grounds}

決定の前に、ご意見をお聞かせください。
回答の期限　${formatDateWithWeekday(answerBy)}の終わり（24時）まで

次の画面から回答できます。電話や書面でも承ります。
${baseUrl}${paths.ownCertification(record.id)}

ご意見をうかがったうえで、取り消すかどうかを決定します。期限までに回答がないときは、回答がないものとして決定します。
決定までは、これまでの認定が有効です。

${signature(scheme)}`
})

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

/** Tells a company that its certification was revoked. */
export const revocationMail = (
  scheme: Scheme,
  baseUrl: string,
  { record, renewal }: HeldCertification,
  { on, reason }: { readonly on: CalendarDate; readonly reason: string }
): Mail => ({
  subject: `認定を取り消しました（認定番号 第${record.number}号）`,
  text: `${toCompany(record)}

貴社の${scheme.name}の認定（認定番号 第${record.number}号）を、${formatDate(on)}付けで取り消しました。

理由
${reason}

この日から、「${scheme.honour}」と名乗ることや、認定証を使うことはできません。${renewal === null ? '' : '\n更新の申請は、取り下げられたものとして終わりました。'}
経過は次の画面で確かめられます。
${baseUrl}${paths.ownCertification(record.id)}

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
