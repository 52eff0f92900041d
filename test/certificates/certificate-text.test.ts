import { describe, expect, it } from 'vitest'
import { certificateText } from '../../src/certificates/certificate-text.ts'
import { certificateInput } from '../support/certificates.ts'

const bodyOf = (parts = {}) =>
  certificateText(certificateInput(parts))
    .body.map(({ text, spaced }) => (spaced ? ` ${text}` : text))
    .join('')
    .trim()

describe('the body of a certificate', () => {
  it('names the categories that passed, parted by spaces', () => {
    expect(bodyOf()).toBe(
      '貴社は 仕事と生活の調和の実現に向けて 長時間労働の抑制 休暇の取得促進 地域・社会貢献活動に積極的に取り組まれていることから 朝霞市ワーク・ライフ・グッドバランス企業として認定します'
    )
  })

  it('praises the workplace where an edition does not judge by category', () => {
    expect(bodyOf({ passedCategoryTitles: [] })).toBe(
      '貴社は 仕事と生活の調和の実現に向けて 働きやすい職場づくりに積極的に取り組まれていることから 朝霞市ワーク・ライフ・グッドバランス企業として認定します'
    )
  })

  it('says of a renewal that it goes on', () => {
    const renewed = bodyOf({ renewalCount: 1 })
    expect(renewed).toContain('向けて 引き続き 長時間労働の抑制')
    expect(renewed).toMatch(/朝霞市ワーク・ライフ・グッドバランス企業の認定を更新します$/)
  })

  it('has no punctuation', () => {
    expect(bodyOf()).not.toMatch(/[、。，．]/)
  })
})

describe('the name on a certificate', () => {
  const nameOf = (companyName: string) => certificateText(certificateInput({ companyName })).companyName

  it('joins marks to their kana, trims, and makes odd spaces plain', () => {
    expect(nameOf(' ハ\u309aンか\u3099\u00a0Cafe\u0301 ')).toBe('パンが Café')
  })

  it.each(['髙﨑', '\ufa19社', '𠮷野', '株式会社　朝霞'])('leaves %s in the form that was registered', (name) => {
    expect(nameOf(name)).toBe(name)
  })
})

it('writes dates in kanji numerals and the number in figures', () => {
  const text = certificateText(certificateInput({ number: 108 }))
  expect(text.number).toBe('第 108 号')
  expect(text.period).toBe('令和九年一月十六日から令和十二年一月十五日まで')
  expect(text.issuedOn).toBe('令和九年一月十六日')
})
