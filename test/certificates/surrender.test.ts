import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canEnd, type EndingFacts, isWithin, surrenderDays } from '../../src/certificates/surrender.ts'
import { addDays } from '../../src/scheme/calendar.ts'

const facts = (parts: Partial<EndingFacts> = {}): EndingFacts => ({
  endedOn: null,
  latestEndsOn: '2027-01-15',
  continuedUntil: null,
  ...parts
})

const examined = '9999-12-31'

describe('a certification can be ended', () => {
  it.each([
    ['in its period', {}, '2026-11-21', true],
    ['on its last day', {}, '2027-01-15', true],
    ['not on the day after', {}, '2027-01-16', false],
    ['after it while a renewal is examined', { continuedUntil: examined }, '2027-02-01', true],
    ['on the day before that renewal was refused', { continuedUntil: '2027-02-01' }, '2027-02-01', true],
    ['not from the day of the refusal on', { continuedUntil: '2027-02-01' }, '2027-02-02', false],
    ['not twice', { endedOn: '2026-11-01' }, '2026-11-21', false],
    ['not while its end is still to come', { endedOn: '2027-01-01' }, '2026-11-21', false],
    ['not when ended, whatever is examined', { endedOn: '2026-11-01', continuedUntil: examined }, '2026-11-21', false]
  ] as const)('%s', (_when, parts, on, expected) => {
    expect(canEnd(facts(parts), on)).toBe(expected)
  })
})

describe('the day of a surrender', () => {
  const on = '2026-11-21'
  const wholePeriod = { first: on, last: '2027-01-15' }
  const today = { first: on, last: on }

  it.each([
    ['today or later in the period', {}, false, on, wholePeriod],
    ['today alone while a revocation is under way', {}, true, on, today],
    ['today alone on the last day', {}, false, '2027-01-15', { first: '2027-01-15', last: '2027-01-15' }],
    [
      'today alone after the period, while a renewal is examined',
      { continuedUntil: examined },
      false,
      '2027-01-16',
      { first: '2027-01-16', last: '2027-01-16' }
    ],
    ['no day after the period', {}, false, '2027-01-16', null],
    ['no day twice', { endedOn: '2026-12-01' }, false, on, null]
  ] as const)('is %s', (_which, parts, isRevocationOpen, day, expected) => {
    expect(surrenderDays(facts(parts), isRevocationOpen, day)).toEqual(expected)
  })

  it.each([
    ['2026-11-20', false],
    ['2026-11-21', true],
    ['2027-01-15', true],
    ['2027-01-16', false],
    ['9999-12-31', false],
    ['', false]
  ])('%s counts as within: %s', (day, expected) => {
    expect(isWithin(wholePeriod, day)).toBe(expected)
  })

  const dates = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-02-28', days))
  const maybe = fc.option(dates, { nil: null })

  it('is never in the past, and never later than what is held', () => {
    fc.assert(
      fc.property(maybe, dates, maybe, fc.boolean(), dates, (endedOn, latestEndsOn, continuedUntil, open, day) => {
        const held = { endedOn, latestEndsOn, continuedUntil }
        const days = surrenderDays(held, open, day)
        expect(days !== null).toBe(canEnd(held, day))
        if (days === null) return
        expect(days.first).toBe(day)
        expect(days.last >= day).toBe(true)
        expect(days.last === day || days.last === latestEndsOn).toBe(true)
        if (open) expect(days.last).toBe(day)
      })
    )
  })
})
