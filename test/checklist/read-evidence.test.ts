import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editions, fieldNames, itemsOf, type RawEvidence, readEvidence } from '../../src/checklist/index.ts'
import { item2023 } from './items.ts'

const read = (code: string, raw: RawEvidence) => readEvidence(item2023(code), raw, 2025)
const problemsOf = (code: string, raw: RawEvidence) => read(code, raw).problems

describe('evidence, once read', () => {
  it('holds overtime by year, oldest first, with what is empty as null', () => {
    const { evidence, problems } = read('2-1', { basis: 'busiest', '2024.month': '４６．５', '2024.year': '1,340' })
    expect(problems).toEqual([])
    expect(evidence).toEqual([
      {
        kind: 'overtime',
        basis: 'busiest',
        years: [
          { year: 2023, monthHours: null, yearHours: null },
          { year: 2024, monthHours: 46.5, yearHours: 1340 },
          { year: 2025, monthHours: null, yearHours: null }
        ]
      }
    ])
  })

  it('holds measures in the order of the paper, and "other" apart', () => {
    const raw = { measures: ['other', 'upper_limit_target', 'no_overtime_day'], other: ' 声かけ ' }
    expect(read('2-3', raw).evidence).toEqual([
      { kind: 'measures', ticked: ['no_overtime_day', 'upper_limit_target'], otherTicked: true, other: '声かけ' }
    ])
  })

  it('adds up men and women of a usage record', () => {
    const [usage] = read('4-3', { 'rows.0.year': '2023', 'rows.0.men': '1', 'rows.0.women': '３' }).evidence
    expect(usage).toMatchObject({
      rows: [
        { year: 2023, men: 1, women: 3, people: 4 },
        { year: null, people: null }
      ]
    })
  })

  it.each([
    ['7', '3', 30],
    ['2', '1', 33.3],
    ['0', '0', null],
    ['7', '', null]
  ])('computes the share of women among %s men and %j women: %s', (men, women, sharePercent) => {
    expect(read('4-1', { men, women }).evidence[1]).toMatchObject({ sharePercent })
  })

  it('holds the goals as numbers in order, each once', () => {
    const [sdgs] = read('7-1', { goals: ['17', '5', '5'] }).evidence
    expect(sdgs).toMatchObject({ goals: [5, 17], description: null })
  })

  it.each([
    ['yes', true],
    ['no', false],
    ['', null]
  ])('takes the answer %j to "did everyone take five days" as %s', (everyone, everyoneTookFive) => {
    expect(read('3-1', { everyone }).evidence[0]).toMatchObject({ everyoneTookFive })
  })

  it('keeps the lines of a text, with one kind of line end', () => {
    expect(read('1-1', { text: ' 一\r\n二\r三 ' }).evidence).toEqual([
      { kind: 'text', name: 'text', value: '一\n二\n三' }
    ])
  })
})

describe('what does not fit', () => {
  it.each([
    ['2-1', '2024.month', '多い', '数字で入力してください（例：42.5）'],
    ['2-1', '2024.month', '36,0', '数字で入力してください（例：42.5）'],
    ['2-1', '2024.month', '744.01', '0から744までの数字で入力してください'],
    ['2-1', '2024.year', '8785', '0から8784までの数字で入力してください'],
    ['2-1', '2024.month', '-1', '0から744までの数字で入力してください'],
    ['2-1', '2024.month', '1.234', '小数点より下は2桁までで入力してください（例：42.55）'],
    ['2-1', 'basis', 'median', '表示されている中から選んでください'],
    ['3-1', '2025.percent', '100.1', '0から100までの数字で入力してください'],
    ['4-1', 'men', '2.5', '小数のない数で入力してください（例：3）'],
    ['4-1', 'men', '三人', '数字で入力してください（例：3）'],
    ['4-3', 'rows.0.year', '2020', '2021年から2025年までの年を選んでください'],
    ['4-3', 'rows.0.year', '2026', '2021年から2025年までの年を選んでください'],
    ['7-1', 'goals', '18', '表示されている中から選んでください'],
    ['2-3', 'measures', 'free_beer', '表示されている中から選んでください'],
    ['1-1', 'text', 'あ'.repeat(2001), '2000文字以内で入力してください（いまは2001文字です）'],
    ['1-1', 'text', 'あ\u0000い', '画面に表示できない文字が入っています。消してから入力し直してください'],
    ['1-1', 'text', '\ud800', '画面に表示できない文字が入っています。消してから入力し直してください']
  ])('at %s is %s with %j: %s', (code, field, typed, message) => {
    expect(problemsOf(code, { [field]: typed })).toEqual([{ field, message }])
  })

  it.each([
    ['2-1', { '2024.month': '744', '2024.year': '8784' }],
    ['3-1', { '2025.percent': '100', '2024.percent': '0' }],
    ['4-3', { 'rows.0.year': '2021', 'rows.1.year': '２０２５' }],
    ['1-1', { text: '𠮷'.repeat(2000) }],
    ['1-1', { text: '一\t二\r\n三' }]
  ])('is not to be found at the edge of %s: %j', (code, raw) => {
    expect(problemsOf(code, raw)).toEqual([])
  })

  it('is a year with fewer hours than one of its months', () => {
    expect(problemsOf('2-1', { '2024.month': '340', '2024.year': '45' })).toMatchObject([{ field: '2024.year' }])
    expect(problemsOf('2-1', { '2024.month': '45', '2024.year': '45' })).toEqual([])
  })

  it('is read as nothing', () => {
    expect(read('4-1', { men: '三人', women: '1' }).evidence[1]).toMatchObject({
      men: null,
      women: 1,
      sharePercent: null
    })
  })
})

describe('reading', () => {
  it('passes over fields that the item does not have', () => {
    expect(read('1-1', { text: '表明', goals: ['99'], '2024.month': 'x' })).toMatchObject({ problems: [] })
  })

  it('takes the first of a field that came twice', () => {
    expect(read('1-1', { text: ['一', '二'] }).evidence).toMatchObject([{ value: '一' }])
  })

  it('takes anything that can be typed, and nothing empty is a problem', () => {
    const items = Object.values(editions).flatMap(itemsOf)
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 3 }))
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.infiniteStream(typed), (item, stream) => {
        const fields = fieldNames(item, 2025)
        const raw = Object.fromEntries(fields.map(({ name }) => [name, stream.next().value ?? '']))
        const known = new Set(fields.map(({ name }) => name))
        for (const { field, message } of readEvidence(item, raw, 2025).problems) {
          expect(known).toContain(field)
          expect(message).not.toBe('')
        }
        expect(readEvidence(item, {}, 2025).problems).toEqual([])
      })
    )
  })
})
