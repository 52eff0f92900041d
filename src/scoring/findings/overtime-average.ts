import { hundredths, type OvertimeEvidence, type OvertimeYear } from '../../checklist/index.ts'
import type { FieldFinding } from './finding.ts'

type Column = 'monthHours' | 'yearHours'

type Comparison = { readonly meets: boolean; readonly text: string }

const nameOfDistance = ['前年比', '一昨年比'] as const

/** Change in tenths of a percent, cut off towards less fall, so that 9.96 % never reads as the 10.0 % that it misses. */
const changeText = (now: number, before: number): string => {
  const fall = Math.floor(((before - now) * 1000) / before) / 10
  if (fall > 0) return `−${fall.toFixed(1)}%`
  return fall < 0 ? `+${(-fall).toFixed(1)}%` : '±0.0%'
}

/** 「前年比または一昨年比で10%以上減少」, compared in whole hundredths of an hour: 10 % of nothing is no fall. */
const compare = (now: OvertimeYear, before: OvertimeYear, column: Column): Comparison | null => {
  const [nowHours, beforeHours] = [now[column], before[column]]
  if (nowHours === null || beforeHours === null) return null
  const [current, former] = [hundredths(nowHours), hundredths(beforeHours)]
  if (former === 0) return { meets: false, text: `${before.year}年が0時間のため、比べられません` }
  const name = nameOfDistance[now.year - before.year - 1] ?? `${before.year}年比`
  return {
    meets: (former - current) * 10 >= former,
    text: `${now.year}年は${name} ${changeText(current, former)}（${nowHours} ÷ ${beforeHours}）`
  }
}

const comparisonsOf = ({ years }: OvertimeEvidence, column: Column): readonly Comparison[] => {
  const [latest, ...earlier] = years.toReversed()
  if (latest === undefined) return []
  return earlier.map((before) => compare(latest, before, column)).filter((comparison) => comparison !== null)
}

const otherWay = '月45時間・年360時間を超えた従業員がいなければ、そちらで当てはまります。'

/** The comparison that shows the fall, or all of those that do not. */
const shown = (comparisons: readonly Comparison[]): string =>
  comparisons.find(({ meets }) => meets)?.text ?? comparisons.map(({ text }) => text).join('、')

const judge = (comparisons: readonly Comparison[]): FieldFinding =>
  comparisons.some(({ meets }) => meets)
    ? { verdict: 'borne_out', title: '10%以上の減少に当たります。', detail: shown(comparisons) }
    : {
        verdict: 'not_borne_out',
        title: '平均時間外労働時間の減少が、10%に届いていません。',
        detail: `${shown(comparisons)}。${otherWay}`
      }

/**
 * The fall of the average overtime, by the month's column or the year's. Where both are filled in and only one of them
 * shows the fall, a person must look.
 */
export const averageOvertimeFinding = (evidence: OvertimeEvidence): FieldFinding => {
  const [months, years] = [comparisonsOf(evidence, 'monthHours'), comparisonsOf(evidence, 'yearHours')]
  const [first, second] = [months, years].filter((comparisons) => comparisons.length > 0).map(judge)
  if (first === undefined)
    return { verdict: 'incomplete', title: '比べる2年分の平均時間外労働時間が、まだそろっていません。', detail: '' }
  if (second === undefined || first.verdict === second.verdict) return first
  return {
    verdict: 'needs_check',
    title: '月の時間と年間の時間とで、結果が分かれます。',
    detail: `月の時間では${shown(months)}、年間の時間では${shown(years)}`
  }
}
