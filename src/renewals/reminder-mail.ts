import { daysBetween, formatDate, formatDateWithWeekday } from '../../views/format.ts'
import { renewalOpensOn } from '../certificates/period.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { EndingPeriod } from './ending.ts'
import { lateUntil } from './renewal-window.ts'

type Mail = { readonly subject: string; readonly text: string }

/** How a reminder is put: of what is to be done before the end, or of what is left to do after it. */
export type ReminderTone = 'reminder' | 'expired'

const subjects: Readonly<Record<ReminderTone, (number: number, daysLeft: number) => string>> = {
  reminder: (number, daysLeft) =>
    daysLeft === 0
      ? `認定期間は今日までです（認定番号 第${number}号）`
      : `認定期間は残り${daysLeft}日です（認定番号 第${number}号）`,
  expired: (number) => `認定期間が終わりました（認定番号 第${number}号）`
}

const openings: Readonly<Record<ReminderTone, (endsOn: string, scheme: Scheme) => string>> = {
  reminder: (endsOn, scheme) => `貴社の「${scheme.honour}」の認定は、${endsOn}に期間が終わります。
更新の申請は、まだ提出されていません。`,
  expired: (endsOn, scheme) => `貴社の「${scheme.honour}」の認定は、${endsOn}に期間が終わりました。
更新の申請は、まだ提出されていません。いまからでも更新できます。`
}

const datesOf = ({ period }: EndingPeriod, scheme: Scheme, tone: ReminderTone): string => {
  const opensOn = formatDate(renewalOpensOn(period, scheme.renewalWindowDays))
  const late = formatDateWithWeekday(lateUntil(period, scheme))
  return tone === 'expired'
    ? `更新を申請できる期限　${late}
更新されるまでの間は、認定のない期間になります。期限を過ぎると更新できず、新規の申請になります。`
    : `更新の申請期間　${opensOn}から${formatDateWithWeekday(period.endsOn)}まで
この期間に提出すると、審査の間も認定は続きます。過ぎた場合も${late}までは申請できますが、更新されるまでの間は認定のない期間になります。`
}

const stepOf = ({ open }: EndingPeriod, baseUrl: string): string =>
  open?.status === 'draft'
    ? `入力中の申請があります。次のページにログインして、続きを入力し、提出してください。
${baseUrl}${paths.company}`
    : `次のページにログインして、更新の申請を始めてください。
${baseUrl}${paths.company}`

/** Reminds a company of its renewal: the end, the window, what happens when late, what to prepare, where to go. */
export const reminderMail = (
  { scheme, baseUrl }: Pick<Context, 'scheme' | 'baseUrl'>,
  ending: EndingPeriod,
  tone: ReminderTone,
  on: CalendarDate
): Mail => ({
  subject: subjects[tone](ending.number, daysBetween(on, ending.period.endsOn)),
  text: `${ending.companyName}　御中

${openings[tone](formatDateWithWeekday(ending.period.endsOn), scheme)}

認定番号　第${ending.number}号
認定期間　${formatDate(ending.period.startsOn)}から${formatDate(ending.period.endsOn)}まで
${datesOf(ending, scheme, tone)}

【用意していただくもの】
前回の内容が入った申請書を用意してあります。新しく書いていただくのは、毎年変わる数字（残業時間、有給休暇、利用実績など）だけです。変わったところがあれば、その項目だけ直してください。

【申請の方法】
${stepOf(ending, baseUrl)}

行き違いで手続きを済まされている場合は、ご容赦ください。

${signature(scheme)}`
})
