import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isKatakana, toFullWidthKatakana } from '../../src/companies/kana.ts'

describe('a reading', () => {
  it.each([
    ['ｶﾌﾞｼｷｶﾞｲｼｬ ｱｻｶ', 'カブシキガイシャ アサカ', 'half-width, voiced marks joined'],
    ['かぶしきがいしゃ　あさか', 'カブシキガイシャ アサカ', 'hiragana, full-width space'],
    ['ハ゛ス', 'バス', 'a voicing mark that stands alone'],
    ['は゜ん', 'パン', 'a half-voiced mark that stands alone'],
    ['ス-ハ゜-', 'スーパー', 'hyphens for long vowels'],
    ['データ−センター', 'データーセンター', 'a minus sign for a long vowel'],
    ['ヴィレッジ・ﾎｰﾑ', 'ヴィレッジ・ホーム', 'middle dot'],
    ['  アサカ   \t ショウジ ', 'アサカ ショウジ', 'spaces'],
    ['いすゞ', 'イスヾ', 'an iteration mark']
  ])('%s becomes %s (%3$s)', (typed, kept) => {
    expect(toFullWidthKatakana(typed)).toBe(kept)
    expect(isKatakana(kept)).toBe(true)
  })

  it.each(['朝霞', 'ＡＢＣ', 'ABC商事', 'アサカ123', '', ' ', 'ー', '・アサカ', 'アサカ!', '𠮷ノヤ'])(
    'that is no kana is refused: %j',
    (typed) => expect(isKatakana(toFullWidthKatakana(typed))).toBe(false)
  )

  it('that was normalised does not change again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ｶﾊﾞﾟあはがアパー゛゜-－ 　・ヽ'), maxLength: 12 }), (text) => {
        const once = toFullWidthKatakana(text)
        if (isKatakana(once)) expect(toFullWidthKatakana(once)).toBe(once)
      })
    )
  })
})
