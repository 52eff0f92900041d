import { describe, expect, it } from 'vitest'
import { evaluationYearOf, fiscalYearOf } from '../../src/scheme/calendar.ts'

describe('fiscalYearOf', () => {
  it.each([
    ['2023-03-31', 2022],
    ['2023-04-01', 2023],
    ['2023-12-31', 2023],
    ['2024-01-15', 2023]
  ])('%s lies in fiscal year %i', (date, year) => {
    expect(fiscalYearOf(date)).toBe(year)
  })

  it('refuses what is not a date', () => {
    expect(() => fiscalYearOf('today')).toThrow(RangeError)
  })
})

it('asks an application of January 2024 about the years up to 2022', () => {
  expect(evaluationYearOf('2024-01-15')).toBe(2022)
})
