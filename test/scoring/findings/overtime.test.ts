import { describe, expect, it } from 'vitest'
import type { RawEvidence } from '../../../src/checklist/index.ts'
import { findingOf, verdictOf } from './company.ts'

const overtime = (basis: string, rows: readonly (readonly [number, string, string])[]): RawEvidence =>
  Object.fromEntries([
    ['basis', basis],
    ...rows.flatMap(([year, month, hours]) => [
      [`${year}.month`, month],
      [`${year}.year`, hours]
    ])
  ])

const busiest = (month: string, hours: string) =>
  overtime('busiest', [
    [2023, '10', '100'],
    [2024, month, hours],
    [2025, '20', '200']
  ])

const average = (...months: readonly string[]) =>
  overtime(
    'average',
    months.map((month, index) => [2023 + index, month, ''] as const)
  )

describe('2-1 by the busiest employee', () => {
  it.each([
    ['45', '360', 'borne_out'],
    ['45.0', '360.00', 'borne_out'],
    ['45.1', '360', 'not_borne_out'],
    ['45.01', '360', 'not_borne_out'],
    ['45', '360.1', 'not_borne_out'],
    ['４５', '３６０', 'borne_out'],
    ['45', '', 'incomplete'],
    ['', '360', 'incomplete'],
    ['0', '0', 'borne_out'],
    ['多い', '360', 'incomplete']
  ])('reads %s h a month and %s h a year as %s', (month, hours, verdict) => {
    expect(verdictOf('2-1', busiest(month, hours))).toBe(verdict)
  })

  it('names the year and the hours, and the other way', () => {
    expect(findingOf('2-1', busiest('46.5', '361'))).toEqual({
      itemCode: '2-1',
      verdict: 'not_borne_out',
      title: '2024年の46.5時間は、月45時間を超えています。',
      detail:
        '2024年の361時間は、年360時間を超えています。平均時間外労働時間が10%以上減っていれば、そちらで当てはまります。'
    })
  })

  it('says what is over the limit even while other years are empty', () => {
    expect(verdictOf('2-1', overtime('busiest', [[2025, '60', '400']]))).toBe('not_borne_out')
  })

  it('asks which of the two figures it holds', () => {
    expect(findingOf('2-1', { '2025.month': '10' })).toMatchObject({ verdict: 'incomplete' })
  })
})

describe('2-1 by the average', () => {
  it.each([
    [['', '17.9', '15.8'], 'borne_out', '2025年は前年比 −11.7%（15.8 ÷ 17.9）'],
    [['', '10', '9'], 'borne_out', '2025年は前年比 −10.0%（9 ÷ 10）'],
    [['', '0.3', '0.27'], 'borne_out', '2025年は前年比 −10.0%（0.27 ÷ 0.3）'],
    [['20', '18.1', '18'], 'borne_out', '2025年は一昨年比 −10.0%（18 ÷ 20）'],
    [['20', '', '18'], 'borne_out', '2025年は一昨年比 −10.0%（18 ÷ 20）']
  ])('reads %j as %s: %s', (months, verdict, detail) => {
    expect(findingOf('2-1', average(...months))).toMatchObject({ verdict, detail })
  })

  it.each([
    [['', '100', '90.1'], '−9.9%（90.1 ÷ 100）'],
    [['', '100', '90.01'], '−9.9%（90.01 ÷ 100）'],
    [['', '10', '10'], '±0.0%（10 ÷ 10）'],
    [['', '10', '11'], '+10.0%（11 ÷ 10）'],
    [['19.9', '19.9', '18'], '前年比 −9.5%（18 ÷ 19.9）、2025年は一昨年比 −9.5%']
  ])('reads %j as too small a fall, shown as %s', (months, detail) => {
    const finding = findingOf('2-1', average(...months))
    expect(finding?.verdict).toBe('not_borne_out')
    expect(finding?.detail).toContain(detail)
  })

  it('compares the latest year only: a fall in an earlier one is none', () => {
    expect(verdictOf('2-1', average('20', '10', '20'))).toBe('not_borne_out')
  })

  it('cannot fall from zero', () => {
    expect(findingOf('2-1', average('0', '0', '0'))).toMatchObject({ verdict: 'not_borne_out' })
  })

  it('takes the year column where the month column is empty', () => {
    const rows = overtime('average', [
      [2024, '', '200'],
      [2025, '', '180']
    ])
    expect(verdictOf('2-1', rows)).toBe('borne_out')
  })

  it('asks a person where the two columns part', () => {
    const rows = overtime('average', [
      [2024, '20', '240'],
      [2025, '18', '220']
    ])
    expect(findingOf('2-1', rows)).toMatchObject({
      verdict: 'needs_check',
      detail: '月の時間では2025年は前年比 −10.0%（18 ÷ 20）、年間の時間では2025年は前年比 −8.3%（220 ÷ 240）'
    })
  })

  it.each([[['', '', '10']], [['20', '10', '']], [['', '', '']]])('waits for two years to compare: %j', (months) => {
    expect(verdictOf('2-1', average(...months))).toBe('incomplete')
  })
})
