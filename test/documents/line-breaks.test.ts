import { describe, expect, it } from 'vitest'
import { breakQualities, graphemesOf, phrasesOf } from '../../src/documents/line-breaks.ts'
import { sevenTitles } from '../support/certificates.ts'

it.each([
  ['長時間労働の抑制', '長時間労働の/抑制'],
  ['経営者の理念表明と推進体制', '経営者の/理念表明と/推進体制'],
  ['多様な働き方の推進', '多様な/働き方の/推進'],
  ['働きやすい職場づくりの推進', '働きやすい/職場づくりの/推進'],
  ['地域・社会貢献活動', '地域・/社会貢献活動'],
  ['SDGs達成に向けた取組', 'SDGs/達成に/向けた取組'],
  ['朝霞市ワーク・ライフ', '朝霞市/ワーク・/ライフ']
])('%s is read as %s', (text, phrases) => {
  expect(phrasesOf(text).join('/')).toBe(phrases)
})

it('loses nothing of any title', () => {
  for (const title of sevenTitles) expect(phrasesOf(title).join('')).toBe(title)
  expect(phrasesOf('')).toEqual([])
})

describe('breakQualities', () => {
  const qualityBefore = (text: string, grapheme: string) => {
    const graphemes = graphemesOf(text)
    return breakQualities(graphemes)[graphemes.indexOf(grapheme)]
  }

  it.each([
    ['あ。い', '。'],
    ['キャン', 'ャ'],
    ['バー', 'ー'],
    ['（株）', '株'],
    ['（株）', '）'],
    ['時々', '々'],
    ['ab', 'b'],
    ['12', '2'],
    ['朝 霞', ' ']
  ])('in %s no line may end before %s', (text, grapheme) => {
    expect(qualityBefore(text, grapheme)).toBe('never')
  })

  it.each([
    ['株式会社朝霞', '朝', 'space'],
    ['朝霞合同会社', '合', 'space'],
    ['朝霞 工業', '工', 'space'],
    ['朝霞フーズ', 'フ', 'natural'],
    ['朝霞工業', '工', 'possible'],
    ['ロジス', 'ジ', 'poor'],
    ['吉𠮷工業', '𠮷', 'possible']
  ])('in %s a line end before %s is rated %s', (text, grapheme, quality) => {
    expect(qualityBefore(text, grapheme)).toBe(quality)
  })
})
