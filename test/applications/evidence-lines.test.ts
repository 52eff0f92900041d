import { describe, expect, it } from 'vitest'
import { evidenceLines } from '../../src/applications/evidence-lines.ts'
import { editions, findItem, itemsOf, type RawEvidence } from '../../src/checklist/index.ts'

const edition = editions['asaka-2023']
const linesFor = (code: string, raw: RawEvidence): readonly (readonly [string, string])[] => {
  const item = findItem(edition, code)
  if (item === null) throw new Error(`no item ${code}`)
  return evidenceLines(item, raw, 2025).map(({ label, value }) => [label, value] as const)
}

describe('evidence in lines', () => {
  it.each<[string, string, RawEvidence, readonly (readonly [string, string])[]]>([
    ['a text', '1-1', { text: ' イクボス宣言 ' }, [['理念の概要', 'イクボス宣言']]],
    [
      'overtime with its years and units, empty years left out',
      '2-1',
      { basis: 'average', '2024.month': '17.9', '2025.month': '15.8', '2025.year': '189.6' },
      [['平均時間外労働時間', '2024年 17.9時間／月、2025年 15.8時間／月・189.6時間／年']]
    ],
    [
      'take-up with the question about five days',
      '3-1',
      { everyone: 'yes', '2024.percent': '72.5', '2025.percent': '74' },
      [
        ['過去3年間、10日以上付与された従業員は全員、毎年5日以上取得しましたか', 'はい'],
        ['従業員の平均年次有給休暇取得率', '2024年 72.5%、2025年 74%']
      ]
    ],
    [
      'managers with the share computed',
      '4-1',
      { men: '3', women: '1' },
      [
        ['管理職内訳', '男性 3人・女性 1人'],
        ['女性管理職の割合', '25.0%']
      ]
    ],
    [
      'a usage record by sex',
      '4-3',
      { 'rows.0.year': '2025', 'rows.0.men': '1', 'rows.0.women': '2', 'rows.1.year': '2024', 'rows.1.women': '1' },
      [['利用実績', '2025年 男性 1人・女性 2人、2024年 女性 1人']]
    ],
    ['a usage record without a year', '4-3', { 'rows.0.men': '1' }, [['利用実績', '年の記入なし 男性 1人']]]
  ])('%s', (_what, code, raw, expected) => {
    expect(linesFor(code, raw)).toEqual(expected)
  })

  it('names the measures in the words of the paper, and those of the company', () => {
    const [first, other] = linesFor('2-3', { measures: ['no_overtime_day', 'other'], other: '早帰りの日' })
    expect(first?.[0]).toBe('取組内容')
    expect(other).toEqual(['上記以外の取組', '早帰りの日'])
  })

  it('names the goals of the SDGs', () => {
    const [goals] = linesFor('7-1', { goals: ['1', '5'], description: '寄付', published: '会社のホームページ' })
    expect(goals?.[1]).toBe('1 貧困をなくそう、5 ジェンダー平等を実現しよう')
  })

  it('shows as typed what cannot be read', () => {
    expect(linesFor('4-1', { men: '三人', women: '1' })).toContainEqual(['男性（確認が必要な記入）', '三人'])
  })

  it('is empty where nothing was written, for every item of both editions', () => {
    for (const { categories } of Object.values(editions))
      for (const item of categories.flatMap(({ items }) => [...items]))
        expect(evidenceLines(item, {}, 2025)).toEqual([])
  })

  it('shows every tick of every list of measures', () => {
    for (const item of itemsOf(edition))
      for (const field of item.evidence)
        if (field.kind === 'measures') {
          const [shown] = linesFor(item.code, { measures: field.options.map(({ id }) => id) })
          expect(shown?.[1]).toBe(field.options.map(({ text }) => text).join('、'))
        }
  })
})
