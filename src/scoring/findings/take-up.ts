import { hundredths, type TakeUpEvidence, type TakeUpYear } from '../../checklist/index.ts'
import { type AverageRow, averageIn } from '../averages.ts'
import { comparedWith, type FieldFinding, type FindingContext, percentText } from './finding.ts'

/** 「過去3年間で2年以上、平均年次有給休暇取得率が業種別平均を上回る」 (item 3-1): above, not equal. */
const yearsAbove = 2

type Compared = TakeUpYear & {
  readonly average: AverageRow | null
  readonly is: 'above' | 'not_above' | 'without_average' | 'without_rate'
}

const comparedYear = (year: TakeUpYear, { industry, averages }: FindingContext): Compared => {
  const average = industry === null ? null : averageIn(averages.paidLeave, industry, year.year)
  if (year.percent === null) return { ...year, average: null, is: 'without_rate' }
  if (average === null) return { ...year, average, is: 'without_average' }
  return { ...year, average, is: hundredths(year.percent) > hundredths(average.percent) ? 'above' : 'not_above' }
}

const yearText = ({ year, percent, average, is }: Compared): string => {
  if (percent === null) return `${year}年は未記入`
  if (average === null) return `${year}年 ${percentText(percent)}（業種別平均の公表値なし）`
  const verb = is === 'above' ? 'を上回る' : 'を上回らない'
  return `${year}年 ${percentText(percent)}（業種別平均${percentText(average.percent)}${verb}）`
}

/** What settles the comparison: two years, or what is missing for them. */
const settledBy = (years: readonly Compared[]): 'above' | 'not_above' | 'without_average' | 'without_rate' => {
  const count = (is: Compared['is']) => years.filter((year) => year.is === is).length
  const open = count('without_average')
  if (count('above') >= yearsAbove) return 'above'
  if (count('above') + open + count('without_rate') < yearsAbove) return 'not_above'
  return count('above') + open >= yearsAbove ? 'without_average' : 'without_rate'
}

const rateFinding = (years: readonly Compared[], industry: string | null): FieldFinding => {
  const detail = years.map(yearText).join('、')
  const source = comparedWith(years.map(({ average }) => average).filter((row) => row !== null))
  const settled = settledBy(years)
  if (settled === 'above')
    return { verdict: 'borne_out', title: '取得率が2年以上で業種別平均を上回ります。', detail, ...source }
  if (settled === 'not_above')
    return { verdict: 'not_borne_out', title: '業種別平均を上回る年が2年に届きません。', detail, ...source }
  if (settled === 'without_rate')
    return { verdict: 'incomplete', title: '取得率をもう1年分以上記入すると、比べられます。', detail, ...source }
  if (industry === null)
    return { verdict: 'incomplete', title: '業種が分かると、業種別平均と比べられます。', detail: '' }
  return { verdict: 'needs_check', title: '公表値のない年があり、業種別平均と比べきれません。', detail, ...source }
}

/** Paid-leave take-up (3-1): everyone took five days in each year, and two rates are strictly above the average. */
export const takeUpFinding = (evidence: TakeUpEvidence, context: FindingContext): FieldFinding => {
  if (evidence.everyoneTookFive === false)
    return {
      verdict: 'not_borne_out',
      title: '全員が年5日以上取得していることが必要です。',
      detail: '10日以上付与された従業員のうち、5日に届かない人がいる年があります。'
    }
  const rates = rateFinding(
    evidence.years.map((year) => comparedYear(year, context)),
    context.industry
  )
  if (evidence.everyoneTookFive === null && rates.verdict !== 'not_borne_out')
    return { ...rates, verdict: 'incomplete', title: '全員が5日以上取得したかが、まだ選ばれていません。' }
  return rates
}
