import { describe, expect, it } from 'vitest'
import type { RawEvidence } from '../../../src/checklist/index.ts'
import { averages, findingOf, verdictOf } from './company.ts'

const rates = (everyone: string, ...percents: readonly string[]): RawEvidence => ({
  everyone,
  ...Object.fromEntries(percents.map((percent, index) => [`${2023 + index}.percent`, percent]))
})

describe('3-1', () => {
  it.each([
    [['56.1', '58.1', '10'], 'borne_out', 'two years above'],
    [['56', '58.1', '60.01'], 'borne_out', 'one equal, two above'],
    [['56', '58.1', '60'], 'not_borne_out', 'equal is not above'],
    [['56.0', '58.0', '60.0'], 'not_borne_out', 'equal in all three'],
    [['56.1', '', '60.1'], 'borne_out', 'two given, both above'],
    [['56.1', '58', ''], 'incomplete', 'the third could decide'],
    [['56', '58', ''], 'not_borne_out', 'the third cannot help'],
    [['', '', ''], 'incomplete', 'nothing given']
  ])('with an average for every year reads %j as %s: %s', (percents, verdict) => {
    expect(verdictOf('3-1', rates('yes', ...percents), { industry: 'D' })).toBe(verdict)
  })

  it.each([
    [['70.5', '72.9', '1'], 'borne_out', 'decided without the gap'],
    [['71.0', '72.5', '74.0'], 'needs_check', 'the gap decides'],
    [['70.4', '72.8', '99'], 'not_borne_out', 'the gap cannot help']
  ])('with no published value for 2025 reads %j as %s: %s', (percents, verdict) => {
    expect(verdictOf('3-1', rates('yes', ...percents))).toBe(verdict)
  })

  it('shows each year against its average, and the surveys', () => {
    expect(findingOf('3-1', rates('yes', '71', '72.5', '74'))).toMatchObject({
      detail:
        '2023年 71.0%（業種別平均70.4%を上回る）、2024年 72.5%（業種別平均72.8%を上回らない）、2025年 74.0%（業種別平均の公表値なし）',
      source: '調査 令和6年、調査 令和7年',
      averages: averages.paidLeave.slice(0, 2)
    })
  })

  it('fails whatever the rates when somebody took fewer than five days', () => {
    expect(verdictOf('3-1', rates('no', '99', '99', '99'), { industry: 'D' })).toBe('not_borne_out')
  })

  it('asks whether everyone took five days', () => {
    expect(verdictOf('3-1', rates('', '99', '99', '99'), { industry: 'D' })).toBe('incomplete')
  })

  it.each([['T'], [null]])('never falls back on the average of all industries (industry %s)', (industry) => {
    const finding = findingOf('3-1', rates('yes', '99', '99', '99'), { industry })
    expect(finding?.verdict).toBe(industry === null ? 'incomplete' : 'needs_check')
    expect(finding).not.toHaveProperty('averages')
  })
})
