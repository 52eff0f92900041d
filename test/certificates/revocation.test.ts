import { describe, expect, it } from 'vitest'
import {
  answerDays,
  canAnswer,
  decisionProblem,
  openingProblem,
  type Proceeding,
  proceedingState
} from '../../src/certificates/revocation.ts'

const answer = { text: '改めました。', channel: 'portal', at: new Date(0), byName: '' } as const
const decided = (outcome: 'revoked' | 'dismissed') => ({ outcome, reason: '理由', at: new Date(0), byName: '' })

type Heard = Pick<Proceeding, 'answerBy' | 'answer' | 'decision'>
const open: Heard = { answerBy: '2026-12-05', answer: null, decision: null }
const answered: Heard = { ...open, answer }
const revoked: Heard = { ...open, decision: decided('revoked') }
const dismissed: Heard = { ...answered, decision: decided('dismissed') }

const [before, last, after] = ['2026-11-21', '2026-12-05', '2026-12-06']

describe('a way to a revocation', () => {
  it.each([
    ['open', open, before, 'waiting', true, true],
    ['open', open, last, 'waiting', true, true],
    ['open', open, after, 'unanswered', false, true],
    ['answered', answered, before, 'answered', false, false],
    ['answered', answered, after, 'answered', false, false],
    ['revoked', revoked, after, 'revoked', false, false],
    ['dismissed', dismissed, before, 'dismissed', false, false]
  ] as const)('that is %s: on %3$s it is %s, the company may answer: %s, the secretariat note: %s', (...row) => {
    const [, proceeding, on, state, company, secretariat] = row
    expect(proceedingState(proceeding, on)).toBe(state)
    expect(canAnswer(proceeding, 'company', on)).toBe(company)
    expect(canAnswer(proceeding, 'secretariat', on)).toBe(secretariat)
  })
})

const standing = { endedOn: null, latestEndsOn: '2029-11-30', continuedUntil: null }
const surrendered = { ...standing, endedOn: '2026-12-01' }
const ranOut = { ...standing, latestEndsOn: '2026-11-20' }

describe('a decision', () => {
  it.each([
    ['revoked', open, standing, before, 'not-heard'],
    ['revoked', open, standing, last, 'not-heard'],
    ['revoked', open, standing, after, null],
    ['revoked', answered, standing, before, null],
    ['revoked', answered, surrendered, before, 'not-standing'],
    ['revoked', answered, ranOut, before, 'not-standing'],
    ['revoked', open, ranOut, before, 'not-standing'],
    ['revoked', answered, { ...ranOut, continuedUntil: '9999-12-31' }, before, null],
    ['dismissed', open, standing, before, null],
    ['dismissed', answered, standing, after, null],
    ['dismissed', open, ranOut, after, null]
  ] as const)('%s %j of %j on %s: %s', (outcome, proceeding, facts, on, expected) => {
    expect(decisionProblem(proceeding, outcome, facts, on)).toBe(expected)
  })
})

describe('a notice', () => {
  it.each([
    [standing, false, null],
    [standing, true, 'under-way'],
    [surrendered, false, 'not-standing'],
    [ranOut, true, 'not-standing']
  ] as const)('about %j, one open already: %s → %s', (facts, hasOpen, expected) => {
    expect(openingProblem(facts, hasOpen, '2026-11-21')).toBe(expected)
  })

  it('gives the company the days that the city promises, over months and leap days', () => {
    const days = { revocationAnswerDays: 14 }
    expect(answerDays(days, '2026-11-21')).toEqual({ first: '2026-12-05', last: '2027-11-22' })
    expect(answerDays(days, '2028-02-15')).toEqual({ first: '2028-02-29', last: '2029-02-15' })
    expect(answerDays(days, '2026-12-18').first).toBe('2027-01-01')
  })
})
