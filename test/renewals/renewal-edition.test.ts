import { describe, expect, it } from 'vitest'
import { renewalEdition } from '../../src/renewals/renewal-edition.ts'

describe('the sheet of a renewal', () => {
  it.each([
    ['asaka-2020', '2024-03-31', 1, 'asaka-2020'],
    ['asaka-2020', '2024-04-01', 1, 'asaka-2023'],
    ['asaka-2020', '2023-04-01', 1, 'asaka-2020'],
    ['asaka-2020', '2023-04-01', 0, 'asaka-2023'],
    ['asaka-2020', '2025-03-31', 2, 'asaka-2020'],
    ['asaka-2020', '2025-04-01', 2, 'asaka-2023'],
    ['asaka-2023', '2023-04-01', 1, 'asaka-2023'],
    ['asaka-2023', '2026-11-21', 9, 'asaka-2023']
  ] as const)('of %s begun on %s, with %d years of grace, is %s', (last, begunOn, oldEditionYears, expected) => {
    expect(renewalEdition(last, begunOn, { oldEditionYears })).toBe(expected)
  })
})
