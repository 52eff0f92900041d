import type { MeasuresEvidence, MeasuresField } from '../../checklist/index.ts'
import type { FieldFinding } from './finding.ts'

/** Measures taken (2-3, 3-2, 4-2, 5-1, 6-1, 6-2): as many as the sheet needs; "other" counts once it is described. */
export const measuresFinding = (field: MeasuresField, evidence: MeasuresEvidence): FieldFinding => {
  const { ticked, otherTicked, other } = evidence
  const named = field.options.filter(({ id }) => ticked.includes(id)).map(({ text }) => text)
  const measures = otherTicked && other !== null ? [...named, other] : named
  const detail = measures.join('、')
  if (measures.length >= field.needed) return { verdict: 'borne_out', title: `取組${measures.length}件`, detail }
  if (otherTicked && other === null)
    return { verdict: 'incomplete', title: '上記以外の取組の内容が、まだ書かれていません。', detail }
  if (measures.length === 0)
    return { verdict: 'incomplete', title: '当てはまる取組が、まだ選ばれていません。', detail: '' }
  const title = `取組は${measures.length}件です。${field.needed}件以上で当てはまります。`
  return { verdict: 'not_borne_out', title, detail }
}
