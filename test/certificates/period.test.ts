import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificationPeriod, NotACalendarDateError, nextPeriod } from '../../src/certificates/period.ts'

const day = 86_400_000
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const two = (value: number) => String(value).padStart(2, '0')

/** Every day from 2020-01-01 to 2028-12-31: the leap days 2020, 2024 and 2028 and every month end among them. */
const startDays = Array.from({ length: 3288 }, (_, index) =>
  new Date(Date.UTC(2020, 0, 1) + index * day).toISOString().slice(0, 10)
)

/** Article 143 told by hand, without a date library: the oracle. */
const endByHand = (startsOn: string, years: number): string => {
  const year = Number(startsOn.slice(0, 4)) + years
  const month = Number(startsOn.slice(5, 7))
  const dayOfMonth = Number(startsOn.slice(8, 10))
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const length = (of: number) => lengths[of - 1] ?? Number.NaN
  if (dayOfMonth > length(month)) return `${year}-${two(month)}-${two(length(month))}`
  if (dayOfMonth > 1) return `${year}-${two(month)}-${two(dayOfMonth - 1)}`
  return month === 1 ? `${year - 1}-12-31` : `${year}-${two(month - 1)}-${two(length(month - 1))}`
}

describe('certificationPeriod', () => {
  it.each([
    ['2021-01-16', '2024-01-15'],
    ['2021-01-01', '2023-12-31'],
    ['2021-02-28', '2024-02-27'],
    ['2021-03-01', '2024-02-29'],
    ['2024-02-29', '2027-02-28'],
    ['2024-03-01', '2027-02-28'],
    ['2023-03-31', '2026-03-30']
  ])('of three years from %s ends on %s, which still belongs to it', (startsOn, endsOn) => {
    expect(certificationPeriod(startsOn)).toEqual({ startsOn, endsOn })
  })

  it('keeps the leap day where the last year has it', () => {
    expect(certificationPeriod('2024-02-29', 4).endsOn).toBe('2028-02-28')
    expect(certificationPeriod('2096-02-29', 4).endsOn).toBe('2100-02-28')
  })

  it('agrees with Article 143 told by hand on every day of nine years', () => {
    for (const startsOn of startDays) {
      for (const years of [1, 2, 3, 4, 5]) {
        expect(certificationPeriod(startsOn, years).endsOn, `${startsOn} + ${years}`).toBe(endByHand(startsOn, years))
      }
    }
  })

  it('is as long as its years, with 365 or 366 days each', () => {
    fc.assert(
      fc.property(fc.constantFrom(...startDays), fc.integer({ min: 1, max: 20 }), (startsOn, years) => {
        const { endsOn } = certificationPeriod(startsOn, years)
        const days = (Date.parse(endsOn) - Date.parse(startsOn)) / day + 1
        const leapDays = Math.ceil(years / 4)
        expect(days).toBeGreaterThanOrEqual(365 * years)
        expect(days).toBeLessThanOrEqual(365 * years + leapDays)
      })
    )
  })

  it('never ends earlier for a later start', () => {
    const ends = startDays.map((startsOn) => certificationPeriod(startsOn).endsOn)
    expect(ends).toEqual([...ends].sort())
  })

  it.each(['', '2024-1-5', '20240105', '2024-02-30', '2023-02-29', '2024-13-01', '2024-01-05T00:00', '令和6年1月5日'])(
    'refuses %j as a start',
    (startsOn) => {
      expect(() => certificationPeriod(startsOn)).toThrow(NotACalendarDateError)
    }
  )

  it.each([0, -1, 1.5, Number.NaN])('refuses %d years', (years) => {
    expect(() => certificationPeriod('2024-01-05', years)).toThrow(RangeError)
  })
})

describe('nextPeriod', () => {
  it('begins on the day after the previous end', () => {
    expect(nextPeriod({ startsOn: '2021-01-16', endsOn: '2024-01-15' })).toEqual({
      startsOn: '2024-01-16',
      endsOn: '2027-01-15'
    })
  })

  it('leaves no gap and no overlap, whatever day the first period began', () => {
    for (const startsOn of startDays) {
      const first = certificationPeriod(startsOn)
      const second = nextPeriod(first)
      expect(Date.parse(second.startsOn) - Date.parse(first.endsOn), startsOn).toBe(day)
    }
  })

  it('refuses a previous end that is not a date', () => {
    expect(() => nextPeriod({ startsOn: '2021-01-16', endsOn: '2024-02-30' })).toThrow(NotACalendarDateError)
  })
})
