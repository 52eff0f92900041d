import { formatDate, formatDateWithWeekday, formatPeriod } from '../../views/format.ts'
import { renewalOpensOn } from '../certificates/period.ts'
import type { LetterDraft } from '../letters/letter.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { EndingPeriod } from './ending.ts'
import { lateUntil } from './renewal-window.ts'

/** What the notice of a renewal (更新のお知らせ) is filled with. */
export const noticeDraft = (
  { scheme, baseUrl }: Pick<Context, 'scheme' | 'baseUrl'>,
  { companyName, number, period }: Pick<EndingPeriod, 'companyName' | 'number' | 'period'>
): LetterDraft<'renewal-notice'> => ({
  kind: 'renewal-notice',
  addressee: companyName,
  values: {
    number: `第${number}号`,
    period: formatPeriod(period),
    renewalOpensOn: formatDate(renewalOpensOn(period, scheme.renewalWindowDays)),
    renewalUntil: formatDateWithWeekday(period.endsOn),
    renewalLateUntil: formatDateWithWeekday(lateUntil(period, scheme)),
    url: `${baseUrl}${paths.company}`
  }
})
