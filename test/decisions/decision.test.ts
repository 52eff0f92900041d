import { describe, expect, it } from 'vitest'
import { applicationStatuses } from '../../src/applications/application-status.ts'
import {
  type DecisionFacts,
  type DecisionRequest,
  decisionProblem,
  isSimplified,
  type RenewalFacts
} from '../../src/decisions/decision.ts'
import { problemWords } from '../../src/decisions/problem-words.ts'

const facts = (parts: Partial<DecisionFacts> = {}): DecisionFacts => ({
  status: 'heard',
  today: '2026-11-21',
  submittedOn: '2026-10-01',
  examined: true,
  meetsStandard: true,
  renewal: null,
  standing: null,
  missingGlyphs: [],
  ...parts
})

const certify = (parts: { startsOn?: string; reasons?: string } = {}): DecisionRequest => ({
  outcome: 'certified',
  startsOn: '2026-12-01',
  reasons: '',
  ...parts
})

const refuse = (reasons = '基準に届かないため'): DecisionRequest => ({ outcome: 'refused', reasons })

describe('a decision', () => {
  it.each(applicationStatuses)(
    'on an application that is %s is possible only after the committee was heard',
    (status) => {
      const expected = status === 'heard' ? null : { kind: 'status', status }
      expect(decisionProblem(facts({ status }), certify())).toEqual(expected)
      expect(decisionProblem(facts({ status }), refuse())).toEqual(expected)
    }
  )

  it('waits until every item and the reading of 「-」 is decided', () => {
    expect(decisionProblem(facts({ examined: false }), certify())).toEqual({ kind: 'not-examined' })
    expect(decisionProblem(facts({ examined: false }), refuse())).toEqual({ kind: 'not-examined' })
  })
})

describe('a certification', () => {
  it.each([true, false, null])('with a standard met: %s needs reasons unless it is met', (meetsStandard) => {
    const without = decisionProblem(facts({ meetsStandard }), certify())
    expect(without).toEqual(meetsStandard === true ? null : { kind: 'certification-reasons' })
    expect(decisionProblem(facts({ meetsStandard }), certify({ reasons: '市長が特に認めるため' }))).toBeNull()
  })

  it.each([
    ['2026-09-30', { kind: 'starts-too-early', earliest: '2026-10-01' }],
    ['2026-10-01', null],
    ['2027-11-21', null],
    ['2027-11-22', { kind: 'starts-too-late', latest: '2027-11-21' }]
  ])('may begin on %s: %j', (startsOn, expected) => {
    expect(decisionProblem(facts(), certify({ startsOn }))).toEqual(expected)
  })

  it('does not come on top of a standing one', () => {
    const standing = { number: 12, endsOn: '2027-01-15' }
    const expected = { kind: 'standing-certification', ...standing }
    expect(decisionProblem(facts({ standing }), certify())).toEqual(expected)
    expect(decisionProblem(facts({ standing }), refuse())).toBeNull()
  })

  it('does not happen while the certificate could not show the name', () => {
    const missingGlyphs = ['🍎']
    expect(decisionProblem(facts({ missingGlyphs }), certify())).toEqual({ kind: 'missing-glyphs', characters: ['🍎'] })
    expect(decisionProblem(facts({ missingGlyphs }), refuse())).toBeNull()
  })
})

const renewal = (parts: Partial<RenewalFacts> = {}): RenewalFacts => ({
  number: 12,
  renewalCount: 1,
  lastPeriod: { startsOn: '2024-01-16', endsOn: '2027-01-15' },
  nextPeriod: { startsOn: '2027-01-16', endsOn: '2030-01-15' },
  endedOn: null,
  endedHow: null,
  isRenewed: false,
  route: 'simplified',
  isRouteOutdated: false,
  ...parts
})

const renew: DecisionRequest = { outcome: 'certified', startsOn: null, reasons: '' }

