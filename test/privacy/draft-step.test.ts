import { describe, expect, it } from 'vitest'
import { type DraftFacts, draftStep } from '../../src/privacy/draft-step.ts'
import { usualRetention } from '../../src/scheme/retention.ts'

const stepOn = (on: string, facts: Partial<DraftFacts> = {}) =>
  draftStep({ lastSavedOn: '2026-11-21', openUntil: null, warnedOn: {}, ...facts }, on, usualRetention)

const removedOn = '2027-11-22'

describe('a draft that nobody saves', () => {
  it.each([
    ['2026-11-21', {}, { kind: 'keep' }],
    ['2027-09-22', {}, { kind: 'keep' }],
    ['2027-09-23', {}, { kind: 'warn', warning: 'first', removedOn }],
    ['2027-09-23', { first: '2027-09-23' }, { kind: 'keep' }],
    ['2027-11-07', { first: '2027-09-23' }, { kind: 'keep' }],
    ['2027-11-08', { first: '2027-09-23' }, { kind: 'warn', warning: 'second', removedOn }],
    ['2027-11-21', { first: '2027-09-23', second: '2027-11-08' }, { kind: 'keep' }],
    ['2027-11-22', { first: '2027-09-23', second: '2027-11-08' }, { kind: 'remove' }]
  ])('on %s, warned on %o: %o', (on, warnedOn, step) => {
    expect(stepOn(on, { warnedOn })).toEqual(step)
  })

  it('saved on the 29th of February is removed on the 1st of March', () => {
    const warnedOn = { first: '2028-12-31', second: '2029-02-15' }
    expect(stepOn('2029-02-28', { lastSavedOn: '2028-02-29', warnedOn })).toEqual({ kind: 'keep' })
    expect(stepOn('2029-03-01', { lastSavedOn: '2028-02-29', warnedOn })).toEqual({ kind: 'remove' })
  })
})

describe('a warning that comes late', () => {
  it('gives the same days all the same', () => {
    expect(stepOn('2028-05-01')).toEqual({ kind: 'warn', warning: 'first', removedOn: '2028-06-30' })
    const first = '2028-05-01'
    expect(stepOn('2028-06-15', { warnedOn: { first } })).toEqual({ kind: 'keep' })
    expect(stepOn('2028-06-16', { warnedOn: { first } })).toEqual({
      kind: 'warn',
      warning: 'second',
      removedOn: '2028-06-30'
    })
    expect(stepOn('2028-07-10', { warnedOn: { first } })).toEqual({
      kind: 'warn',
      warning: 'second',
      removedOn: '2028-07-24'
    })
    const warnedOn = { first, second: '2028-07-10' }
    expect(stepOn('2028-07-23', { warnedOn })).toEqual({ kind: 'keep' })
    expect(stepOn('2028-07-24', { warnedOn })).toEqual({ kind: 'remove' })
  })
})

describe('the draft of a renewal', () => {
  it('is kept, and not removed, as long as it can be sent', () => {
    const openUntil = '2028-04-14'
    expect(stepOn('2028-02-14', { openUntil })).toEqual({ kind: 'keep' })
    expect(stepOn('2028-02-15', { openUntil })).toEqual({ kind: 'warn', warning: 'first', removedOn: '2028-04-15' })
    const warnedOn = { first: '2028-02-15', second: '2028-04-01' }
    expect(stepOn('2028-04-14', { openUntil, warnedOn })).toEqual({ kind: 'keep' })
    expect(stepOn('2028-04-15', { openUntil, warnedOn })).toEqual({ kind: 'remove' })
  })
})
