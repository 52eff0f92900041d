import { describe, expect, it } from 'vitest'
import { dateOf } from '../../src/platform/clock.ts'

describe('dateOf', () => {
  it.each([
    ['2024-01-14T14:59:59.999Z', '2024-01-14'],
    ['2024-01-14T15:00:00.000Z', '2024-01-15'],
    ['2024-02-29T15:00:00.000Z', '2024-03-01']
  ])('turns the day at midnight in Tokyo: %s is %s', (instant, date) => {
    expect(dateOf(new Date(instant))).toBe(date)
  })
})
