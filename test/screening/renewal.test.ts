import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Application, SubmissionContent } from '../../src/applications/application.ts'
import { editions, itemsOf, type Marks } from '../../src/checklist/index.ts'
import { examineCase } from '../../src/screening/case-file.ts'
import type { Baseline } from '../../src/screening/read-baseline.ts'
import { reviewRenewal } from '../../src/screening/renewal.ts'
import { groundsField, groundsIn, groundsOf, type RouteChoice } from '../../src/screening/route.ts'
import type { ItemDecision } from '../../src/screening/screening.ts'
import { cheapestEvidence, cheapestMarks, profileOf } from '../support/cases.ts'
import { decisionOn, fileFor, submissionOf } from './cases.ts'

const application = (parts: Partial<Application> = {}): Application => ({
  id: 'a-renewal',
  companyId: 'a-company',
  companyName: '株式会社あさか製作所',
  kind: 'renewal',
  renews: 'the-first',
  edition: 'asaka-2023',
  evaluationYear: 2025,
  status: 'screening',
  number: 'R8-501',
  begunAt: new Date('2026-11-01T00:00:00Z'),
  submittedAt: new Date('2026-11-01T00:00:00Z'),
  statusSince: new Date('2026-11-01T00:00:00Z'),
  ...parts
})

const answers = { marks: cheapestMarks, evidence: cheapestEvidence }

const baseline = (parts: Partial<Baseline> = {}, content: Partial<SubmissionContent> = {}): Baseline => ({
  application: application({ id: 'the-first', kind: 'initial', renews: null, evaluationYear: 2022 }),
  content: submissionOf(1, { ...answers, ...content }).content,
  confirmedMarks: content.marks ?? cheapestMarks,
  ...parts
})

type Given = {
  readonly content?: Partial<SubmissionContent>
  readonly before?: Baseline
  readonly decisions?: readonly ItemDecision[]
  readonly choice?: RouteChoice
  readonly rounds?: number
}

const review = ({ content = {}, before = baseline(), decisions = [], choice, rounds = 1 }: Given = {}) => {
  const submission = (round: number) => submissionOf(round, { ...answers, ...content })
  const later = Array.from({ length: rounds - 1 }, (_, index) => submission(index + 2))
  const file = examineCase({
    application: application(),
    submissions: [submission(1), ...later],
    decisions,
    readingChoice: null,
    hearings: []
  })
  return reviewRenewal(file, before, choice ?? null, '朝霞市')
}

const claimed = Object.keys(cheapestMarks)

const chosen = (parts: Partial<RouteChoice> = {}): RouteChoice => ({
  round: 1,
  route: 'simplified',
  proposed: 'simplified',
  grounds: [],
  reason: '',
  chosenAt: new Date('2026-11-10T00:00:00Z'),
  chosenByName: '産業 太郎',
  ...parts
})

describe('the proposal for a renewal', () => {
  it('with nothing new is to go without an examination, and every item can be accepted together', () => {
    expect(review()).toMatchObject({ proposed: 'simplified', grounds: [], unchangedItems: claimed, isOutdated: false })
  })

  it.each([
    [
      'a category lost',
      { marks: { ...cheapestMarks, '1-1': 'unchecked', '4-1': 'checked', '4-2': 'checked' } },
      'category-lost:1'
    ],
    ['the standard not met', { marks: { '1-1': 'checked' } }, 'standard-not-met'],
    ['no legal compliance', { declarations: {} }, 'legal-compliance-gone'],
    ['another body', { profile: profileOf({ legalEntityNumber: '7123456789012' }) }, 'legal-entity-changed'],
    ['a merger', { renewal: { organisationChanged: true, organisationDetail: '吸収合併' } }, 'organisation-changed'],
    ['an address elsewhere', { profile: profileOf({ address: '埼玉県志木市中宗岡1-1-1' }) }, 'left-city']
  ] as const)('with %s is to be examined', (_what, content: Partial<SubmissionContent>, ground) => {
    const { proposed, grounds } = review({ content })
    expect(proposed).toBe('examination')
    expect(grounds).toContain(ground)
  })

  it('follows what the secretariat did not accept, and takes what is undecided or asked as claimed', () => {
    expect(review({ decisions: [decisionOn('1-1', 'queried')] }).proposed).toBe('simplified')
    expect(review({ decisions: [decisionOn('1-1', 'not_accepted')] }).grounds).toEqual([
      'standard-not-met',
      'category-lost:1'
    ])
  })

  it('rests on what was confirmed last time, not on what was claimed', () => {
    const before = baseline({ confirmedMarks: { ...cheapestMarks, '7-2': 'unchecked', '7-1': 'unchecked' } })
    const content = { marks: { ...cheapestMarks, '7-2': 'unchecked', '6-1': 'checked', '6-2': 'checked' } } as const
    expect(review({ before, content }).grounds).toEqual([])
  })

  it('without the last sheet rests on the standard and the declaration alone, and takes nothing for unchanged', () => {
    const before = baseline({ content: null, confirmedMarks: {} })
    expect(review({ before })).toMatchObject({ hasBaseline: false, proposed: 'simplified', unchangedItems: [] })
    expect(review({ before, content: { declarations: {} } }).grounds).toEqual(['legal-compliance-gone'])
  })

  it('after a sheet of 2020 compares what both ask for, and loses no category', () => {
    const last = application({
      id: 'the-first',
      kind: 'initial',
      renews: null,
      edition: 'asaka-2020',
      evaluationYear: 2019
    })
    const marks: Marks = Object.fromEntries(itemsOf(editions['asaka-2020']).map(({ code }) => [code, 'checked']))
    const content = submissionOf(1, { marks, evidence: {} }).content
    const { isCarriedOver, proposed, comparison } = review({
      before: { application: last, content, confirmedMarks: marks }
    })
    expect({ isCarriedOver, proposed, flips: comparison.flips }).toEqual({
      isCarriedOver: true,
      proposed: 'simplified',
      flips: []
    })
  })
})

