import { describe, expect, it } from 'vitest'
import { normaliseWebsite } from '../../src/companies/contact-details.ts'

describe('a web address', () => {
  it.each([
    ['www.example.jp', 'https://www.example.jp'],
    ['ＨＴＴＰ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ', 'http://example.jp/a'],
    ['', ''],
    ['ftp://example.jp/', null],
    ['https://user@example.jp/', null],
    ['https://localhost/', null],
    ['株式会社あさか製作所', null]
  ])('is read from %j as %j', (typed, kept) => expect(normaliseWebsite(typed)).toBe(kept))

  it('with a long Japanese path is kept, and may be saved again as it was kept', () => {
    const kept = normaliseWebsite(`https://example.jp/${'採用情報'.repeat(30)}`) ?? ''
    expect(kept.length).toBeGreaterThan(1000)
    expect(normaliseWebsite(kept)).toBe(kept)
  })

  it('is none where it is longer than browsers and mails carry', () => {
    expect(normaliseWebsite(`https://example.jp/${'採用情報'.repeat(60)}`)).toBeNull()
  })
})
