import { describe, expect, it } from 'vitest'
import type { Marks } from '../../src/checklist/index.ts'
import { type CaseRecord, examineCase, obstaclesOf } from '../../src/screening/case-file.ts'
import { decisionOn, submissionOf } from './cases.ts'

const application: CaseRecord['application'] = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  companyId: '0199aaaa-0000-7000-8000-000000000002',
  companyName: '株式会社あさか製作所',
  kind: 'initial',
  renews: null,
  edition: 'asaka-2023',
  evaluationYear: 2025,
  status: 'screening',
  number: 'R8-001',
  begunAt: new Date('2026-11-01T10:00:00+09:00'),
  submittedAt: new Date('2026-11-01T10:00:00+09:00'),
  statusSince: new Date('2026-11-01T10:00:00+09:00')
}

const caseWith = (marks: Marks, parts: Partial<CaseRecord> = {}) =>
  examineCase({
    application,
    submissions: [submissionOf(1, { marks })],
    decisions: Object.keys(marks).map((code) => decisionOn(code, 'accepted')),
    readingChoice: null,
    hearings: [],
    ...parts
  })

/** Category 4 passes with 2 of 3 when 「-」 leaves the denominator of 5, and lacks one when it counts. */
const hinges: Marks = {
  '1-1': 'checked',
  '7-2': 'checked',
  '4-1': 'checked',
  '4-2': 'checked',
  '4-3': 'not_applicable',
  '4-4': 'not_applicable'
}

const choice = {
  reading: 'counts_as_unchecked',
  reason: '該当者がいたため',
  chosenAt: new Date('2026-11-11T10:00:00+09:00'),
  chosenByName: '産業 太郎'
} as const

describe('a case', () => {
  it('is judged by what was accepted', () => {
    const marks: Marks = { '1-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' }
    expect(caseWith(marks).verdict.meetsStandard).toBe(true)
    expect(caseWith(marks, { decisions: [] }).verdict).toMatchObject({ meetsStandard: false, passedCategories: 0 })
  })

  it('shows both readings of 「-」 where they part, and judges by the city’s until a person chose', () => {
    const file = caseWith(hinges)
    expect(file.bothReadings).toMatchObject({ differ: true, differingCategories: [4], standardDiffers: true })
    expect(file.verdict.meetsStandard).toBe(true)
    expect(obstaclesOf(file)).toEqual([{ kind: 'reading' }])
  })

  it('is judged by the reading that a person chose', () => {
    const file = caseWith(hinges, { readingChoice: choice })
    expect(file).toMatchObject({ reading: 'counts_as_unchecked', verdict: { meetsStandard: false } })
    expect(obstaclesOf(file)).toEqual([])
  })

  it('asks for no reading while 「-」 decides nothing', () => {
    expect(obstaclesOf(caseWith({ '1-1': 'checked', '4-3': 'not_applicable' }))).toEqual([])
  })

  it('names what is undecided and queried before it can go to the committee', () => {
    const file = caseWith({ '1-1': 'checked', '7-2': 'checked' }, { decisions: [decisionOn('1-1', 'queried')] })
    expect(obstaclesOf(file)).toEqual([
      { kind: 'undecided', itemCodes: ['7-2'] },
      { kind: 'queried', itemCodes: ['1-1'] }
    ])
  })

  it('goes to the committee also when nothing was claimed or accepted: the committee hears refusals too', () => {
    expect(obstaclesOf(caseWith({}))).toEqual([])
  })

  it('shows what changed in the last round only', () => {
    const submissions = [
      submissionOf(1),
      submissionOf(2, { marks: { '1-1': 'checked' } }),
      submissionOf(3, { marks: { '1-1': 'checked', '7-2': 'checked' } })
    ] as const
    const file = caseWith({}, { submissions })
    expect(file.submission.round).toBe(3)
    expect(file.changes?.items.map(({ itemCode }) => itemCode)).toEqual(['7-2'])
    expect(caseWith({}).changes).toBeNull()
  })

  it('finds by the answers sent last', () => {
    const file = caseWith({ '1-1': 'checked' })
    expect(file.findings).toMatchObject([{ itemCode: '1-1', verdict: 'incomplete' }])
  })
})