describe('items that nothing is new in', () => {
  const without = (code: string) => claimed.filter((one) => one !== code)

  it('are not those whose text, measures or mark changed', () => {
    const evidence = { ...cheapestEvidence, '7-2': { text: '子ども食堂を始めた。' } }
    expect(review({ content: { evidence } }).unchangedItems).toEqual(without('7-2'))
    const measures = { ...cheapestEvidence, '5-1': { measures: [] } }
    expect(review({ content: { evidence: measures } }).unchangedItems).toEqual(without('5-1'))
    const before = baseline({ confirmedMarks: { ...cheapestMarks, '1-1': 'unchecked' } })
    expect(review({ before }).unchangedItems).toEqual(without('1-1'))
  })

  it('are those where only figures of years changed, unless these contradict the mark', () => {
    const marks: Marks = { ...cheapestMarks, '3-1': 'checked' }
    const took = (percent: string, from: number, everyone = 'yes') =>
      Object.fromEntries([['everyone', everyone], ...[0, 1, 2].map((year) => [`${from + year}.percent`, percent])])
    const evidence = (figures: Record<string, string>) => ({ ...cheapestEvidence, '3-1': figures })
    const before = baseline({}, { marks, evidence: evidence(took('80', 2020)) })
    const good = review({ before, content: { marks, evidence: evidence(took('85', 2023)) } })
    expect(good.comparison.figures.map(({ itemCode }) => itemCode)).toContain('3-1')
    expect(good.unchangedItems).toContain('3-1')
    const bad = review({ before, content: { marks, evidence: evidence(took('1', 2023, 'no')) } })
    expect(bad.unchangedItems).not.toContain('3-1')
  })

  it('are not those of which a file is gone; a further file changes nothing', () => {
    const before = baseline({}, { attachments: [fileFor('1-1', 'aaa')] })
    expect(review({ before }).unchangedItems).toEqual(without('1-1'))
    const attachments = [fileFor('1-1', 'aaa'), fileFor('1-1', 'bbb')]
    expect(review({ before, content: { attachments } }).unchangedItems).toEqual(claimed)
  })

  it('are not those that somebody decided, or asked about in an earlier round', () => {
    expect(review({ decisions: [decisionOn('1-1', 'accepted')] }).unchangedItems).toEqual(without('1-1'))
    expect(review({ decisions: [decisionOn('1-1', 'queried')], rounds: 2 }).unchangedItems).toEqual(without('1-1'))
  })
})

describe('a choice of the way', () => {
  it('counts for its round only', () => {
    expect(review({ choice: chosen() }).choice).toMatchObject({ route: 'simplified' })
    expect(review({ choice: chosen(), rounds: 2 })).toMatchObject({ choice: null, isOutdated: false })
  })

  it('is outdated once the grounds are others, also where only another category was lost', () => {
    expect(review({ choice: chosen() }).isOutdated).toBe(false)
    const decisions = [decisionOn('1-1', 'not_accepted')]
    expect(review({ choice: chosen(), decisions }).isOutdated).toBe(true)
    const grounds = ['standard-not-met', 'category-lost:7']
    expect(review({ choice: chosen({ grounds, route: 'examination' }), decisions }).isOutdated).toBe(true)
  })

  it('keeps its grounds through a field of a form', () => {
    const kinds = [
      'standard-not-met',
      'standard-undetermined',
      'legal-compliance-gone',
      'organisation-changed',
      'left-city'
    ] as const
    const reason = fc.oneof(
      fc.constantFrom(...kinds).map((kind) => ({ kind })),
      fc
        .array(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
        .map((numbers) => ({ kind: 'category-lost' as const, numbers }))
    )
    fc.assert(
      fc.property(fc.array(reason), (reasons) => {
        const grounds = groundsOf(reasons)
        expect(groundsIn(groundsField(grounds))).toEqual(grounds)
      })
    )
  })
})
