import { describe, expect, it } from 'vitest'
import { applicationStatuses } from '../../src/applications/application-status.ts'
import { type DecisionFacts, type DecisionRequest, decisionProblem } from '../../src/decisions/decision.ts'
import { problemWords } from '../../src/decisions/problem-words.ts'

const facts = (parts: Partial<DecisionFacts> = {}): DecisionFacts => ({
  status: 'heard',
  today: '2026-11-21',
  submittedOn: '2026-10-01',
  examined: true,
  meetsStandard: true,
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

describe('a refusal', () => {
  it('needs reasons, also where the standard is met', () => {
    expect(decisionProblem(facts(), refuse(''))).toEqual({ kind: 'refusal-reasons' })
    expect(decisionProblem(facts({ meetsStandard: true }), refuse())).toBeNull()
  })
})

it.each([
  [{ kind: 'status', status: 'screening' }, ['「確認中」', '「決定待ち」']],
  [{ kind: 'not-examined' }, ['確認を終えて']],
  [{ kind: 'standing-certification', number: 12, endsOn: '2027-01-15' }, ['第12号', '令和9年1月15日', '更新']],
  [{ kind: 'missing-glyphs', characters: ['🍎', '葛\u{e0100}'] }, ['「🍎」（U+1F34E）、', '（U+845B U+E0100）']],
  [{ kind: 'starts-too-early', earliest: '2026-10-01' }, ['令和8年10月1日']],
  [{ kind: 'starts-too-late', latest: '2027-11-21' }, ['令和9年11月21日']],
  [{ kind: 'certification-reasons' }, ['認定する理由']],
  [{ kind: 'refusal-reasons' }, ['不認定の理由']]
] as const)('says what to do about %j', (problem, parts) => {
  for (const part of parts) expect(problemWords(problem)).toContain(part)
})
