import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsOf, type Mark, type Marks } from '../../src/checklist/index.ts'
import { describeShortestWay, type NotApplicableReading, score, shortestWay } from '../../src/scoring/index.ts'
import { checking, edition } from './mark-sets.ts'

const anyMarks: fc.Arbitrary<Marks> = fc.record(
  Object.fromEntries(
    itemsOf(edition).map(({ code, allowsNotApplicable }) => [
      code,
      // Mostly unchecked, or nearly every sheet would meet the standard already.
      fc.oneof(
        { weight: 3, arbitrary: fc.constant<Mark>('unchecked') },
        { weight: 1, arbitrary: fc.constantFrom<Mark>('checked', allowsNotApplicable ? 'not_applicable' : 'checked') }
      )
    ])
  )
)
const anyReading = fc.constantFrom<NotApplicableReading>('leaves_denominator', 'counts_as_unchecked')

/** The least number of further checks, found by trying every number of checks in every category. */
const leastByTrying = (marks: Marks, reading: NotApplicableReading): number => {
  const prices = edition.categories.map(({ number, items }) => {
    const open = items.filter(({ code }) => (marks[code] ?? 'unchecked') === 'unchecked').map(({ code }) => code)
    for (let further = 0; further <= open.length; further += 1) {
      const tried = { ...marks, ...checking(...open.slice(0, further)) }
      if (score(edition, { marks: tried, reading }).passedCategoryNumbers.includes(number)) return further
    }
    return Number.POSITIVE_INFINITY
  })
  let least = Number.POSITIVE_INFINITY
  for (let combination = 0; combination < 2 ** prices.length; combination += 1) {
    const chosen = prices.filter((_, index) => Math.floor(combination / 2 ** index) % 2 === 1)
    if (chosen.length >= 3)
      least = Math.min(
        least,
        chosen.reduce((sum, price) => sum + price, 0)
      )
  }
  return least
}

describe('the shortest way', () => {
  it('meets the standard when it is gone', () => {
    fc.assert(
      fc.property(anyMarks, anyReading, (marks, reading) => {
        const { steps } = shortestWay(edition, { marks, reading })
        const further = steps.flatMap(({ candidates, missing }) => candidates.slice(0, missing))
        expect(score(edition, { marks: { ...marks, ...checking(...further) }, reading }).meetsStandard).toBe(true)
      })
    )
  })

  it('is as short as can be', () => {
    fc.assert(
      fc.property(anyMarks, anyReading, (marks, reading) => {
        expect(shortestWay(edition, { marks, reading }).total).toBe(leastByTrying(marks, reading))
      })
    )
  })

  it('is four checks from an empty sheet, the cheapest categories first', () => {
    const way = shortestWay(edition, { marks: {} })
    expect(way.total).toBe(4)
    expect(way.steps.map(({ categoryNumber, missing }) => [categoryNumber, missing])).toEqual([
      [1, 1],
      [7, 1],
      [2, 2]
    ])
    expect(way.steps[0]?.candidates).toEqual(['1-1', '1-2'])
  })

  it('offers no item with 「-」', () => {
    const marks: Marks = { ...checking('1-1', '7-1', '4-1'), '4-3': 'not_applicable' }
    expect(shortestWay(edition, { marks }).steps).toMatchObject([
      { categoryNumber: 4, candidates: ['4-2', '4-4', '4-5'] }
    ])
  })

  it('is empty when the standard is met', () => {
    const met = shortestWay(edition, { marks: checking('1-1', '7-1', '2-2', '2-3') })
    expect(met).toEqual({ total: 0, steps: [] })
    expect(describeShortestWay(met)).toBe('認定基準を満たしています')
  })

  it.each([
    [checking('1-1', '2-2', '2-3'), '「地域・社会貢献活動」であと1項目'],
    [checking('1-1'), '「地域・社会貢献活動」であと1項目、「長時間労働の抑制」であと2項目']
  ])('is said in words', (marks, words) => {
    expect(describeShortestWay(shortestWay(edition, { marks }))).toBe(words)
  })
})
