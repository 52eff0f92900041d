import { describe, expect, it } from 'vitest'
import { lastClosingOver, lastDayOfFiscalYears, lastDayOfYears, lastDayOver } from '../../src/privacy/retention-days.ts'
import { addDays } from '../../src/scheme/calendar.ts'

describe('years from a day', () => {
  it.each([
    ['2026-11-21', 1, '2027-11-21'],
    ['2026-12-31', 1, '2027-12-31'],
    ['2028-02-28', 1, '2029-02-28'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2027-02-28', 1, '2028-02-29'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-03-31', 3, '2029-03-31']
  ])('%s and %i more end on %s', (on, years, end) => {
    expect(lastDayOfYears(on, years)).toBe(end)
  })

  it('are over on the next day and not before, on every day around three ends of February', () => {
    const days = ['2024', '2025', '2028'].flatMap((year) =>
      Array.from({ length: 8 }, (_, index) => addDays(`${year}-02-25`, index))
    )
    for (const today of days) {
      const over = lastDayOver(today, 1)
      expect(lastDayOfYears(over, 1) < today).toBe(true)
      expect(lastDayOfYears(addDays(over, 1), 1) >= today).toBe(true)
    }
  })
})

describe('fiscal years of a document', () => {
  it.each([
    ['2026-04-01', '2032-03-31'],
    ['2026-11-21', '2032-03-31'],
    ['2027-03-31', '2032-03-31'],
    ['2027-04-01', '2033-03-31']
  ])('of a case closed on %s end on %s', (closed, end) => {
    expect(lastDayOfFiscalYears(closed, 5)).toBe(end)
    expect(closed <= lastClosingOver(end, 5)).toBe(false)
    expect(closed <= lastClosingOver(addDays(end, 1), 5)).toBe(true)
  })
})
