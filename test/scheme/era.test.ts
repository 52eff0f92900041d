import { describe, expect, it } from 'vitest'
import { eraDateOf, kanjiDate } from '../../src/scheme/era.ts'

describe('eraDateOf', () => {
  it.each([
    ['2019-05-01', '令和', 1],
    ['2019-04-30', '平成', 31],
    ['1989-01-08', '平成', 1],
    ['1989-01-07', '昭和', 64],
    ['1926-12-25', '昭和', 1],
    ['1926-12-24', '大正', 15],
    ['1912-07-29', '明治', 45]
  ])('%s lies in %s, year %i', (date, era, year) => {
    expect(eraDateOf(date)).toMatchObject({ era, year })
  })

  it.each(['2024-02-30', 'today', '1800-01-01'])('refuses %s', (date) => {
    expect(() => eraDateOf(date)).toThrow(RangeError)
  })

  it('agrees with the Japanese calendar of Intl on every day around the turn of an era', () => {
    const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' })
    for (const from of ['1988-12-01', '2019-04-01']) {
      for (let index = 0; index < 90; index++) {
        const instant = new Date(Date.parse(from) + index * 86_400_000)
        const parts = Object.fromEntries(intl.formatToParts(instant).map(({ type, value }) => [type, value]))
        const { era, year } = eraDateOf(instant.toISOString().slice(0, 10))
        expect([era, year === 1 ? '元' : String(year)]).toEqual([parts.era, parts.year])
      }
    }
  })
})

describe('kanjiDate', () => {
  it.each([
    ['2027-01-16', '令和九年一月十六日'],
    ['2030-01-15', '令和十二年一月十五日'],
    ['2028-10-10', '令和十年十月十日'],
    ['2019-12-23', '令和元年十二月二十三日'],
    ['2038-11-20', '令和二十年十一月二十日'],
    ['2019-04-30', '平成三十一年四月三十日'],
    ['1989-01-07', '昭和六十四年一月七日']
  ])('writes %s as %s', (date, written) => {
    expect(kanjiDate(date)).toBe(written)
  })
})
