import { describe, expect, it } from 'vitest'
import { missingParts } from '../../src/applications/completeness.ts'
import type { Answers } from '../../src/applications/sections.ts'
import { editions } from '../../src/checklist/index.ts'
import { cheapestEvidence, cheapestMarks } from '../support/cases.ts'

const complete: Answers = {
  declarations: { legal_compliance: { declared: true, detail: '' } },
  marks: cheapestMarks,
  evidence: cheapestEvidence
}

const missing = (parts: Partial<Answers>) => missingParts(editions['asaka-2023'], { ...complete, ...parts }, 2025)

describe('what is missing before submission', () => {
  it('is nothing for the cheapest whole application', () => {
    expect(missing({})).toEqual([])
  })

  it.each([
    ['not answered', {}],
    ['taken back', { legal_compliance: { declared: false, detail: '' } }]
  ])('is the declaration of legal compliance when it was %s', (_how, declarations) => {
    expect(missing({ declarations })).toMatchObject([{ section: 'declarations', field: 'legal_compliance' }])
  })

  it('is not one of the declarations that only inform', () => {
    expect(missing({ declarations: { ...complete.declarations, kurumin: { declared: true, detail: '' } } })).toEqual([])
  })

  it('is the evidence of a checked item, at its field', () => {
    const { '1-1': _gone, ...evidence } = cheapestEvidence
    expect(missing({ evidence })).toEqual([
      { section: 'category-1', field: '1-1.text', message: '1-1 「理念の概要」を記入してください' }
    ])
  })

  it('is a figure that cannot be read, named once', () => {
    const marks = { ...cheapestMarks, '4-5': 'checked', '4-1': 'checked' } as const
    const evidence = { ...cheapestEvidence, '4-5': { text: '研修' }, '4-1': { men: 'たくさん', women: '2' } }
    const fields = missing({ marks, evidence }).filter(({ field }) => field === '4-1.men')
    expect(fields).toHaveLength(1)
    expect(fields[0]?.message).toMatch(/^4-1 数字で入力してください/)
  })

  it.each(['unchecked', 'not_applicable'] as const)('is no evidence of an item that is %s', (mark) => {
    expect(missing({ marks: { ...cheapestMarks, '4-3': mark } })).toEqual([])
  })

  it('is everything when nothing was checked', () => {
    expect(missing({ marks: { '1-1': 'unchecked' } })).toMatchObject([{ section: 'category-1' }])
  })

  it('is not the standard: an application that falls short may be sent', () => {
    const { '7-2': _one, '1-1': _other, ...marks } = cheapestMarks
    expect(missing({ marks })).toEqual([])
  })
})
