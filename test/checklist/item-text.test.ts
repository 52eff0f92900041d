import { describe, expect, it } from 'vitest'
import {
  editions,
  evaluationYears,
  findItem,
  isEditionId,
  itemsOf,
  itemText,
  usageYears
} from '../../src/checklist/index.ts'

const textOf = (id: 'asaka-2023' | 'asaka-2020', code: string, year: number) => {
  const item = findItem(editions[id], code)
  return item === null ? null : itemText(item, year)
}

describe('itemText', () => {
  it('says the printed year in the year of the paper', () => {
    expect(textOf('asaka-2023', '2-1', 2022)).toContain('2022年の平均時間外労働時間')
  })

  it('rolls the printed year with the evaluation year', () => {
    expect(textOf('asaka-2023', '2-1', 2025)).toContain('2025年の平均時間外労働時間')
    expect(textOf('asaka-2020', '2-3', 2022)).toMatch(/^2022年中で、/)
  })

  it('leaves no item behind in its printed year', () => {
    for (const edition of Object.values(editions)) {
      for (const item of itemsOf(edition)) expect(itemText(item, 2031)).not.toMatch(/20[0-2]\d年/)
    }
  })
})

it('asks for the printed years 2020, 2021 and 2022 in evaluation year 2022', () => {
  expect(evaluationYears(2022)).toEqual([2020, 2021, 2022])
})

it('counts usage five years back, the evaluation year included', () => {
  expect(usageYears(2022)).toEqual([2018, 2019, 2020, 2021, 2022])
})

it.each([
  ['asaka-2023', true],
  ['asaka-2020', true],
  ['asaka-2024', false],
  ['toString', false]
])('%s names an edition: %s', (word, known) => {
  expect(isEditionId(word)).toBe(known)
})

it('finds no item that an edition does not have', () => {
  expect(findItem(editions['asaka-2023'], '4-6')).toBeNull()
})
