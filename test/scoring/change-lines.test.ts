import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editions, itemsOf, type RawEvidence } from '../../src/checklist/index.ts'
import { type Comparable, changeLines, compare, isUnchanged } from '../../src/scoring/index.ts'
import { edition } from './mark-sets.ts'
import { anySide, body, goodSide } from './sides.ts'

type Side = Partial<Comparable>

const linesBetween = (before: Side, after: Side, organisationChanged = false) =>
  changeLines(compare(edition, { ...goodSide, ...before }, { ...goodSide, ...after }, { organisationChanged }), edition)

const beside = (code: string, raw: RawEvidence, evaluationYear = 2022): Side => ({
  evaluationYear,
  evidence: { [code]: raw }
})
const marked = (mark: 'checked' | 'unchecked' | 'not_applicable'): Side => ({
  marks: { ...goodSide.marks, '4-3': mark }
})
const declaring = (detail?: string): Side => ({
  declarations: { ...goodSide.declarations, ...(detail !== undefined && { kurumin: { declared: true, detail } }) }
})
const kurumin = '「厚生労働省が実施する「くるみん」の認定を受けている」'

it.each<[Side, Side, string | null, string]>([
  [marked('checked'), marked('unchecked'), '4-3', '当てはまる → 当てはまらない'],
  [marked('not_applicable'), marked('checked'), '4-3', '対象者がいない「-」 → 当てはまる'],
  [
    beside('2-3', { measures: ['other'] }),
    beside('2-3', { measures: ['awareness'] }),
    '2-3',
    '取組内容：「管理・監督者、その他従業員への意識啓発」を追加、「上記以外の取組」を取りやめ'
  ],
  [beside('1-1', {}), beside('1-1', { text: '朝礼' }), '1-1', '理念の概要：新しく記入'],
  [beside('1-1', { text: '朝礼' }), beside('1-1', { text: '掲示' }), '1-1', '理念の概要：記入を変更'],
  [beside('1-1', { text: '朝礼' }), beside('1-1', {}), '1-1', '理念の概要：記入を削除'],
  [
    beside('3-1', { '2021.percent': '60', '2022.percent': '62' }),
    beside('3-1', { '2025.percent': '70' }, 2025),
    '3-1',
    '従業員の平均年次有給休暇取得率：2022年 62% → 2025年 70%'
  ],
  [beside('4-1', { women: '1' }), beside('4-1', {}), '4-1', '管理職内訳 女性：1人 → 記入なし'],
  [declaring(), declaring('プラチナ'), null, `${kurumin}を新しく申告`],
  [declaring('プラチナ'), declaring(), null, `${kurumin}の申告がなくなった`],
  [declaring(''), declaring('プラチナ'), null, `${kurumin}：記入なし → プラチナ`],
  [{}, { body: { ...body, name: '北浦テクノ' } }, null, '事業者名：北浦製作所 → 北浦テクノ'],
  [{}, { body: { ...body, legalEntityNumber: null } }, null, '法人番号：7123456789012 → なし'],
  [{}, { body: { ...body, inCity: false } }, null, '市内の事業所がなくなった'],
  [{ body: { ...body, inCity: false } }, {}, null, '市内に事業所を置いた']
])('from %j to %j, the line beside %s reads %s', (before, after, itemCode, text) => {
  expect(linesBetween(before, after)).toEqual([{ itemCode, text }])
})

it('names a stated change of the organisation', () => {
  expect(linesBetween({}, {}, true)).toEqual([{ itemCode: null, text: '合併、分割、事業の譲渡などの組織の変更' }])
})

it('follows the paper, with a line for every change', () => {
  for (const sheet of Object.values(editions)) {
    const codes = itemsOf(sheet).map(({ code }) => code)
    fc.assert(
      fc.property(anySide(sheet, 2022), anySide(sheet, 2025), (before, after) => {
        const comparison = compare(sheet, before, after)
        const lines = changeLines(comparison, sheet)
        const { figures, texts, measures, marks, declarations } = comparison
        const changes = [figures, texts, measures, marks, declarations, comparison.body].flat().length
        expect(lines.length).toBe(changes)
        expect(isUnchanged(comparison)).toBe(lines.length === figures.length)
        const places = lines.map(({ itemCode }) => (itemCode === null ? codes.length : codes.indexOf(itemCode)))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
      { numRuns: 30 }
    )
  }
})
