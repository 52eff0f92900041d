import { formatDateWithWeekday, formatFileSize, formatYear } from '../../views/format.ts'
import { type CategoriesEdition, evaluationYears } from '../checklist/index.ts'
import { addDays, type CalendarDate, evaluationYearOf } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { GuideFacts } from './guide-document.ts'
import { schemeFacts } from './scheme-facts.ts'
import { standardParts } from './standard-parts.ts'

/** What the guides say that changes from day to day. */
export type GuideDay = {
  readonly on: CalendarDate
  /** The day of the next meeting of the committee; null while none is called. */
  readonly meetingOn: CalendarDate | null
}

/** What stands for a value between double braces: what it means, and its value. */
export type GuidePlaceholder = { readonly name: string; readonly meaning: string; readonly value: string }

/** The last day on which an application can usually still be heard at a meeting; null where that day has passed. */
export const lastDayFor = (
  meetingOn: CalendarDate,
  { usualScreeningDays }: Pick<Scheme, 'usualScreeningDays'>,
  on: CalendarDate
): CalendarDate | null => {
  const day = addDays(meetingOn, -usualScreeningDays)
  return day < on ? null : day
}

const meetingWords = (scheme: Scheme, { on, meetingOn }: GuideDay): string => {
  if (meetingOn === null) return `次の${scheme.committee}の日程は、決まりしだいトップページでお知らせします。`
  const last = lastDayFor(meetingOn, scheme, on)
  const day = `次の${scheme.committee}は、${formatDateWithWeekday(meetingOn)}です。`
  return last === null
    ? `${day}これから申請いただく場合は、その次の会議で意見を聴く見込みです。`
    : `${day}${formatDateWithWeekday(last)}までに申請いただくと、この会議で意見を聴ける見込みです。`
}

const yearsAsked = (on: CalendarDate): string => {
  const years = evaluationYears(evaluationYearOf(on))
  return `${formatYear(years[0] ?? 0)}から${formatYear(years.at(-1) ?? 0)}まで`
}

const place = ({ secretariat, city, name, honour, committee }: Scheme): readonly GuidePlaceholder[] => [
  { name: '市名', meaning: '市の名称', value: city },
  { name: '制度名', meaning: '認定制度の名称', value: name },
  { name: '称号', meaning: '認定を受けた事業者の呼び名', value: honour },
  { name: '推進委員会', meaning: '意見を聴く委員会の名称', value: committee },
  { name: '担当課', meaning: '事務局の課の名称', value: secretariat.section },
  { name: '郵便番号', meaning: '事務局の郵便番号', value: secretariat.postalCode },
  { name: '所在地', meaning: '事務局の所在地', value: secretariat.address },
  { name: '電話番号', meaning: '事務局の電話番号', value: secretariat.phone },
  { name: 'メールアドレス', meaning: '事務局のメールアドレス', value: secretariat.email }
]

const days = (scheme: Scheme): readonly GuidePlaceholder[] => [
  {
    name: '新規の日数',
    meaning: '新規の申請から決定までの通常の日数',
    value: String(scheme.usualProcessingDays.initial)
  },
  {
    name: '更新の日数',
    meaning: '更新の申請から決定までの通常の日数',
    value: String(scheme.usualProcessingDays.renewal)
  },
  {
    name: '委員会前の日数',
    meaning: '会議の何日前までの申請なら、その会議に間に合うか',
    value: String(scheme.usualScreeningDays)
  },
  {
    name: '更新の受付日数',
    meaning: '認定期間が終わる何日前から更新を申請できるか',
    value: String(scheme.renewalWindowDays)
  },
  {
    name: '更新の猶予日数',
    meaning: '認定期間が終わったあと、何日まで更新を申請できるか',
    value: String(scheme.lateRenewalDays)
  },
  { name: '補正の日数', meaning: '補正をお願いするときの通常の期限の日数', value: String(scheme.correctionDays) },
  {
    name: '意見の日数',
    meaning: '取消しの前に意見を述べる期間の、最短の日数',
    value: String(scheme.revocationAnswerDays)
  }
]

const counts = (edition: CategoriesEdition, scheme: Scheme): readonly GuidePlaceholder[] => {
  const facts = schemeFacts(edition, scheme)
  const { fileBytes, applicationBytes } = scheme.attachmentLimits
  return [
    { name: '認定の年数', meaning: '認定期間の年数', value: String(facts.years) },
    { name: '分野の数', meaning: 'チェックシートの分野の数', value: String(facts.categories.length) },
    { name: '項目の数', meaning: 'チェックシートの項目の数', value: String(facts.items) },
    { name: '必要な分野の数', meaning: '認定に必要な、合格した分野の数', value: String(facts.requiredCategories) },
    { name: '最少の項目の数', meaning: '基準に届く、いちばん少ない項目の数', value: String(facts.fewestItems) },
    { name: '申請の条件', meaning: '申請の条件となる宣誓の文', value: facts.condition },
    { name: '添付の上限', meaning: '添付ファイル1つの大きさの上限', value: formatFileSize(fileBytes) },
    { name: '添付の合計の上限', meaning: '申請1件の添付ファイルの合計の上限', value: formatFileSize(applicationBytes) }
  ]
}

/** Everything that may stand between double braces in a guide, with its value of the day. */
export const guidePlaceholders = (
  edition: CategoriesEdition,
  scheme: Scheme,
  day: GuideDay
): readonly GuidePlaceholder[] => [
  ...place(scheme),
  ...counts(edition, scheme),
  ...days(scheme),
  { name: '対象の年', meaning: '申請書に書く数字の年', value: yearsAsked(day.on) },
  { name: '次回の委員会', meaning: '次の会議の日と、間に合う申請の日', value: meetingWords(scheme, day) }
]

/** What stands for whole parts of a page, alone in its paragraph. */
export const partPlaceholders = [
  { name: '審査基準の一覧', meaning: '分野ごとの審査項目の表。1行に1つだけ書きます' },
  { name: '分野の一覧', meaning: '分野、項目の数、合格に必要な数の表。1行に1つだけ書きます' }
] as const

/** Every name that a guide may use. */
export const placeholderNames = (edition: CategoriesEdition, scheme: Scheme, day: GuideDay): readonly string[] =>
  [...guidePlaceholders(edition, scheme, day), ...partPlaceholders].map(({ name }) => name)

/** What the placeholders of a guide stand for on a day. */
export const guideFacts = (edition: CategoriesEdition, scheme: Scheme, day: GuideDay): GuideFacts => ({
  values: Object.fromEntries(guidePlaceholders(edition, scheme, day).map(({ name, value }) => [name, value])),
  parts: standardParts(edition, schemeFacts(edition, scheme).categories, evaluationYearOf(day.on))
})
