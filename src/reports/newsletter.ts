import { formatDate, formatPeriod } from '../../views/format.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { industryName } from '../scheme/industries.ts'
import type { CategoryAchievements } from './achievements.ts'

/** A company as the newsletter (広報誌) tells of it. */
export type NewsletterCompany = {
  readonly companyName: string
  /** 第N号. */
  readonly number: number
  readonly kind: 'initial' | 'renewal'
  readonly industry: string
  readonly business: string
  readonly achievements: readonly CategoryAchievements[]
}

export type NewsletterFacts = {
  readonly city: string
  readonly schemeName: string
  readonly honour: string
  readonly period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }
  /** Today. */
  readonly on: CalendarDate
}

const paragraphOf = ({ strength, practice, ownWords }: CategoryAchievements): string =>
  [`・${strength ?? ''}${practice ?? ''}`, ...ownWords.map((words) => `　「${words}」`)].join('\n')

const passedFirst = (achievements: readonly CategoryAchievements[]): readonly CategoryAchievements[] => [
  ...achievements.filter(({ strength }) => strength !== null),
  ...achievements.filter(({ strength }) => strength === null)
]

const articleOf = ({ companyName, number, kind, industry, business, achievements }: NewsletterCompany): string =>
  [
    `■ ${companyName}（${kind === 'initial' ? '新規' : '更新'}・認定番号 第${number}号）`,
    [industryName(industry) ?? '', business.replaceAll(/\s+/g, ' ').trim()].filter((part) => part !== '').join('　'),
    ...passedFirst(achievements).map(paragraphOf)
  ]
    .filter((line) => line !== '')
    .join('\n')

const countWords = (companies: readonly NewsletterCompany[]): string => {
  const initial = companies.filter(({ kind }) => kind === 'initial').length
  const renewed = companies.length - initial
  const parts = [initial === 0 ? [] : [`新たに${initial}社を認定`], renewed === 0 ? [] : [`${renewed}社の認定を更新`]]
  return `${parts.flat().join('し、')}しました`
}

/** The text for the newsletter, ready to be edited and copied. `companies` in the order in which they are told of. */
export const newsletterText = (
  { city, schemeName, honour, period, on }: NewsletterFacts,
  companies: readonly NewsletterCompany[]
): string => {
  if (companies.length === 0) return ''
  const until = period.endsOn < on ? period.endsOn : on
  const head = `${honour}を紹介します

${city}は、働きやすい職場づくりに取り組む事業者を「${schemeName}」により認定しています。
${formatPeriod({ ...period, endsOn: until }).replace('まで', 'までの間に、')}${countWords(companies)}。`
  return `${[head, ...companies.map(articleOf)].join('\n\n')}\n\n（${formatDate(on)}現在）\n`
}
