import { describe, expect, it } from 'vitest'
import { categoryDifferences } from '../../src/applications/differences.ts'
import { journeyOf } from '../../src/applications/journey.ts'
import { answersIn, emptySections, sayTheSame } from '../../src/applications/sections.ts'
import { editions } from '../../src/checklist/index.ts'

const edition = editions['asaka-2023']
const declared = { legal_compliance: { declared: true, detail: '' } }
const empty = answersIn(emptySections(edition))

describe('the way through an application', () => {
  it('begins with the declarations', () => {
    expect(journeyOf(edition, empty, 2025)).toMatchObject({
      declarations: 'not_started',
      meetsStandard: false,
      next: { kind: 'declarations' }
    })
  })

  it.each([
    ['the required one', declared, 'done'],
    ['another one alone', { kurumin: { declared: true, detail: 'くるみん' } }, 'in_progress'],
    ['one without its detail', { ...declared, kurumin: { declared: true, detail: '' } }, 'in_progress'],
    ['a detail that is not declared', { ...declared, kurumin: { declared: false, detail: 'x' } }, 'done']
  ])('takes the declarations with %s', (_what, declarations, progress) => {
    expect(journeyOf(edition, { ...empty, declarations }, 2025).declarations).toBe(progress)
  })

  it('goes on with what was begun, then by the shortest way', () => {
    const next = (answers: object) => journeyOf(edition, { ...empty, declarations: declared, ...answers }, 2025).next
    expect(next({})).toEqual({ kind: 'category', number: 1 })
    expect(next({ marks: { '6-1': 'checked' } })).toEqual({ kind: 'category', number: 6 })
  })

  it('ends at the confirmation once the standard is met by whole answers', () => {
    const marks = { '1-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' } as const
    const evidence = {
      '1-1': { text: 'x' },
      '5-1': { measures: ['side_jobs'] },
      '5-2': { text: 'x' },
      '7-2': { text: 'x' }
    }
    const journey = journeyOf(edition, { declarations: declared, marks, evidence }, 2025)
    expect(journey).toMatchObject({ meetsStandard: true, next: { kind: 'confirmation' } })
    expect(journey.categories.filter(({ progress }) => progress === 'done')).toHaveLength(3)
    const lacking = journeyOf(edition, { declarations: declared, marks, evidence: {} }, 2025)
    expect(lacking).toMatchObject({ meetsStandard: true, next: { kind: 'category', number: 1 } })
  })
})

describe('the way once the standard is met', () => {
  const evidence = {
    '1-1': { text: 'x' },
    '5-1': { measures: ['side_jobs'] },
    '5-2': { text: 'x' },
    '7-2': { text: 'x' }
  }
  const marks = { '1-1': 'checked', '5-1': 'checked', '5-2': 'checked', '7-2': 'checked' } as const
  const whole = { declarations: declared, marks, evidence }

  it('is the confirmation, though a fourth category was begun and does not pass', () => {
    const answers = { ...whole, marks: { ...marks, '2-1': 'unchecked' } as const }
    expect(journeyOf(edition, answers, 2025).next).toEqual({ kind: 'confirmation' })
  })

  it('is the category whose checked item says nothing yet', () => {
    const answers = { ...whole, marks: { ...marks, '2-2': 'checked' } as const }
    expect(journeyOf(edition, answers, 2025).next).toEqual({ kind: 'category', number: 2 })
  })
})

describe('two texts', () => {
  it('are the same in whatever order their keys stand', () => {
    const one = { marks: { a: 'checked', b: 'unchecked' }, evidence: {} } as const
    const other = { evidence: {}, marks: { b: 'unchecked', a: 'checked' } } as const
    expect(sayTheSame(one, other)).toBe(true)
    expect(sayTheSame(one, { ...other, evidence: { a: { text: '' } } })).toBe(false)
  })

  it('are set side by side in the words of the page', () => {
    const [, category] = edition.categories
    if (category === undefined) throw new Error('no category')
    const typed = {
      marks: { '2-3': 'checked' },
      evidence: { '2-3': { measures: ['no_overtime_day', 'awareness'] } }
    } as const
    const stored = { marks: { '2-3': 'unchecked' }, evidence: { '2-3': { measures: ['awareness'] } } } as const
    expect(categoryDifferences(category, typed, stored, 2025)).toEqual([
      { field: 'mark.2-3', label: '2-3 当てはまるか', typed: '当てはまる', stored: '当てはまらない' },
      {
        field: '2-3.measures',
        label: '2-3 取組内容',
        typed: 'ノー残業デーの実施、管理・監督者、その他従業員への意識啓発',
        stored: '管理・監督者、その他従業員への意識啓発'
      }
    ])
  })
})
