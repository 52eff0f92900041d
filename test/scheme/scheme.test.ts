import { describe, expect, it } from 'vitest'
import { asaka } from '../../src/scheme/scheme.ts'

describe('the scheme of Asaka', () => {
  it('has the yearly targets of the evaluation sheet and the last one of the plan, and none in between', () => {
    expect(asaka.indicator.targets.map(({ fiscalYear, target }) => [fiscalYear, target])).toEqual([
      [2020, 5],
      [2021, 10],
      [2022, 15],
      [2023, 25],
      [2028, 60]
    ])
  })

  it('lets one application hold several files of the greatest size', () => {
    expect(asaka.attachmentLimits).toEqual({ fileBytes: 10_485_760, applicationBytes: 52_428_800 })
  })

  it('can only hold contacts that reach nobody until a city sets its own', () => {
    expect(asaka.secretariat.email).toMatch(/@example\.jp$/)
    expect(asaka.secretariat.phone).toBe('048-000-0000')
  })
})
