import { formatDate, formatDateWithWeekday, formatPeriod } from '../../views/format.ts'
import type { Application } from '../applications/application.ts'
import type { LetterDraft } from '../letters/letter.ts'
import { paths } from '../paths.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CertificationRecord } from './certification-record.ts'
import type { HeldCertification } from './hold-certification.ts'

const valuesOf = (baseUrl: string, { id, number, firstStartsOn, latestEndsOn }: CertificationRecord) => ({
  number: `第${number}号`,
  period: formatPeriod({ startsOn: firstStartsOn, endsOn: latestEndsOn }),
  url: `${baseUrl}${paths.ownCertification(id)}`
})

const renewalEnd = (renewal: Application | null, end: string): string => {
  if (renewal === null) return ''
  return `更新の申請${renewal.number === null ? '' : `（受付番号 ${renewal.number}）`}は、${end}。`
}

/** Tells a company that the city means to revoke its certification, why, and by when and how it may answer. */
export const revocationNotice = (
  baseUrl: string,
  record: CertificationRecord,
  { grounds, answerBy }: { readonly grounds: string; readonly answerBy: CalendarDate }
): LetterDraft<'revocation-notice'> => ({
  kind: 'revocation-notice',
  addressee: record.companyName,
  values: { ...valuesOf(baseUrl, record), causes: grounds, deadline: formatDateWithWeekday(answerBy) }
})

/** Tells a company that its certification was revoked. */
export const revocationDraft = (
  baseUrl: string,
  { record, renewal }: HeldCertification,
  { on, reason }: { readonly on: CalendarDate; readonly reason: string }
): LetterDraft<'revocation'> => ({
  kind: 'revocation',
  addressee: record.companyName,
  values: {
    ...valuesOf(baseUrl, record),
    revokedOn: formatDate(on),
    causes: reason,
    renewalEnd: renewalEnd(renewal, '取り下げられたものとして終了しました')
  }
})

/** Confirms to a company that it gave its certification back, so that a mistake is noticed. */
export const surrenderDraft = (
  baseUrl: string,
  { record, renewal }: HeldCertification,
  on: CalendarDate
): LetterDraft<'surrender'> => ({
  kind: 'surrender',
  addressee: record.companyName,
  values: {
    ...valuesOf(baseUrl, record),
    surrenderedOn: formatDate(on),
    renewalEnd: renewalEnd(renewal, '同時に取り下げました')
  }
})
