import { describe, expect, it } from 'vitest'
import { findingOf, verdictOf } from './company.ts'

describe('4-1', () => {
  it('is borne out by a target alone', () => {
    expect(verdictOf('4-1', { target: '2028年度までに3割' }, { industry: null })).toBe('borne_out')
  })

  it.each([
    ['7', '1', 'not_borne_out'],
    ['699', '100', 'borne_out'],
    ['701', '100', 'not_borne_out'],
    ['0', '1', 'borne_out'],
    ['0', '0', 'not_borne_out'],
    ['5', '', 'incomplete']
  ])('compares %s men and %s women with 12.5 %%: %s', (men, women, verdict) => {
    expect(verdictOf('4-1', { men, women })).toBe(verdict)
  })

  it('shows the share with its counts, and a second decimal where one would look equal', () => {
    expect(findingOf('4-1', { men: '699', women: '100' })).toMatchObject({
      detail: '女性管理職の割合 12.52%（100 ÷ 799）、2022年の業種別平均 12.5%',
      source: '調査 令和4年度'
    })
  })

  it('says that a target would do as well', () => {
    expect(findingOf('4-1', { men: '9', women: '1' })?.detail).toBe(
      '女性管理職の割合 10.0%（1 ÷ 10）、2022年の業種別平均 12.5%。「登用目標」を記入すると、そちらで当てはまります。'
    )
  })

  it.each([
    ['D', 'needs_check'],
    [null, 'incomplete']
  ])('does not guess an average for industry %s', (industry, verdict) => {
    expect(verdictOf('4-1', { men: '1', women: '9' }, { industry })).toBe(verdict)
  })
})
