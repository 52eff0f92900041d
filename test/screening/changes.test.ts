import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/screening/changes.ts'
import { profileOf } from '../support/cases.ts'
import { fileFor, submissionOf } from './cases.ts'

const contentOf = (...parts: Parameters<typeof submissionOf>) => submissionOf(...parts).content
const changedItems = (
  before: Parameters<typeof submissionOf>[1],
  after: Parameters<typeof submissionOf>[1]
): readonly string[] => changesBetween(contentOf(1, before), contentOf(2, after)).items.map(({ itemCode }) => itemCode)

describe('changes between two submissions', () => {
  it('finds nothing between equal ones', () => {
    const parts = { marks: { '1-1': 'checked' }, evidence: { '1-1': { text: '宣言' } } } as const
    expect(changesBetween(contentOf(1, parts), contentOf(2, parts))).toEqual({
      items: [],
      profile: [],
      declarations: []
    })
  })

  it('takes an item without a mark for unchecked', () => {
    expect(changedItems({ marks: {} }, { marks: { '1-1': 'unchecked' } })).toEqual([])
  })

  it('takes an empty box for one that was never there, in whatever order they were stored', () => {
    const before = { evidence: { '4-3': { 'rows.0.year': '2025', 'rows.0.men': '2', 'rows.1.year': '' } } }
    const after = { evidence: { '4-3': { 'rows.0.men': '2', 'rows.0.year': '2025', goals: [] } } }
    expect(changedItems(before, after)).toEqual([])
  })

  it.each([
    ['a mark', { marks: { '2-1': 'checked' } }, { marks: { '2-1': 'unchecked' } }],
    ['a text', { evidence: { '2-1': { text: '前' } } }, { evidence: { '2-1': { text: '後' } } }],
    ['a text that was added', {}, { evidence: { '2-1': { text: '後' } } }],
    ['a choice', { evidence: { '2-1': { goals: ['1'] } } }, { evidence: { '2-1': { goals: ['1', '2'] } } }],
    ['a file that was added', {}, { attachments: [fileFor('2-1', 'aa')] }],
    ['a file that was removed', { attachments: [fileFor('2-1', 'aa')] }, {}],
    ['a file that was replaced', { attachments: [fileFor('2-1', 'aa')] }, { attachments: [fileFor('2-1', 'bb')] }]
  ] as const)('finds %s', (_what, before, after) => {
    expect(changedItems(before, after)).toEqual(['2-1'])
  })

  it('does not mind the order of the files', () => {
    const [first, second] = [fileFor('2-1', 'aa'), fileFor('2-1', 'bb')]
    expect(changedItems({ attachments: [first, second] }, { attachments: [second, first] })).toEqual([])
  })

  it('names the items in the order of the paper, with the answer before and after', () => {
    const { items } = changesBetween(
      contentOf(1, { marks: { '7-1': 'checked' } }),
      contentOf(2, { marks: { '2-1': 'checked' }, evidence: { '2-1': { text: '後' } } })
    )
    expect(items.map(({ itemCode }) => itemCode)).toEqual(['2-1', '7-1'])
    expect(items[0]).toEqual({
      itemCode: '2-1',
      before: { mark: 'unchecked', evidence: {}, attachments: [] },
      after: { mark: 'checked', evidence: { text: '後' }, attachments: [] }
    })
  })

  it('finds what changed in the profile, a number as text and nothing as empty', () => {
    const { profile } = changesBetween(
      contentOf(1, { profile: profileOf({ employees: 48, legalEntityNumber: null }) }),
      contentOf(2, { profile: profileOf({ employees: 50, legalEntityNumber: '7123456789012' }) })
    )
    expect(profile).toEqual([
      { field: 'legalEntityNumber', before: '', after: '7123456789012' },
      { field: 'employees', before: '48', after: '50' }
    ])
  })

  it('finds what changed in the declarations', () => {
    const { declarations } = changesBetween(
      contentOf(1, { declarations: { kurumin: { declared: true, detail: '' } } }),
      contentOf(2, {
        declarations: { kurumin: { declared: true, detail: 'プラチナ' }, sdgs_partner: { declared: false, detail: '' } }
      })
    )
    expect(declarations.map(({ id }) => id)).toEqual(['kurumin'])
  })
})
