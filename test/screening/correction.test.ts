import { describe, expect, it } from 'vitest'
import { deadlineProblem } from '../../src/screening/correction.ts'

describe('the deadline of a correction', () => {
  it.each([
    ['2026-11-20', '期限は明日以降の日付にしてください'],
    ['2026-11-21', '期限は明日以降の日付にしてください'],
    ['2026-11-22', null],
    ['2027-11-22', null],
    ['2027-11-23', '期限は1年以内の日付にしてください']
  ])('%s, set on 2026-11-21: %s', (deadline, problem) => {
    expect(deadlineProblem(deadline, '2026-11-21')).toBe(problem)
  })
})
