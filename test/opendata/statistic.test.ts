import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions } from '../../src/checklist/index.ts'
import { statisticsOf } from '../../src/opendata/statistic.ts'
import { addDays, fiscalYearOf } from '../../src/scheme/calendar.ts'
import { type CertifiedPeriod, indicatorYears } from '../../src/scheme/indicator.ts'

const on = '2026-11-21'
const edition = editions['asaka-2023']

const of = (periods: readonly CertifiedPeriod[]) =>
  statisticsOf({ indicator: indicatorYears([], periods, on), periods, entries: [], on }, edition)

const period = (certificationId: string, startsOn: string): CertifiedPeriod => ({
  certificationId,
  startsOn,
  endsOn: addDays(startsOn, 1094),
  endedOn: null
})

const periods = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: -2500, max: 200 }))
    .map(([id, day]) => period(String(id), addDays(on, day))),
  { maxLength: 20 }
)

describe('the new certifications', () => {
  it('count a certification in the fiscal year in which it began, renewals in none', () => {
    const rows = of([period('1', '2021-03-31'), period('1', '2024-04-01'), period('2', '2021-04-01')])
    expect(
      rows
        .filter(({ code, value }) => code === 'newly_certified' && value > 0)
        .map(({ fiscalYear, value, on: day }) => [fiscalYear, value, day])
    ).toEqual([
      [2020, 1, '2021-03-31'],
      [2021, 1, '2022-03-31']
    ])
  })

  it('add up to everybody who was ever certified, in years without a gap up to the present', () => {
    fc.assert(
      fc.property(periods, (some) => {
        const rows = of(some).filter(({ code }) => code === 'newly_certified')
        const begun = new Set(
          some.filter(({ startsOn }) => startsOn <= on).map(({ certificationId }) => certificationId)
        )
        expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe(begun.size)
        rows.forEach(({ fiscalYear }, index) => {
          expect(fiscalYear).toBe((rows[0]?.fiscalYear ?? 0) + index)
        })
        expect(rows.at(-1)).toMatchObject({ fiscalYear: fiscalYearOf(on), on })
      })
    )
  })
})

it('names every figure once', () => {
  fc.assert(
    fc.property(periods, (some) => {
      const names = of(some).map(({ code, fiscalYear, classCode }) => `${code} ${fiscalYear} ${classCode}`)
      expect(new Set(names).size).toBe(names.length)
    })
  )
})
