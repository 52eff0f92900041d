import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions, itemsOf, type Mark } from '../../src/checklist/index.ts'
import { score } from '../../src/scoring/index.ts'
import {
  confirmedMarks,
  type ItemDecisionKind,
  itemDecisionKinds,
  itemStates,
  openItems
} from '../../src/screening/screening.ts'
import { profileOf } from '../support/cases.ts'
import { decisionOn, fileFor, submissionOf } from './cases.ts'

const edition = editions['asaka-2023']
const stateOf = (code: string, ...rest: [Parameters<typeof itemStates>[1], Parameters<typeof itemStates>[2]]) =>
  itemStates(edition, ...rest).get(code)

describe('the decision that stands', () => {
  it('is none while nobody decided', () => {
    expect(stateOf('1-1', [submissionOf(1)], [])).toEqual({ decision: null, earlier: null, changed: false })
  })

  it('is the latest of the round', () => {
    const [first, second] = [decisionOn('1-1', 'accepted'), decisionOn('1-1', 'not_accepted')]
    expect(stateOf('1-1', [submissionOf(1)], [first, second])?.decision).toBe(second)
  })

  it.each(['accepted', 'not_accepted'] as const)('carries over when %s and the answer stayed', (kind) => {
    const decision = decisionOn('1-1', kind)
    expect(stateOf('1-1', [submissionOf(1), submissionOf(2)], [decision])).toEqual({
      decision,
      earlier: null,
      changed: false
    })
  })

  it('is open again after a query, although the answer stayed', () => {
    const decision = decisionOn('1-1', 'queried')
    expect(stateOf('1-1', [submissionOf(1), submissionOf(2)], [decision])).toEqual({
      decision: null,
      earlier: decision,
      changed: false
    })
  })

  it.each([
    ['mark', { marks: { '1-1': 'checked' as const } }],
    ['evidence', { evidence: { '1-1': { text: '新しい宣言' } } }],
    ['files', { attachments: [fileFor('1-1', 'aa')] }]
  ])('is open again when the %s changed', (_what, parts) => {
    const decision = decisionOn('1-1', 'accepted')
    expect(stateOf('1-1', [submissionOf(1), submissionOf(2, parts)], [decision])).toEqual({
      decision: null,
      earlier: decision,
      changed: true
    })
  })

  it.each([
    ['3-1', true],
    ['4-1', true],
    ['1-1', false]
  ])('after a change of industry, for %s compared with its average: open again %s', (code, isOpen) => {
    const rounds = [submissionOf(1), submissionOf(2, { profile: profileOf({ industry: 'M' }) })]
    expect(stateOf(code, rounds, [decisionOn(code, 'accepted')])?.decision === null).toBe(isOpen)
  })

  it('is that of the new round once there is one, and the change stays marked', () => {
    const rounds = [submissionOf(1), submissionOf(2, { marks: { '1-1': 'checked' } })]
    const decisions = [decisionOn('1-1', 'queried'), decisionOn('1-1', 'accepted', 2)]
    expect(stateOf('1-1', rounds, decisions)).toEqual({
      decision: decisions[1],
      earlier: decisions[0],
      changed: true
    })
  })

  it('carries over several rounds', () => {
    const decision = decisionOn('1-1', 'accepted')
    expect(stateOf('1-1', [submissionOf(1), submissionOf(2), submissionOf(3)], [decision])?.decision).toBe(decision)
  })

  it('does not come back when a change is taken back two rounds later', () => {
    const rounds = [submissionOf(1), submissionOf(2, { marks: { '1-1': 'checked' } }), submissionOf(3)]
    expect(stateOf('1-1', rounds, [decisionOn('1-1', 'accepted')])?.decision).toBeNull()
  })

  it('remembers the question while the item waits for its next decision', () => {
    const query = decisionOn('1-1', 'queried')
    const rounds = [submissionOf(1), submissionOf(2), submissionOf(3)]
    expect(stateOf('1-1', rounds, [query])?.earlier).toBe(query)
  })
})

describe('confirmed marks', () => {
  it.each<[Mark, ItemDecisionKind | null, Mark]>([
    ['checked', 'accepted', 'checked'],
    ['checked', 'not_accepted', 'unchecked'],
    ['checked', 'queried', 'unchecked'],
    ['checked', null, 'unchecked'],
    ['not_applicable', 'accepted', 'not_applicable'],
    ['not_applicable', 'not_accepted', 'unchecked'],
    ['not_applicable', 'queried', 'unchecked'],
    ['not_applicable', null, 'unchecked'],
    ['unchecked', 'accepted', 'unchecked'],
    ['unchecked', null, 'unchecked']
  ])('of %s and the decision %s is %s', (mark, kind, expected) => {
    const marks = { '4-3': mark }
    const states = itemStates(edition, [submissionOf(1, { marks })], kind === null ? [] : [decisionOn('4-3', kind)])
    expect(confirmedMarks(edition, marks, states)['4-3']).toBe(expected)
  })

  const codes = itemsOf(edition).map(({ code }) => code)
  const anyMarks = fc.dictionary(fc.constantFrom(...codes), fc.constantFrom<Mark>('checked', 'unchecked'))
  const anyDecisions = fc.array(
    fc
      .tuple(fc.constantFrom(...codes), fc.constantFrom(...itemDecisionKinds))
      .map(([code, kind]) => decisionOn(code, kind))
  )

  it('never pass more categories than the company claimed', () => {
    fc.assert(
      fc.property(anyMarks, anyDecisions, (marks, decisions) => {
        const states = itemStates(edition, [submissionOf(1, { marks })], decisions)
        const official = score(edition, { marks: confirmedMarks(edition, marks, states) })
        expect(official.passedCategories).toBeLessThanOrEqual(score(edition, { marks }).passedCategories)
      })
    )
  })

  it('leave nothing open only when every claimed item is accepted or not accepted', () => {
    fc.assert(
      fc.property(anyMarks, anyDecisions, (marks, decisions) => {
        const states = itemStates(edition, [submissionOf(1, { marks })], decisions)
        const { undecided, queried } = openItems(edition, marks, states)
        const settled = codes.filter((code) => {
          const kind = states.get(code)?.decision?.decision
          return marks[code] === 'checked' && (kind === 'accepted' || kind === 'not_accepted')
        })
        const claimed = codes.filter((code) => marks[code] === 'checked')
        expect([...undecided, ...queried, ...settled].toSorted()).toEqual(claimed.toSorted())
      })
    )
  })
})

describe('open items', () => {
  it('are those claimed and undecided or queried, in the order of the paper', () => {
    const marks = {
      '7-2': 'checked',
      '4-3': 'not_applicable',
      '2-1': 'checked',
      '1-1': 'checked',
      '1-2': 'unchecked'
    } as const
    const decisions = [decisionOn('1-1', 'accepted'), decisionOn('7-2', 'queried')]
    const states = itemStates(edition, [submissionOf(1, { marks })], decisions)
    expect(openItems(edition, marks, states)).toEqual({ undecided: ['2-1', '4-3'], queried: ['7-2'] })
  })
})
