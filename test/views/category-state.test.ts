import { describe, expect, it } from 'vitest'
import { type Category, editions, type FormAnswers, readAnswers } from '../../src/checklist/index.ts'
import { publishedAverages } from '../../src/scheme/averages.ts'
import { progressOf } from '../../src/scoring/index.ts'
import { averagesOf, categoryState } from '../../views/browser/category-state.ts'
import { forecastWords } from '../../views/browser/forecast-words.ts'
import { stepWords } from '../../views/browser/progress-words.ts'
import { shareWords } from '../../views/browser/share-words.ts'

const edition = editions['asaka-2023']
const category = (number: number): Category => {
  const found = edition.categories.find((one) => one.number === number)
  if (found === undefined) throw new Error(`no category ${number}`)
  return found
}

const state = (number: number, answers: FormAnswers, industry = 'E') =>
  categoryState(edition, category(number), answers, {
    evaluationYear: 2025,
    industry,
    averages: averagesOf(publishedAverages, industry),
    otherMarks: {}
  })

const item = (number: number, code: string, answers: FormAnswers, industry?: string) =>
  state(number, answers, industry).items.find((one) => one.code === code)

describe('the forecast in words', () => {
  it('counts what passes, what lacks one, and what lacks more', () => {
    const words = forecastWords(edition, { '1-1': 'checked', '2-3': 'checked' })
    expect(words).toMatchObject({ passed: 1, required: 3 })
    expect(words.categories.map(({ text }) => text)).toEqual([
      '合格 1/2',
      'あと1項目',
      '0/3',
      '0/5',
      '0/3',
      '0/4',
      'あと1項目'
    ])
    expect(words.shortestWay).toMatch(/^いちばん近い道：「長時間労働の抑制」であと1項目/)
  })

  it('says when the standard is met', () => {
    const marks = { '1-1': 'checked', '7-2': 'checked', '5-1': 'checked', '5-2': 'checked' } as const
    expect(forecastWords(edition, marks).shortestWay).toBe('認定基準を満たす見込みです。')
  })
})

describe('how far a category is', () => {
  it.each([
    ['nothing marked', {}, {}, 'not_started'],
    ['evidence without a mark', {}, { '1-1': { text: '宣言' } }, 'not_started'],
    ['a mark without its evidence', { '1-1': 'checked' }, {}, 'in_progress'],
    ['a mark with its evidence that is enough', { '1-1': 'checked' }, { '1-1': { text: '宣言' } }, 'done'],
    ['one answer that is not enough', { '1-1': 'unchecked' }, {}, 'in_progress'],
    ['every item answered', { '1-1': 'unchecked', '1-2': 'unchecked' }, {}, 'done']
  ] as const)('%s', (_what, marks, evidence, progress) => {
    const passed = Object.values(marks).some((mark) => mark === 'checked')
    expect(progressOf(category(1), { marks, evidence }, 2025, passed)).toBe(progress)
  })

  it('is not done while an entry is wrong', () => {
    const answers = { marks: { '4-1': 'checked' }, evidence: { '4-1': { target: '3割', men: '六' } } } as const
    expect(progressOf(category(4), answers, 2025, true)).toBe('in_progress')
  })

  it('says what comes of it once it is done', () => {
    expect([stepWords('done', true), stepWords('done', false), stepWords('in_progress', true)]).toEqual([
      '合格見込み',
      '完了',
      '入力中'
    ])
  })
})

describe('what stands beside an item', () => {
  const overtime = (month: string) => ({
    marks: { '2-1': 'checked' } as const,
    evidence: {
      '2-1': Object.fromEntries([
        ['basis', 'busiest'],
        ...[2023, 2024, 2025].flatMap((year) => [
          [`${year}.month`, month],
          [`${year}.year`, '300']
        ])
      ])
    }
  })

  it('warns and offers the average where the busiest employee is over', () => {
    expect(item(2, '2-1', overtime('46.5'))?.finding).toMatchObject({ tone: 'warning', offersAverage: true })
  })

  it('confirms what was computed', () => {
    expect(item(2, '2-1', overtime('45'))?.finding).toMatchObject({ tone: 'success', offersAverage: false })
  })

  it('stays silent before anything is typed, about plain texts, and where a message stands already', () => {
    expect(item(2, '2-1', { marks: { '2-1': 'checked' }, evidence: {} })?.finding).toBeNull()
    expect(item(1, '1-1', { marks: { '1-1': 'checked' }, evidence: { '1-1': { text: '宣言' } } })?.finding).toBeNull()
    const wrong = item(2, '2-1', overtime('四十'))
    expect(wrong?.finding).toBeNull()
    expect(wrong?.problems.map(({ field }) => field)).toEqual(['2-1.2023.month', '2-1.2024.month', '2-1.2025.month'])
  })

  it('calls a wrong entry wrong only under the mark that asks for it', () => {
    const answers = { marks: { '2-1': 'unchecked' }, evidence: overtime('四十').evidence } as const
    expect(item(2, '2-1', answers)?.problems).toEqual([])
  })

  it('keeps the entries in sight that contradict 「-」', () => {
    const evidence = { '4-3': { 'rows.0.year': '2024', 'rows.0.men': '1' } }
    expect(item(4, '4-3', { marks: { '4-3': 'not_applicable' }, evidence })).toMatchObject({ showsEvidence: true })
    expect(item(4, '4-3', { marks: { '4-3': 'not_applicable' }, evidence: {} })).toMatchObject({ showsEvidence: false })
  })

  it('compares with the averages of one industry alone', () => {
    const answers = { marks: { '4-1': 'checked' }, evidence: { '4-1': { men: '6', women: '2' } } } as const
    expect(item(4, '4-1', answers, 'M')?.finding?.tone).toBe('success')
    expect(item(4, '4-1', answers, 'P')?.finding?.tone).toBe('warning')
  })
})

describe('reading a form', () => {
  const read = (values: Readonly<Record<string, readonly string[]>>) =>
    readAnswers(category(4).items, 2025, (name) => values[name] ?? [])

  it('keeps what was typed, without the empty boxes', () => {
    const answers = read({ 'mark.4-1': ['checked'], '4-1.target': [' 3割\r\nにする '], '4-1.men': [''] })
    expect(answers).toEqual({ marks: { '4-1': 'checked' }, evidence: { '4-1': { target: '3割\nにする' } } })
  })

  it('knows no other mark', () => {
    expect(read({ 'mark.4-1': ['yes'] }).marks).toEqual({})
  })
})

it.each([
  ['6', '2', '25.0%'],
  ['６', '３', '33.3%'],
  ['0', '0', '－'],
  ['', '2', '－'],
  ['-1', '2', '－'],
  ['1.5', '2', '－']
])('shows the share of women among %s men and %s women as %s', (men, women, words) => {
  expect(shareWords(men, women)).toBe(words)
})
