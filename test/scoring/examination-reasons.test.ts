import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, editions, type Marks } from '../../src/checklist/index.ts'
import {
  type Comparable,
  type ComparisonOptions,
  compare,
  type ExaminationReason,
  isUnchanged,
  type NotApplicableReading
} from '../../src/scoring/index.ts'
import { anySheet, emptySheet } from '../checklist/answered-sheets.ts'
import { checking, checkingAll, edition } from './mark-sets.ts'
import { anySide, body, goodSide } from './sides.ts'

const old = editions['asaka-2020']
const goodOldSide: Comparable = { ...goodSide, marks: checkingAll(old), declarations: {} }
const decided = { ...old, passMark: 60 }

const kindsOf = (before: Comparable, after: Comparable, options: ComparisonOptions = {}) =>
  compare(edition, before, after, options).reasons.map(({ kind }) => kind)

/** Numbers of the categories that pass, counted out by hand. */
const passing = (marks: Marks, reading: NotApplicableReading): readonly number[] =>
  edition.categories
    .filter(({ items }) => {
      const of = (mark: string) => items.filter(({ code }) => (marks[code] ?? 'unchecked') === mark).length
      const counted = items.length - (reading === 'leaves_denominator' ? of('not_applicable') : 0)
      return of('checked') > 0 && of('checked') * 2 >= counted
    })
    .map(({ number }) => number)

/** The reasons by the words of the guidelines, from the two answers alone. */
const byHand = (before: Comparable, after: Comparable, options: Required<ComparisonOptions>) => {
  const [passedBefore, passedAfter] = [before, after].map(({ marks }) => passing(marks, options.reading))
  const lost = options.carriedOver ? [] : passedBefore?.filter((number) => !passedAfter?.includes(number))
  const [former, present] = [before.body.legalEntityNumber, after.body.legalEntityNumber]
  return {
    'standard-not-met': (passedAfter?.length ?? 0) < 3,
    'category-lost': lost?.length ? lost : false,
    'legal-compliance-gone': !after.declarations.legal_compliance?.declared,
    'legal-entity-changed': former !== present && [former, present],
    'organisation-changed': options.organisationChanged,
    'left-city': !after.body.inCity
  }
}

const asTable = (reasons: readonly ExaminationReason[]) => {
  const find = <K extends ExaminationReason['kind']>(kind: K) =>
    reasons.find((reason): reason is Extract<ExaminationReason, { kind: K }> => reason.kind === kind)
  const entity = find('legal-entity-changed')
  return {
    'standard-not-met': find('standard-not-met') !== undefined,
    'category-lost': find('category-lost')?.numbers ?? false,
    'legal-compliance-gone': find('legal-compliance-gone') !== undefined,
    'legal-entity-changed': entity !== undefined && [entity.before, entity.after],
    'organisation-changed': find('organisation-changed') !== undefined,
    'left-city': find('left-city') !== undefined
  }
}

const anyOptions: fc.Arbitrary<Required<ComparisonOptions>> = fc.record({
  reading: fc.constantFrom('leaves_denominator', 'counts_as_unchecked'),
  carriedOver: fc.boolean(),
  organisationChanged: fc.boolean()
})

