import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramsOf, foldText } from '../../src/directory/folding.ts'

describe('folding', () => {
  it.each([
    ['てれわーく', 'テレワーク'],
    ['ﾃﾚﾜｰｸ', 'テレワーク'],
    ['テレワ-ク', 'テレワーク'],
    ['ｆｌｅｘ', 'FLEX'],
    ['髙﨑工務店', '高崎工務店'],
    ['𠮷野食堂', '吉野食堂'],
    ['緑ヶ丘設備', '緑ケ丘設備'],
    ['キヤノン', 'キャノン'],
    ['㈱みのりソフト', '株式会社みのりソフト'],
    ['（株）みのり ソフト', '株式会社みのりソフト'],
    ['ワーク・ライフ・バランス', 'ワークライフバランス'],
    ['「休める介護」', '休める介護'],
    ['澤田', '沢田'],
    ['ＳＤＧｓ', 'sdgs']
  ])('makes no difference between %s and %s', (one, other) => {
    expect(foldText(one)).toBe(foldText(other))
  })

  it.each([
    ['ビル', 'ビール'],
    ['東京', '京都'],
    ['100%', '100'],
    ['か', 'が']
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other))
  })

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      })
    )
  })

  it('folds any text without an error, and gives the database no character that it refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text)
        expect(folded.isWellFormed()).toBe(true)
        expect(folded).not.toContain('\u0000')
      })
    )
  })

  it('finds every part of at least two characters by its pairs', () => {
    const text = foldText('業務の自動化で長時間労働・残業の抑制に力を入れています。𠮷野の🍎100%')
    const pairs = bigramsOf(text)
    const characters = [...text]
    const place = fc.nat(characters.length - 2)
    fc.assert(
      fc.property(place, fc.integer({ min: 2, max: 12 }), (from, length) => {
        const part = characters.slice(from, from + length).join('')
        expect(pairs).toEqual(expect.arrayContaining([...bigramsOf(part)]))
      })
    )
  })
})