describe('a renewal', () => {
  it.each(applicationStatuses)('that is %s is decided from screening only on the simplified way', (status) => {
    for (const route of ['simplified', 'examination', null] as const) {
      const given = facts({ status, renewal: renewal({ route }) })
      const isShortcut = status === 'screening' && route === 'simplified'
      expect(decisionProblem(given, renew)).toEqual(
        status === 'heard' || isShortcut ? null : { kind: 'status', status }
      )
      expect(isSimplified(given)).toBe(route === 'simplified' && status !== 'heard')
      expect(decisionProblem(given, refuse())).toEqual(status === 'heard' ? null : { kind: 'status', status })
    }
  })

  it('on the simplified way waits for a new choice where the grounds changed; after the committee it does not', () => {
    const outdated = renewal({ isRouteOutdated: true })
    expect(decisionProblem(facts({ status: 'screening', renewal: outdated }), renew)).toEqual({
      kind: 'route-outdated'
    })
    expect(decisionProblem(facts({ renewal: { ...outdated, route: 'examination' } }), renew)).toBeNull()
    const open = facts({ status: 'screening', examined: false, renewal: renewal() })
    expect(decisionProblem(open, renew)).toEqual({ kind: 'not-examined' })
  })

  it('needs no first day, and is not kept back by the certification that it renews', () => {
    const standing = { number: 12, endsOn: '2027-01-15' }
    expect(decisionProblem(facts({ renewal: renewal(), standing }), renew)).toBeNull()
    expect(decisionProblem(facts(), renew)).toEqual({ kind: 'starts-too-early', earliest: '2026-10-01' })
  })

  it.each(['surrendered', 'revoked'] as const)('of a certification that was %s cannot be certified', (endedHow) => {
    const ended = renewal({ endedOn: '2026-11-20', endedHow })
    const expected = { kind: 'certification-ended', how: endedHow, endedOn: '2026-11-20' }
    expect(decisionProblem(facts({ renewal: ended }), renew)).toEqual(expected)
    expect(decisionProblem(facts({ renewal: ended }), refuse())).toBeNull()
  })

  it('does not come on top of another one', () => {
    expect(decisionProblem(facts({ renewal: renewal({ isRenewed: true }) }), renew)).toEqual({
      kind: 'renewed-already',
      number: 12
    })
  })

  it('against the standard needs reasons too', () => {
    const given = facts({ status: 'screening', meetsStandard: false, renewal: renewal() })
    expect(decisionProblem(given, renew)).toEqual({ kind: 'certification-reasons' })
    expect(decisionProblem(given, { ...renew, reasons: '取組が続いているため' })).toBeNull()
  })
})

describe('a refusal', () => {
  it('needs reasons, also where the standard is met', () => {
    expect(decisionProblem(facts(), refuse(''))).toEqual({ kind: 'refusal-reasons' })
    expect(decisionProblem(facts({ meetsStandard: true }), refuse())).toBeNull()
  })
})

it.each([
  [{ kind: 'status', status: 'screening' }, ['「確認中」', '「決定待ち」']],
  [{ kind: 'not-examined' }, ['確認を終えて']],
  [{ kind: 'route-outdated' }, ['選び直して']],
  [{ kind: 'certification-ended', how: 'revoked', endedOn: '2026-11-20' }, ['令和8年11月20日', '取消しにより']],
  [{ kind: 'certification-ended', how: 'surrendered', endedOn: '2026-11-20' }, ['辞退により', '取下げ']],
  [{ kind: 'renewed-already', number: 12 }, ['第12号', '更新されています']],
  [{ kind: 'standing-certification', number: 12, endsOn: '2027-01-15' }, ['第12号', '令和9年1月15日', '更新']],
  [{ kind: 'missing-glyphs', characters: ['🍎', '葛\u{e0100}'] }, ['「🍎」（U+1F34E）、', '（U+845B U+E0100）']],
  [{ kind: 'starts-too-early', earliest: '2026-10-01' }, ['令和8年10月1日']],
  [{ kind: 'starts-too-late', latest: '2027-11-21' }, ['令和9年11月21日']],
  [{ kind: 'certification-reasons' }, ['認定する理由']],
  [{ kind: 'refusal-reasons' }, ['不認定の理由']]
] as const)('says what to do about %j', (problem, parts) => {
  for (const part of parts) expect(problemWords(problem)).toContain(part)
})