describe('the reasons for an examination', () => {
  it('follow from the two answers alone', () => {
    fc.assert(
      fc.property(anySide(edition, 2022), anySide(edition, 2025), anyOptions, (before, after, options) => {
        const { reasons, needsExamination } = compare(edition, before, after, options)
        expect(asTable(reasons)).toEqual(byHand(before, after, options))
        expect(new Set(reasons.map(({ kind }) => kind)).size).toBe(reasons.length)
        expect(needsExamination).toBe(reasons.length > 0)
      }),
      { numRuns: 300 }
    )
  })

  it('are none for a sheet compared with itself that meets the standard, declares and is in the city', () => {
    fc.assert(
      fc.property(anySide(edition, 2022), (side) => {
        const good = { ...side, declarations: goodSide.declarations, body: { ...side.body, inCity: true } }
        const { verdict, needsExamination } = compare(edition, good, good)
        expect(needsExamination).toBe(!verdict.after.meetsStandard)
      })
    )
  })

  it('do not arise from figures, texts and measures', () => {
    fc.assert(
      fc.property(anySheet(edition, 2022), anySheet(edition, 2025), (last, present) => {
        const before = { ...goodSide, evidence: last.evidence }
        expect(kindsOf(before, { ...goodSide, evidence: present.evidence, evaluationYear: 2025 })).toEqual([])
      })
    )
  })

  it('are each found alone, in every combination', () => {
    const lose: readonly [ExaminationReason['kind'], (side: Comparable) => Comparable][] = [
      ['standard-not-met', (side) => ({ ...side, marks: checking('1-1', '2-1', '2-2') })],
      ['legal-compliance-gone', (side) => ({ ...side, declarations: {} })],
      ['legal-entity-changed', (side) => ({ ...side, body: { ...side.body, legalEntityNumber: null } })],
      ['left-city', (side) => ({ ...side, body: { ...side.body, inCity: false } })]
    ]
    for (let combination = 0; combination < 2 ** lose.length; combination += 1) {
      const chosen = lose.filter((_, index) => Math.floor(combination / 2 ** index) % 2 === 1)
      const after = chosen.reduce((side, [, change]) => change(side), goodSide)
      for (const organisationChanged of [false, true]) {
        const expected = [...chosen.map(([kind]) => kind), ...(organisationChanged ? ['organisation-changed'] : [])]
        expect(kindsOf(goodSide, after, { carriedOver: true, organisationChanged }).toSorted()).toEqual(
          expected.toSorted()
        )
      }
    }
  })

  it.each([
    ['7123456789012', '7123456789012', false],
    ['7123456789012', '8000012010038', true],
    [null, '7123456789012', true],
    ['7123456789012', null, true],
    [null, null, false]
  ])('hold a body with number %s that now has %s for another one: %s', (before, after, isOther) => {
    const side = (legalEntityNumber: string | null) => ({ ...goodSide, body: { ...body, legalEntityNumber } })
    expect(kindsOf(side(before), side(after))).toEqual(isOther ? ['legal-entity-changed'] : [])
  })

  it('are none for another name alone, though it is a change', () => {
    const comparison = compare(edition, goodSide, { ...goodSide, body: { ...body, name: '北浦テクノ' } })
    expect(comparison).toMatchObject({ needsExamination: false, body: [{ field: 'name' }] })
    expect(isUnchanged(comparison)).toBe(false)
  })

  it('name the lost categories also where the standard is still met', () => {
    const { '7-1': _, '7-2': __, ...others } = goodSide.marks
    expect(compare(edition, goodSide, { ...goodSide, marks: others }).reasons).toEqual([
      { kind: 'category-lost', numbers: [7] }
    ])
  })

  it('are none for a certification of which nothing is known, renewed in good order', () => {
    const carried = carryOver(emptySheet(old, 2021), edition, 2025)
    const before = { ...carried, evaluationYear: 2025, body }
    expect(kindsOf(before, goodSide, { carriedOver: true })).toEqual([])
    expect(kindsOf(before, goodSide)).toEqual([])
  })

  it('hold a stated change of the organisation for a change', () => {
    expect(isUnchanged(compare(edition, goodSide, goodSide, { organisationChanged: true }))).toBe(false)
  })
})

describe('in the 2020 sheet', () => {
  it('the standard is for a person to decide as long as the pass mark is not set', () => {
    expect(compare(old, goodOldSide, goodOldSide).reasons).toEqual([{ kind: 'standard-undetermined' }])
  })

  it('the standard is judged by the pass mark once it is set', () => {
    expect(compare(decided, goodOldSide, goodOldSide).reasons).toEqual([])
    const poor = { ...goodOldSide, marks: checking('6-7') }
    expect(compare(decided, goodOldSide, poor).reasons).toEqual([{ kind: 'standard-not-met' }])
  })

  it('item 6-7 states that the law is kept', () => {
    const { '6-7': _, ...others } = goodOldSide.marks
    expect(compare(decided, goodOldSide, { ...goodOldSide, marks: others }).reasons).toEqual([
      { kind: 'legal-compliance-gone' }
    ])
  })
})
