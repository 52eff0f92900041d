import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramsOf, foldText } from '../../src/directory/folding.ts'
import { longestSearch, readSearch } from '../../src/directory/search-words.ts'

/** Whether a text would be found, as the database decides it. */
const finds = (typed: string, text: string): boolean => {
  const folded = foldText(text)
  const pairs = bigramsOf(folded)
  return readSearch(typed).words.every(({ alternatives }) =>
    alternatives.some((one) => bigramsOf(one).every((pair) => pairs.includes(pair)) && folded.includes(one))
  )
}

describe('a search', () => {
  it.each([
    ['残業', '長時間労働・残業の抑制に力を入れています。'],
    ['残業', '時間外労働の削減に取り組んでいます。'],
    ['育休', '男性の育児休業の取得推進に取り組んでいます。'],
    ['男性育休', '男性の育児休業の取得推進に取り組んでいます。'],
    ['在宅勤務', '全員がテレワークを利用できます。'],
    ['リモートワーク', 'テレワーク'],
    ['有休', '年次有給休暇の取得促進'],
    ['てれわーく', 'テレワーク'],
    ['ﾌﾚｯｸｽ', 'フレックスタイム制'],
    ['フレツクス', 'フレックスタイム制'],
    ['高崎', '有限会社髙﨑工務店'],
    ['吉野', '𠮷野食堂'],
    ['𠮷野', '吉野食堂'],
    ['㈱みのり', '株式会社みのりソフト'],
    ['みのりソフト（株）', '株式会社みのりソフト'],
    ['株式会社　みのり', '株式会社みのりソフト'],
    ['ミノリソフト', '株式会社みのりソフト'],
    ['製造 テレワーク', '製造業のテレワーク'],
    ['サーバー', 'サーバの運用'],
    ['ワークライフバランス', 'ワーク・ライフ・バランスの実現'],
    ['第12号', '第12号'],
    ['休', '休暇'],
    ['SDGs', 'ＳＤＧｓの達成'],
    ['100%', '有休の取得率100%'],
    ['', '何でも'],
    ['・', '何でも']
  ])('%s finds %s', (typed, text) => {
    expect(finds(typed, text)).toBe(true)
  })

  it.each([
    ['残業', '休暇の取得促進'],
    ['東京', '京都と東の町'],
    ['ビル', 'ビール'],
    ['製造 テレワーク', '製造業'],
    ['100%', '取得率100'],
    ['.*', '何でも'],
    ['%', '何でも'],
    ['_', '何でも'],
    ["' or 1=1 --", '何でも'],
    ['🍎', 'りんご'],
    ['業務効', '業務の効率化'],
    ['園学', '学園']
  ])('%s does not find %s', (typed, text) => {
    expect(finds(typed, text)).toBe(false)
  })

  it('is read whatever was typed, and never asks for too much', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 400 })), (text) => {
        const { typed, words } = readSearch(text)
        expect([...typed].length).toBeLessThanOrEqual(longestSearch)
        expect(typed).not.toContain('\u0000')
        expect(words.length).toBeLessThanOrEqual(8)
        for (const { alternatives } of words) {
          expect(alternatives.length).toBeLessThanOrEqual(16)
          expect(alternatives.every((one) => one !== '' && one.isWellFormed())).toBe(true)
        }
      })
    )
  })

  it('finds every text by any part of it, whatever the part', () => {
    const text = '業務の自動化で長時間労働の抑制に力を入れ𠮷野テレワーク緑ヶ丘ＲＰＡ'
    const characters = [...text]
    fc.assert(
      fc.property(fc.nat(characters.length - 1), fc.integer({ min: 1, max: 20 }), (from, length) => {
        expect(finds(characters.slice(from, from + length).join(''), text)).toBe(true)
      })
    )
  })

  it('says when it was cut, and when there is nothing to search for', () => {
    expect(readSearch('あ'.repeat(10_000))).toMatchObject({ isCut: true, isEmpty: false })
    expect(readSearch('一 二 三 四 五 六 七 八 九').isCut).toBe(true)
    expect(readSearch('　・　').isEmpty).toBe(true)
    expect(readSearch('')).toMatchObject({ isCut: false, isEmpty: false, words: [] })
  })
})
