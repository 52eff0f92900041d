import { formatDate } from '../../views/format.ts'
import { paths } from '../paths.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { HeldCertification } from './hold-certification.ts'

type Mail = { readonly subject: string; readonly text: string }
type Ended = { readonly on: CalendarDate; readonly reason: string }

const renewalLine = ({ renewal }: HeldCertification): string =>
  renewal === null
    ? ''
    : `\n更新の申請${renewal.number === null ? '' : `（受付番号 ${renewal.number}）`}は、同時に取り下げました。`

/** Tells the secretariat that a company gave its certification back. */
export const surrenderNotice = (scheme: Scheme, baseUrl: string, held: HeldCertification, end: Ended): Mail => {
  const { id, number, companyName } = held.record
  const proceeding = held.proceeding === null ? '' : '\n進めていた取消しの手続は、取り消さずに終わりました。'
  return {
    subject: `認定が辞退されました：${companyName}（認定番号 第${number}号）`,
    text: `事務局 各位

${companyName}が認定（認定番号 第${number}号）を辞退しました。

辞退の効力が生じる日　${formatDate(end.on)}
理由　${end.reason}
${renewalLine(held)}${proceeding}
確認ページや認定数には、この日から自動で反映されます。
${baseUrl}${paths.certification(id)}

${signature(scheme)}`
  }
}
