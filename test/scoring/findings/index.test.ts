import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../../src/checklist/index.ts'
import { findingLabels, findings, UnknownItemError } from '../../../src/scoring/index.ts'
import { checking, checkingAll, edition } from '../mark-sets.ts'
import { averages, verdictOf } from './company.ts'

it.each(['1-1', '1-2', '2-2', '2-4', '3-3', '4-5', '5-2', '6-3', '6-4', '7-2'])(
  '%s needs its description, nothing else',
  (code) => {
    expect(verdictOf(code, { text: '実施している' })).toBe('borne_out')
    expect(verdictOf(code, { text: ' \n　' })).toBe('incomplete')
    expect(verdictOf(code, {})).toBe('incomplete')
  }
)

describe('findings', () => {
  const input = { evidence: {}, evaluationYear: 2025, industry: 'E', averages }

  it('say nothing about unchecked items', () => {
    expect(findings(edition, { ...input, marks: {}, evidence: { '1-1': { text: '表明' } } })).toEqual([])
  })

  it('cover all 23 checked items in the order of the paper', () => {
    const codes = findings(edition, { ...input, marks: checkingAll(edition) }).map(({ itemCode }) => itemCode)
    expect(codes).toEqual(itemsOf(edition).map(({ code }) => code))
  })

  it('have a word for each verdict', () => {
    for (const { verdict } of findings(edition, { ...input, marks: checkingAll(edition) })) {
      expect(findingLabels[verdict]).not.toBe('')
    }
  })

  it('refuse marks that no sheet can hold', () => {
    expect(() => findings(edition, { ...input, marks: { '8-1': 'checked' } })).toThrow(UnknownItemError)
  })

  it('are not misled by names that every object has', () => {
    const inherited = { ...input, marks: checking('1-1'), evidence: { '1-1': Object.create({ text: '表明' }) } }
    expect(findings(edition, inherited)).toMatchObject([{ verdict: 'incomplete' }])
  })
})
