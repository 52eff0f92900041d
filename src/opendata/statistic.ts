import type { CategoriesEdition } from '../checklist/index.ts'
import type { EntryContent } from '../directory/entry.ts'
import { type CalendarDate, fiscalYearOf } from '../scheme/calendar.ts'
import type { CertifiedPeriod, IndicatorYear } from '../scheme/indicator.ts'
import { industries } from '../scheme/industries.ts'

/** What is counted. */
export const statisticTitles = {
  certified: '認定されている事業者数',
  target: '認定されている事業者数の目標',
  newly_certified: '新しく認定した事業者数',
  certified_by_industry: '業種別の認定されている事業者数',
  passed_by_category: '分野別の合格した事業者数'
} as const

/** One figure: what it counts, of which year or day, of which class. */
export type Statistic = {
  readonly code: keyof typeof statisticTitles
  readonly fiscalYear: number
  /** The day on which it was counted; null for what is planned. */
  readonly on: CalendarDate | null
  readonly classCode: string | null
  readonly className: string | null
  readonly value: number
}

/** What the statistics are made from, as of a day. */
export type StatisticSources = {
  readonly indicator: readonly IndicatorYear[]
  readonly periods: readonly CertifiedPeriod[]
  /** Who is certified on the day. */
  readonly entries: readonly EntryContent[]
  readonly on: CalendarDate
}

const total = { classCode: null, className: null } as const

/** A fiscal year that is over was counted on its last day, the present one today. */
const countedOn = (fiscalYear: number, on: CalendarDate): CalendarDate =>
  fiscalYear === fiscalYearOf(on) ? on : `${String(fiscalYear + 1).padStart(4, '0')}-03-31`

const certified = ({ indicator, on }: StatisticSources): readonly Statistic[] =>
  indicator.flatMap(({ fiscalYear, certified: value }) =>
    value === null ? [] : [{ code: 'certified', fiscalYear, on: countedOn(fiscalYear, on), ...total, value }]
  )

const targets = ({ indicator }: StatisticSources): readonly Statistic[] =>
  indicator.flatMap(({ fiscalYear, target: value }) =>
    value === null ? [] : [{ code: 'target', fiscalYear, on: null, ...total, value }]
  )

/** How many certifications began in each fiscal year, from the first year to the present without a gap. */
const newlyCertified = ({ periods, on }: StatisticSources): readonly Statistic[] => {
  const firstDays = new Map<string, CalendarDate>()
  for (const { certificationId, startsOn } of periods) {
    const known = firstDays.get(certificationId)
    if (startsOn <= on && (known === undefined || startsOn < known)) firstDays.set(certificationId, startsOn)
  }
  const years = [...firstDays.values()].map(fiscalYearOf)
  const present = fiscalYearOf(on)
  const first = Math.min(present, ...years)
  return Array.from({ length: present - first + 1 }, (_, index) => first + index).map((fiscalYear) => ({
    code: 'newly_certified',
    fiscalYear,
    on: countedOn(fiscalYear, on),
    ...total,
    value: years.filter((year) => year === fiscalYear).length
  }))
}

const byIndustry = ({ entries, on }: StatisticSources): readonly Statistic[] =>
  industries.map(({ code, name }) => ({
    code: 'certified_by_industry',
    fiscalYear: fiscalYearOf(on),
    on,
    classCode: code,
    className: name,
    value: entries.filter(({ industry }) => industry === code).length
  }))

const byCategory = ({ entries, on }: StatisticSources, edition: CategoriesEdition): readonly Statistic[] =>
  edition.categories.map(({ number, title }) => ({
    code: 'passed_by_category',
    fiscalYear: fiscalYearOf(on),
    on,
    classCode: String(number),
    className: title,
    value: entries.filter(({ categories }) => categories.some((one) => one.number === number && one.passed)).length
  }))

/**
 * All statistics as of a day: the indicator and its targets by fiscal year, the new certifications by fiscal year, and the
 * companies certified on the day by industry, those without any too, and by passed category.
 */
export const statisticsOf = (sources: StatisticSources, edition: CategoriesEdition): readonly Statistic[] => [
  ...certified(sources),
  ...targets(sources),
  ...newlyCertified(sources),
  ...byIndustry(sources),
  ...byCategory(sources, edition)
]
