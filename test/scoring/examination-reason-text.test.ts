import { expect, it } from 'vitest'
import { editions } from '../../src/checklist/index.ts'
import { type ExaminationReason, examinationReasonText } from '../../src/scoring/index.ts'
import { edition } from './mark-sets.ts'

it.each<[ExaminationReason, string]>([
  [{ kind: 'standard-not-met' }, '認定基準（7分野のうち3分野以上の合格）を満たしていません。'],
  [
    { kind: 'standard-undetermined' },
    'このチェックシートは、認定基準を満たすかどうかを点数だけでは決められません。事務局が判断します。'
  ],
  [{ kind: 'category-lost', numbers: [2] }, '「2 長時間労働の抑制」が合格の基準に届かなくなりました。'],
  [
    { kind: 'category-lost', numbers: [2, 7] },
    '「2 長時間労働の抑制」と「7 地域・社会貢献活動」が合格の基準に届かなくなりました。'
  ],
  [{ kind: 'legal-compliance-gone' }, '関係法令を遵守しているという申告がありません。'],
  [
    { kind: 'legal-entity-changed', before: '7123456789012', after: '8000012010038' },
    '法人番号が変わりました（7123456789012 から 8000012010038）。'
  ],
  [
    { kind: 'legal-entity-changed', before: null, after: '7123456789012' },
    '法人番号のない事業者から、法人になりました（法人番号 7123456789012）。'
  ],
  [
    { kind: 'legal-entity-changed', before: '7123456789012', after: null },
    '法人番号のない事業者になりました（前回の法人番号 7123456789012）。'
  ],
  [{ kind: 'organisation-changed' }, '合併、分割、事業の譲渡などの組織の変更がありました。'],
  [{ kind: 'left-city' }, '市内に事業所がありません。']
])('%j reads %s', (reason, text) => {
  expect(examinationReasonText(reason, edition)).toBe(text)
})

it('speaks of points where the sheet is judged by points', () => {
  expect(examinationReasonText({ kind: 'standard-not-met' }, editions['asaka-2020'])).toBe(
    '認定基準の点数に届いていません。'
  )
})
