import { describe, expect, it } from 'vitest'
import { editions, fieldNames, itemsOf } from '../../src/checklist/index.ts'
import { item2023 } from './items.ts'

const names = (code: string) => fieldNames(item2023(code), 2025).map(({ name }) => name)

describe('the form fields of an item', () => {
  it.each([
    ['1-1', ['text']],
    ['2-1', ['basis', '2023.month', '2023.year', '2024.month', '2024.year', '2025.month', '2025.year']],
    ['2-3', ['measures', 'other']],
    ['3-1', ['everyone', '2023.percent', '2024.percent', '2025.percent']],
    ['4-1', ['target', 'men', 'women']],
    ['4-3', ['rows.0.year', 'rows.0.men', 'rows.0.women', 'rows.1.year', 'rows.1.men', 'rows.1.women']],
    ['5-3', ['rows.0.year', 'rows.0.people', 'rows.1.year', 'rows.1.people', 'text']],
    ['7-1', ['goals', 'description', 'published']]
  ])('of %s are %j', (code, expected) => {
    expect(names(code)).toEqual(expected)
  })

  it('have names of their own within each item of both editions', () => {
    for (const item of Object.values(editions).flatMap(itemsOf)) {
      const all = fieldNames(item, 2022).map(({ name }) => name)
      expect(new Set(all).size, item.code).toBe(all.length)
    }
  })

  it('all have a label, and options where there is something to choose', () => {
    for (const field of Object.values(editions)
      .flatMap(itemsOf)
      .flatMap((item) => fieldNames(item, 2022))) {
      expect(field.label).not.toBe('')
      if ('options' in field) expect(field.options.length).toBeGreaterThan(1)
    }
  })

  it('offer the five years in which usage counts', () => {
    const year = fieldNames(item2023('4-3'), 2025).find(({ name }) => name === 'rows.0.year')
    expect(year?.kind === 'choice' && year.options.map(({ value }) => value)).toEqual([
      '2021',
      '2022',
      '2023',
      '2024',
      '2025'
    ])
  })

  it('have no basis to choose where the sheet asks for one only', () => {
    const old = itemsOf(editions['asaka-2020']).find(({ code }) => code === '2-3')
    expect(old && fieldNames(old, 2022).map(({ name }) => name)).not.toContain('basis')
  })
})
