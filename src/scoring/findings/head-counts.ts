import { type HeadCountsEvidence, hundredths } from '../../checklist/index.ts'
import { latestAverage } from '../averages.ts'
import { comparedWith, type FieldFinding, type FindingContext, percentText } from './finding.ts'

/** One decimal, or two where one would read the same as the average. */
const shareText = (women: number, managers: number, average: number | null): string => {
  const percent = (women * 100) / managers
  const short = `${percent.toFixed(1)}%`
  return average !== null && short === percentText(average) ? `${percent.toFixed(2)}%` : short
}

/**
 * Share of women among managers (4-1): 「女性管理職の割合が業種別平均を超えている」, so strictly above, computed from the head
 * counts and compared as fractions with the latest average published.
 */
export const headCountsFinding = ({ men, women }: HeadCountsEvidence, context: FindingContext): FieldFinding => {
  if (men === null || women === null)
    return { verdict: 'incomplete', title: '管理職の人数が、まだそろっていません。', detail: '' }
  const managers = men + women
  if (managers === 0)
    return { verdict: 'not_borne_out', title: '管理職がいないため、割合を計算できません。', detail: '' }
  const { industry, averages, evaluationYear } = context
  if (industry === null)
    return { verdict: 'incomplete', title: '業種が分かると、業種別平均と比べられます。', detail: '' }
  const average = latestAverage(averages.womenManagers, industry, evaluationYear)
  const share = `女性管理職の割合 ${shareText(women, managers, average?.percent ?? null)}（${women} ÷ ${managers}）`
  if (average === null)
    return { verdict: 'needs_check', title: '業種別平均の公表値がなく、比べられません。', detail: share }
  const isAbove = women * 10_000 > hundredths(average.percent) * managers
  const detail = `${share}、${average.year}年の業種別平均 ${percentText(average.percent)}`
  return isAbove
    ? {
        verdict: 'borne_out',
        title: '女性管理職の割合が業種別平均を超えています。',
        detail,
        ...comparedWith([average])
      }
    : {
        verdict: 'not_borne_out',
        title: '女性管理職の割合が業種別平均を超えていません。',
        detail,
        ...comparedWith([average])
      }
}
