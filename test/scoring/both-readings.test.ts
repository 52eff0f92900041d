import { describe, expect, it } from 'vitest'
import type { Marks } from '../../src/checklist/index.ts'
import { bothReadings } from '../../src/scoring/index.ts'
import { checking, edition, everyMarking } from './mark-sets.ts'

const twoOfFour: Marks = { ...checking('4-1', '4-2'), '4-3': 'not_applicable' }

describe('the two readings of 「-」', () => {
  it('agree where no item has it', () => {
    expect(bothReadings(edition, checking('1-1', '4-1'))).toMatchObject({ differ: false, differingCategories: [] })
  })

  it('part about a category without parting about the standard', () => {
    const readings = bothReadings(edition, twoOfFour)
    expect(readings).toMatchObject({ differ: true, differingCategories: [4], standardDiffers: false })
  })

  it('part about the standard when that category is the third', () => {
    const readings = bothReadings(edition, { ...twoOfFour, ...checking('1-1', '7-1') })
    expect(readings).toMatchObject({ differ: true, differingCategories: [4], standardDiffers: true })
    expect(readings.verdicts.leaves_denominator.meetsStandard).toBe(true)
    expect(readings.verdicts.counts_as_unchecked.meetsStandard).toBe(false)
  })

  it('never let a category pass that counts 「-」 as unchecked and fail one that leaves it out', () => {
    for (const marks of everyMarking(edition.categories.flatMap(({ number, items }) => (number === 4 ? items : [])))) {
      const { verdicts, differingCategories } = bothReadings(edition, marks)
      const passed = (verdict: typeof verdicts.leaves_denominator) => verdict.passedCategoryNumbers.includes(4)
      expect(passed(verdicts.counts_as_unchecked) && !passed(verdicts.leaves_denominator)).toBe(false)
      expect(differingCategories.includes(4)).toBe(
        passed(verdicts.counts_as_unchecked) !== passed(verdicts.leaves_denominator)
      )
    }
  })
})
