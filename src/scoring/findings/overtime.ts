import type { OvertimeEvidence, OvertimeField, OvertimeYear } from '../../checklist/index.ts'
import type { FieldFinding } from './finding.ts'
import { averageOvertimeFinding } from './overtime-average.ts'

/** 「月45時間、年360時間を超えた従業員がいない」: 45 and 360 themselves are within (item 2-1; 2-3 of the 2020 sheet). */
const monthLimit = 45
const yearLimit = 360

const excesses = ({ year, monthHours, yearHours }: OvertimeYear): readonly string[] => [
  ...(monthHours !== null && monthHours > monthLimit
    ? [`${year}年の${monthHours}時間は、月${monthLimit}時間を超えています。`]
    : []),
  ...(yearHours !== null && yearHours > yearLimit
    ? [`${year}年の${yearHours}時間は、年${yearLimit}時間を超えています。`]
    : [])
]

const row = ({ year, monthHours, yearHours }: OvertimeYear): string =>
  `${year}年は月${monthHours}時間・年${yearHours}時間`

const busiestFinding = (field: OvertimeField, evidence: OvertimeEvidence): FieldFinding => {
  const years = evidence.years.slice(-field.testedYears)
  const [excess, ...more] = years.flatMap(excesses)
  if (excess !== undefined) {
    const otherWay = field.bases.some(({ id }) => id === 'average')
      ? ['平均時間外労働時間が10%以上減っていれば、そちらで当てはまります。']
      : []
    return { verdict: 'not_borne_out', title: excess, detail: [...more, ...otherWay].join('') }
  }
  const open = years.filter(({ monthHours, yearHours }) => monthHours === null || yearHours === null)
  if (open.length > 0) {
    const names = open.map(({ year }) => `${year}年`).join('・')
    return { verdict: 'incomplete', title: `${names}の時間が、まだそろっていません。`, detail: '' }
  }
  const title = `${years.map(({ year }) => `${year}年`).join('・')}とも、月45時間・年360時間以内です。`
  return {
    verdict: 'borne_out',
    title: years.length > 1 ? title : title.replace('とも、', 'は、'),
    detail: years.map(row).join('、')
  }
}

/** Overtime (2-1): by the busiest employee of each year, or by the fall of the average. */
export const overtimeFinding = (field: OvertimeField, evidence: OvertimeEvidence): FieldFinding => {
  if (evidence.basis === null)
    return { verdict: 'incomplete', title: 'どちらの時間を記入するかが、まだ選ばれていません。', detail: '' }
  return evidence.basis === 'busiest' ? busiestFinding(field, evidence) : averageOvertimeFinding(evidence)
}
