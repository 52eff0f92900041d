import { describe, expect, it } from 'vitest'
import { editions, itemsOf, missingEvidence, type RawEvidence } from '../../src/checklist/index.ts'
import { item2023 } from './items.ts'

const missing = (code: string, raw: RawEvidence) =>
  missingEvidence(item2023(code), 'checked', raw, 2025).map(({ field }) => field)

const busiest = {
  basis: 'busiest',
  ...Object.fromEntries(
    [2023, 2024, 2025].flatMap((year) => [
      [`${year}.month`, '0'],
      [`${year}.year`, '0']
    ])
  )
}
const goals = { goals: ['8'], description: '残業を減らす', published: '店内の掲示' }

describe('a checked item', () => {
  it.each<[string, RawEvidence]>([
    ['1-1', { text: '朝礼で話す' }],
    ['2-1', busiest],
    ['2-1', { basis: 'average', '2025.month': '9', '2024.month': '10' }],
    ['2-1', { basis: 'average', '2025.month': '9', '2023.month': '10' }],
    ['2-1', { basis: 'average', '2025.year': '90', '2024.year': '100' }],
    ['2-3', { measures: ['no_overtime_day'] }],
    ['2-3', { measures: ['other'], other: '声かけ' }],
    ['3-1', { everyone: 'no', '2024.percent': '70', '2025.percent': '71' }],
    ['4-1', { target: '3割' }],
    ['4-1', { target: '3割', men: '3' }],
    ['4-1', { men: '3', women: '0' }],
    ['4-3', { 'rows.0.year': '2024', 'rows.0.women': '1' }],
    ['4-3', { 'rows.1.year': '2024', 'rows.1.men': '1' }],
    ['5-3', { text: '介護休業を1年まで' }],
    ['5-3', { 'rows.0.year': '2024', 'rows.0.people': '1' }],
    ['7-1', goals]
  ])('%s is whole with %j', (code, raw) => {
    expect(missing(code, raw)).toEqual([])
  })

  it.each<[string, RawEvidence, readonly string[]]>([
    ['1-1', {}, ['text']],
    ['1-1', { text: ' ' }, ['text']],
    ['2-1', {}, ['basis']],
    ['2-1', { ...busiest, '2024.year': '' }, ['2024.year']],
    ['2-1', { basis: 'average' }, ['2025.month']],
    ['2-1', { basis: 'average', '2025.month': '9' }, ['2024.month']],
    ['2-1', { basis: 'average', '2025.year': '9' }, ['2024.year']],
    ['2-1', { basis: 'average', '2025.year': '90', '2024.month': '10' }, ['2024.year']],
    ['2-3', {}, ['measures']],
    ['2-3', { measures: ['other'] }, ['other']],
    ['2-3', { measures: ['no_overtime_day', 'other'] }, ['other']],
    ['2-3', { other: '声かけ' }, ['measures']],
    ['3-1', {}, ['everyone', '2025.percent']],
    ['3-1', { everyone: 'yes', '2025.percent': '70' }, ['2024.percent']],
    ['4-1', {}, ['target']],
    ['4-1', { men: '3' }, ['women']],
    ['4-3', {}, ['rows.0.year']],
    ['4-3', { 'rows.0.year': '2024' }, ['rows.0.men']],
    ['4-3', { 'rows.0.men': '1' }, ['rows.0.year']],
    ['4-3', { 'rows.0.year': '2024', 'rows.0.men': '0' }, ['rows.0.year']],
    ['4-3', { 'rows.0.year': '2024', 'rows.0.men': '1', 'rows.1.women': '2' }, ['rows.1.year']],
    ['5-3', {}, ['rows.0.year']],
    ['5-3', { 'rows.0.year': '2024' }, ['rows.0.people']],
    ['7-1', {}, ['goals', 'description', 'published']],
    ['7-1', { ...goals, published: '' }, ['published']]
  ])('%s with %j lacks %j', (code, raw, fields) => {
    expect(missing(code, raw)).toEqual(fields)
  })

  it('says which of two fields would be enough', () => {
    const messages = (code: string) =>
      missingEvidence(item2023(code), 'checked', {}, 2025).map(({ message }) => message)
    expect(messages('4-1')).toEqual(['「登用目標」か「管理職内訳」のどちらかを記入してください'])
    expect(messages('5-3')).toEqual(['「利用実績」か「取組内容」のどちらかを記入してください'])
  })

  it('does not name again what is typed but wrong', () => {
    expect(missing('4-3', { 'rows.0.year': '1999', 'rows.0.men': '1' })).toEqual([])
    expect(missing('1-1', { text: 'あ'.repeat(2001) })).toEqual([])
  })
})

it.each(['unchecked', 'not_applicable'] as const)('asks nothing of an item that is %s', (mark) => {
  for (const item of Object.values(editions).flatMap(itemsOf)) expect(missingEvidence(item, mark, {}, 2025)).toEqual([])
})

it('asks something of every checked item that has a box, in both editions', () => {
  for (const item of Object.values(editions).flatMap(itemsOf)) {
    const lacks = missingEvidence(item, 'checked', {}, 2022)
    expect(lacks.length > 0, item.code).toBe(item.evidence.length > 0)
  }
})

it('asks three measures and two years of the old sheet', () => {
  const old = (code: string, raw: RawEvidence) => {
    const item = itemsOf(editions['asaka-2020']).find((candidate) => candidate.code === code)
    return item && missingEvidence(item, 'checked', raw, 2022).map(({ field }) => field)
  }
  expect(old('2-4', { measures: ['no_overtime_day', 'awareness_managers'] })).toEqual(['measures'])
  expect(old('4-5', { '2022.men': '1', '2022.women': '0' })).toEqual(['2020.men'])
  expect(old('4-5', { '2022.men': '1', '2022.women': '0', '2021.men': '1', '2021.women': '0' })).toEqual([])
})
