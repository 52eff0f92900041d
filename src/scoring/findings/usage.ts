import type { UsageEvidence, UsageRow } from '../../checklist/index.ts'
import type { FieldFinding } from './finding.ts'

const peopleText = ({ men, women, people }: UsageRow): string =>
  men === null && women === null ? `${people}人` : `${people}人（男性${men ?? 0}人・女性${women ?? 0}人）`

const rowText = (row: UsageRow): string =>
  row.people === null
    ? `${row.year}年の記入があります`
    : `${row.year === null ? '' : `${row.year}年に`}${peopleText(row)}`

/**
 * Usage records (4-3, 4-4, 5-3): 「過去5年間に於いて利用実績がある場合」. The years lie within the five already, since others
 * cannot be read.
 */
export const usageFinding = ({ rows }: UsageEvidence): FieldFinding => {
  const used = rows.filter(({ year, people }) => year !== null && people !== null && people > 0)
  if (used.length > 0)
    return { verdict: 'borne_out', title: '過去5年間に利用実績があります。', detail: used.map(rowText).join('、') }
  if (rows.some(({ year, people }) => year !== null && people === 0))
    return { verdict: 'not_borne_out', title: '利用した人が0人の年は、利用実績に当たりません。', detail: '' }
  return { verdict: 'incomplete', title: '利用のあった年と人数が、まだ記入されていません。', detail: '' }
}

/** 「-」 says that nobody could have used the arrangement; a record of somebody who did says otherwise. */
export const contradictionFinding = ({ rows }: UsageEvidence): FieldFinding | null => {
  const recorded = rows.filter(({ year, people }) => people !== 0 && (year !== null || people !== null))
  if (recorded.length === 0) return null
  return {
    verdict: 'not_borne_out',
    title: '「-」と利用実績が食い違っています。',
    detail: `${recorded.map(rowText).join('、')}。利用した人がいれば「当てはまる」に、いなければ利用実績を空にしてください。`
  }
}
