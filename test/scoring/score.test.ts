import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsOf, type Mark, type Marks } from '../../src/checklist/index.ts'
import {
  NotApplicableNotAllowedError,
  type NotApplicableReading,
  score,
  UnknownItemError,
  UnknownMarkError
} from '../../src/scoring/index.ts'
import { checking, checkingAll, edition, everyMarking } from './mark-sets.ts'

const readings: readonly NotApplicableReading[] = ['leaves_denominator', 'counts_as_unchecked']

/** The rule once more, counted by hand and without rounding: at least half of what counts, and not nothing. */
const passesByHand = (marks: Marks, reading: NotApplicableReading): boolean => {
  const list = Object.values(marks)
  const checked = list.filter((mark) => mark === 'checked').length
  const out = reading === 'leaves_denominator' ? list.filter((mark) => mark === 'not_applicable').length : 0
  return checked > 0 && checked + checked >= list.length - out
}

const anyMarks: fc.Arbitrary<Marks> = fc.record(
  Object.fromEntries(
    itemsOf(edition).map(({ code, allowsNotApplicable }) => [
      code,
      fc.constantFrom<Mark>('checked', 'unchecked', ...(allowsNotApplicable ? ['not_applicable' as const] : []))
    ])
  )
)

describe.each(readings)('a category, reading 「-」 as %s', (reading) => {
  it.each(edition.categories.map((category) => [category.number, category] as const))(
    'number %i passes exactly when half of what counts is checked, in every combination of marks',
    (number, category) => {
      for (const marks of everyMarking(category.items)) {
        const verdict = score(edition, { marks, reading }).categories[number - 1]
        expect(verdict?.passed, JSON.stringify(marks)).toBe(passesByHand(marks, reading))
        expect(verdict?.checked).toBe(Object.values(marks).filter((mark) => mark === 'checked').length)
      }
    }
  )
})

describe('the standard', () => {
  const passing = edition.categories.map(({ items }) => items.slice(0, Math.ceil(items.length / 2)))
  const failing = edition.categories.map(({ items }) => items.slice(0, Math.ceil(items.length / 2) - 1))

  it('is met by three or more passed categories and by no fewer, in all 128 combinations', () => {
    for (let combination = 0; combination < 2 ** 7; combination += 1) {
      const passes = edition.categories.map((_, index) => Math.floor(combination / 2 ** index) % 2 === 1)
      const items = passes.flatMap((pass, index) => (pass ? passing : failing)[index] ?? [])
      const verdict = score(edition, { marks: checking(...items.map(({ code }) => code)) })
      const numbers = passes.flatMap((pass, index) => (pass ? [index + 1] : []))
      expect(verdict.passedCategoryNumbers).toEqual(numbers)
      expect(verdict.passedCategories).toBe(numbers.length)
      expect(verdict.meetsStandard).toBe(numbers.length >= 3)
    }
  })

  it('needs 1, 2, 2, 3, 2, 2 and 1 checks, and three categories', () => {
    const verdict = score(edition, { marks: {} })
    expect(verdict.categories.map(({ needed }) => needed)).toEqual([1, 2, 2, 3, 2, 2, 1])
    expect(verdict.categories.map(({ missing }) => missing)).toEqual([1, 2, 2, 3, 2, 2, 1])
    expect(verdict.requiredCategories).toBe(3)
    expect(verdict.meetsStandard).toBe(false)
  })

  it('is met by four checks of 23 at the cheapest', () => {
    expect(score(edition, { marks: checking('1-1', '7-2', '2-2', '2-3') }).meetsStandard).toBe(true)
  })
})

describe('a verdict', () => {
  it('loses no passed category and not the standard by a further check', () => {
    fc.assert(
      fc.property(
        anyMarks,
        fc.constantFrom(...itemsOf(edition)),
        fc.constantFrom(...readings),
        (marks, { code }, reading) => {
          fc.pre(marks[code] !== 'not_applicable')
          const before = score(edition, { marks, reading })
          const after = score(edition, { marks: { ...marks, [code]: 'checked' }, reading })
          expect(after.passedCategoryNumbers).toEqual(expect.arrayContaining([...before.passedCategoryNumbers]))
          expect(!before.meetsStandard || after.meetsStandard).toBe(true)
        }
      )
    )
  })

  it('does not depend on the order of the marks', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const backwards = Object.fromEntries(Object.entries(marks).toReversed())
        expect(score(edition, { marks: backwards })).toEqual(score(edition, { marks }))
      })
    )
  })

  it('takes a missing item as unchecked', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const given = Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== 'unchecked'))
        expect(score(edition, { marks: given })).toEqual(score(edition, { marks }))
      })
    )
  })

  it('leaves 「-」 out of what counts unless told otherwise', () => {
    const marks: Marks = { '4-3': 'not_applicable', '4-4': 'not_applicable' }
    expect(score(edition, { marks }).categories[3]).toMatchObject({ counted: 3, needed: 2 })
    expect(score(edition, { marks, reading: 'counts_as_unchecked' }).categories[3]).toMatchObject({
      counted: 5,
      needed: 3
    })
  })

  it('passes no category in which nothing counts', () => {
    const only = {
      ...edition,
      categories: edition.categories.map((category) => ({
        ...category,
        items: category.items.filter(({ allowsNotApplicable }) => allowsNotApplicable)
      }))
    }
    const verdict = score(only, { marks: { '4-3': 'not_applicable', '4-4': 'not_applicable' } })
    expect(verdict.categories[3]).toMatchObject({ counted: 0, needed: 1, passed: false })
    expect(verdict.passedCategories).toBe(0)
  })

  it('passes everything when everything is checked', () => {
    expect(score(edition, { marks: checkingAll(edition) })).toMatchObject({ meetsStandard: true, passedCategories: 7 })
  })
})

describe('marks that no sheet can hold', () => {
  it.each(['4-6', '0-1', '', 'toString', '１-1'])('are refused: an item %j', (code) => {
    expect(() => score(edition, { marks: { [code]: 'checked' } })).toThrow(UnknownItemError)
    expect(() => score(edition, { marks: { [code]: 'unchecked' } })).toThrow(expect.objectContaining({ code }))
  })

  it.each(
    itemsOf(edition)
      .filter(({ allowsNotApplicable }) => !allowsNotApplicable)
      .map(({ code }) => code)
  )('are refused: 「-」 at %s', (code) => {
    const act = () => score(edition, { marks: { [code]: 'not_applicable' } })
    expect(act).toThrow(NotApplicableNotAllowedError)
    expect(act).toThrow(expect.objectContaining({ code }))
  })

  it('are refused: a mark that does not exist', () => {
    const marks: Marks = JSON.parse('{"1-1":"yes"}')
    expect(() => score(edition, { marks })).toThrow(UnknownMarkError)
  })
})
