import { describe, expect, it } from 'vitest'
import { profileForm } from '../../src/companies/profile-form.ts'
import { parseForm } from '../../src/platform/form.ts'
import { profileFields } from './profiles.ts'

const read = (changes: Readonly<Record<string, unknown>>) => parseForm(profileForm, { ...profileFields, ...changes })

const keptOf = (field: string, typed: string): unknown => {
  const form = read({ [field]: typed })
  if (!form.ok) return form.problems
  return Object.entries(form.value.profile).find(([name]) => name === field)?.[1]
}

const problemsOf = (changes: Readonly<Record<string, unknown>>) => {
  const form = read(changes)
  return form.ok ? [] : form.problems.map(({ field }) => field)
}

describe('what is typed into the profile', () => {
  it('is read whole', () => {
    const { version, ...texts } = profileFields
    expect(read({})).toEqual({
      ok: true,
      value: { profile: { ...texts, employees: 48 }, version: Number(version) }
    })
  })

  it.each([
    ['nameKana', 'ｶﾌﾞｼｷｶﾞｲｼｬ　あさか', 'カブシキガイシャ アサカ'],
    ['legalEntityNumber', '７１２３４５６７８９０１２', '7123456789012'],
    ['legalEntityNumber', ' 7-1234-5678-9012 ', '7123456789012'],
    ['legalEntityNumber', '７ー１２３４ー５６７８ー９０１２', '7123456789012'],
    ['postalCode', '〒３５１－８５０１', '351-8501'],
    ['postalCode', '3518501', '351-8501'],
    ['postalCode', '351ー8501', '351-8501'],
    ['contactPhone', '０４８（４６３）１１１１', '048-463-1111'],
    ['contactPhone', '090 1234 5678', '090-1234-5678'],
    ['contactPhone', '0484631111', '0484631111'],
    ['contactEmail', 'Soumu＠Example.JP', 'soumu@example.jp'],
    ['employees', '１，２３４', 1234],
    ['website', '', ''],
    ['website', 'www.example.jp/会社', 'https://www.example.jp/%E4%BC%9A%E7%A4%BE'],
    ['website', 'HTTP://www.Example.jp/', 'http://www.example.jp'],
    ['name', '合同会社\u200b髙﨑𠮷田\u202e商店', '合同会社髙﨑𠮷田商店'],
    ['address', '朝霞市本町\r\n1-1-1', '朝霞市本町 1-1-1'],
    ['business', '一行目\r\n二行目', '一行目\n二行目']
  ])('%s %j is kept as %j', (field, typed, kept) => expect(keptOf(field, typed)).toBe(kept))

  it('of a sole proprietor has no number', () => {
    const form = read({ legalEntityNumber: '', noLegalEntityNumber: 'yes' })
    expect(form.ok && form.value.profile.legalEntityNumber).toBeNull()
  })
})

describe('what the profile refuses', () => {
  it.each([
    ['name', 'あ'.repeat(61)],
    ['name', '\u200b'],
    ['name', '朝霞\u0000商事'],
    ['nameKana', '朝霞製作所'],
    ['nameKana', 'ＡＢＣ'],
    ['legalEntityNumber', ''],
    ['legalEntityNumber', '712345678901'],
    ['legalEntityNumber', '1123456789012'],
    ['postalCode', '351-850'],
    ['address', '　'],
    ['industry', 'Z'],
    ['industry', ''],
    ['employees', '0'],
    ['employees', '約50'],
    ['employees', '99999999999999999999'],
    ['contactEmail', 'soumu'],
    ['contactPhone', '463-1111'],
    ['contactPhone', '048-463-1111x'],
    ['contactPhone', '()'],
    ['website', 'javascript:alert(1)'],
    ['website', 'ftp://example.jp'],
    ['website', 'https://user:secret@example.jp'],
    ['website', 'localhost'],
    ['website', `https://example.jp/${'a'.repeat(2000)}`],
    ['website', 'https://example.jp/a\u0000b'],
    ['business', 'あ'.repeat(1001)],
    ['culture', '']
  ])('%s %j', (field, typed) => expect(problemsOf({ [field]: typed })).toEqual([field]))

  it('a number together with the box for none', () =>
    expect(problemsOf({ noLegalEntityNumber: 'yes' })).toEqual(['legalEntityNumber']))

  it('a form without any field, once for each', () => {
    const form = parseForm(profileForm, {})
    const fields = form.ok ? [] : form.problems.map(({ field }) => field)
    expect(fields.toSorted()).toEqual(
      Object.keys(profileFields)
        .filter((field) => field !== 'version' && field !== 'website')
        .toSorted()
    )
  })

  it.each(Object.keys(profileFields).filter((field) => field !== 'version' && field !== 'website'))(
    '%s that was sent twice, or with 100,000 characters',
    (field) => {
      expect(problemsOf({ [field]: ['a', 'b'] })).toEqual([field])
      expect(problemsOf({ [field]: 'あ'.repeat(100_000) })).toEqual([field])
    }
  )

  it.each(['', '-1', 'NaN', '1e99', '9999999999999'])('no version: %j counts as none', (version) => {
    const form = read({ version })
    expect(form.ok && form.value.version).toBe(0)
  })

  it.each([
    ['nameKana', 'ABC', 'フリガナはカタカナで入力してください'],
    ['legalEntityNumber', '1123456789012', '国税庁の法人番号公表サイト'],
    ['legalEntityNumber', '', '「法人番号はない（個人事業主）」を選んでください']
  ])('in words that say what to do: %s %j', (field, typed, words) => {
    const form = read({ [field]: typed })
    expect(form.ok ? '' : form.problems[0]?.message).toContain(words)
  })
})
