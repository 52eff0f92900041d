import { describe, expect, it } from 'vitest'
import {
  descriptiveFields,
  editions,
  fieldNames,
  itemsOf,
  yearlyEvidence,
  yearlyFields
} from '../../src/checklist/index.ts'
import { item2023 } from './items.ts'

const items = Object.values(editions).flatMap(itemsOf)
const namesOf = (fields: ReturnType<typeof fieldNames>) => fields.map(({ name }) => name)

describe('the blanks of a renewal', () => {
  it.each([
    ['1-1', []],
    ['2-1', ['2023.month', '2023.year', '2024.month', '2024.year', '2025.month', '2025.year']],
    ['2-3', []],
    ['3-1', ['everyone', '2023.percent', '2024.percent', '2025.percent']],
    ['4-1', ['men', 'women']],
    ['4-3', ['rows.0.year', 'rows.0.men', 'rows.0.women', 'rows.1.year', 'rows.1.men', 'rows.1.women']],
    ['5-3', ['rows.0.year', 'rows.0.people', 'rows.1.year', 'rows.1.people']],
    ['7-1', []]
  ])('at %s are %j', (code, expected) => {
    expect(namesOf(yearlyFields(item2023(code), 2025))).toEqual(expected)
  })

  it('are all boxes of the tables of the 2020 sheet', () => {
    for (const item of itemsOf(editions['asaka-2020'])) {
      const tables = item.evidence.some(({ kind }) => kind === 'yearly' || kind === 'overtime')
      expect(yearlyFields(item, 2022).length > 0, item.code).toBe(tables)
    }
  })

  it('and the descriptive fields are together all fields of an item, each once', () => {
    for (const item of items) {
      const parts = [...namesOf(yearlyFields(item, 2025)), ...namesOf(descriptiveFields(item, 2025))]
      expect(parts.toSorted(), item.code).toEqual(namesOf(fieldNames(item, 2025)).toSorted())
    }
  })
})

describe('what an item said of certain years', () => {
  it('is taken as typed, without descriptions and empty boxes', () => {
    const raw = { 'rows.0.year': '2022', 'rows.0.people': ' 1 ', 'rows.1.year': ' ', text: '1年まで' }
    expect(yearlyEvidence(item2023('5-3'), raw, 2022)).toEqual({ 'rows.0.year': '2022', 'rows.0.people': ' 1 ' })
  })

  it('comes with whose hours they were', () => {
    const raw = { basis: 'average', '2022.month': '9' }
    expect(yearlyEvidence(item2023('2-1'), raw, 2022)).toEqual(raw)
    expect(yearlyEvidence(item2023('2-1'), raw, 2025)).toEqual({})
  })
})
