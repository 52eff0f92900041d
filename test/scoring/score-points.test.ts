import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions, itemsOf, type PointsEdition } from '../../src/checklist/index.ts'
import { NotApplicableNotAllowedError, score } from '../../src/scoring/index.ts'
import { checking, checkingAll } from './mark-sets.ts'

const sheet = editions['asaka-2020']
const withPassMark = (passMark: number): PointsEdition => ({ ...sheet, passMark })
const pointsOf = (...codes: readonly string[]) => score(sheet, { marks: checking(...codes) }).points
const categoryPoints = (number: number, ...codes: readonly string[]) =>
  score(sheet, { marks: checking(...codes) }).categories[number - 1]?.points

describe('the points of the 2020 sheet', () => {
  it.each([
    [['3-2'], 2],
    [['3-1'], 4],
    [['4-3', '4-4', '5-1', '6-7'], 14],
    [[], 0]
  ])('are known where the ☆ are known: %j is worth %i', (codes, earned) => {
    expect(pointsOf(...codes)).toMatchObject({ earned, atLeast: earned, atMost: earned, unknownCodes: [] })
  })

  it('are unknown, not zero, where the scan lost the ☆', () => {
    expect(pointsOf('1-1', '3-2')).toMatchObject({ earned: null, atLeast: 4, atMost: 6, unknownCodes: ['1-1'] })
  })

  it.each([
    [1, ['1-1'], 2, 4],
    [1, ['1-1', '1-2', '1-3'], 6, 8],
    [2, ['2-1', '2-2'], 4, 8],
    [2, ['2-1', '2-2', '2-3'], 8, 12],
    [2, ['2-1', '2-2', '2-3', '2-4'], 12, 14]
  ])(
    'lie, in category %i with %j, between what the printed total allows: %i to %i',
    (number, codes, atLeast, atMost) => {
      expect(categoryPoints(number, ...codes)).toMatchObject({ earned: null, atLeast, atMost })
    }
  )

  it('are the printed total where a whole category is checked, lost ☆ or not', () => {
    const verdict = score(sheet, { marks: checkingAll(sheet) })
    expect(verdict.categories.map(({ points }) => points.earned)).toEqual([10, 16, 18, 26, 12, 18])
    expect(verdict.points).toMatchObject({ earned: 100, max: 100 })
  })

  it('never fall by a further check', () => {
    const codes = itemsOf(sheet).map(({ code }) => code)
    fc.assert(
      fc.property(fc.subarray(codes), fc.constantFrom(...codes), (some, further) => {
        const before = pointsOf(...some)
        const after = pointsOf(...some, further)
        expect(after.atLeast).toBeGreaterThanOrEqual(before.atLeast)
        expect(after.atMost).toBeGreaterThanOrEqual(before.atMost)
      })
    )
  })
})

describe('the standard of the 2020 sheet', () => {
  it('is not determined without a pass mark, even with all points', () => {
    expect(score(sheet, { marks: checkingAll(sheet) }).meetsStandard).toBeNull()
    expect(score(sheet, { marks: {} }).meetsStandard).toBeNull()
  })

  it.each([
    [4, true],
    [5, null],
    [6, null],
    [7, false]
  ])('with a pass mark of %i, 4 to 6 points give %s', (passMark, meetsStandard) => {
    expect(score(withPassMark(passMark), { marks: checking('1-1', '3-2') }).meetsStandard).toBe(meetsStandard)
  })

  it('passes no categories, since it has no such rule', () => {
    const verdict = score(sheet, { marks: checkingAll(sheet) })
    expect(verdict).toMatchObject({ rule: 'points', passedCategories: null, requiredCategories: null })
    expect(verdict.categories[0]).toMatchObject({ checked: 4, counted: 4, needed: null, passed: null })
  })

  it('knows no 「-」', () => {
    expect(() => score(sheet, { marks: { '4-5': 'not_applicable' } })).toThrow(NotApplicableNotAllowedError)
  })
})
