import { describe, expect, it } from 'vitest'
import { verdictOf } from './company.ts'

describe('7-1', () => {
  const whole = { goals: ['8', '5'], description: '残業を減らす', published: 'https://example.jp/sdgs' }

  it.each([
    [whole, 'borne_out'],
    [{ ...whole, goals: '17' }, 'borne_out'],
    [{ ...whole, goals: [] }, 'incomplete'],
    [{ ...whole, goals: ['18'] }, 'incomplete'],
    [{ ...whole, goals: ['0'] }, 'incomplete'],
    [{ ...whole, description: '' }, 'incomplete'],
    [{ ...whole, published: '　' }, 'incomplete']
  ])('reads %j as %s', (raw, verdict) => {
    expect(verdictOf('7-1', raw)).toBe(verdict)
  })
})
