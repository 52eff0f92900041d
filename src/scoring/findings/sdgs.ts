import type { SdgsEvidence, SdgsField } from '../../checklist/index.ts'
import type { FieldFinding } from './finding.ts'

/** SDGs (7-1): one or more goals, what is done for them, and where it is published. */
export const sdgsFinding = (field: SdgsField, { goals, description, published }: SdgsEvidence): FieldFinding => {
  const open = [
    ...(goals.length === 0 ? [field.goalsLabel] : []),
    ...(description === null ? [field.descriptionLabel] : []),
    ...(published === null ? [field.publishedLabel] : [])
  ]
  if (open.length > 0) {
    const labels = open.map((label) => `「${label}」`).join('')
    return { verdict: 'incomplete', title: `${labels}が、まだ記入されていません。`, detail: '' }
  }
  return {
    verdict: 'borne_out',
    title: '取組の内容と公表の場所が記入されています。',
    detail: `SDGsの番号 ${goals.join('・')}、公表 ${published}`
  }
}
