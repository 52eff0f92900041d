import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, editions, type Mark, type RawEvidence } from '../../src/checklist/index.ts'
import { type Comparable, compare, isUnchanged } from '../../src/scoring/index.ts'
import { emptySheet } from '../checklist/answered-sheets.ts'
import { checking, checkingAll, edition } from './mark-sets.ts'
import { anySide, goodSide } from './sides.ts'

const old = editions['asaka-2020']

const beside = (code: string, raw: RawEvidence, evaluationYear = 2022): Comparable => ({
  ...goodSide,
  evaluationYear,
  evidence: { [code]: raw }
})

const between = (code: string, before: RawEvidence, after: RawEvidence) =>
  compare(edition, beside(code, before), beside(code, after, 2025))

const marked = (code: string, mark: Mark | undefined): Comparable => {
  const { [code]: _, ...others } = goodSide.marks
  return { ...goodSide, marks: mark === undefined ? others : { ...others, [code]: mark } }
}

describe('figures', () => {
  it('stand side by side with their years, column by column', () => {
    const last = { '2021.percent': '60', '2022.percent': '６２', everyone: 'no' }
    const present = { '2024.percent': '64', '2025.percent': '65.5', everyone: 'yes' }
    expect(between('3-1', last, present).figures).toMatchObject([
      {
        itemCode: '3-1',
        name: 'everyone',
        before: [{ year: null, value: 'いいえ' }],
        after: [{ year: null, value: 'はい' }]
      },
      {
        name: 'percent',
        label: '従業員の平均年次有給休暇取得率',
        before: [
          { year: 2021, value: '60%' },
          { year: 2022, value: '62%' }
        ],
        after: [
          { year: 2024, value: '64%' },
          { year: 2025, value: '65.5%' }
        ]
      }
    ])
  })

  it.each<[string, RawEvidence, RawEvidence, readonly string[]]>([
    ['2-1', { '2022.month': '40', '2022.year': '300' }, { '2025.month': '41' }, ['month', 'year']],
    ['4-1', { men: '3', women: '1' }, { men: '3', women: '2' }, ['women']],
    ['4-3', { 'rows.0.year': '2022', 'rows.0.men': '1' }, { 'rows.1.year': '2022', 'rows.1.men': '1' }, []],
    [
      '4-3',
      { 'rows.0.year': '2022', 'rows.0.men': '1' },
      { 'rows.0.year': '2024', 'rows.0.women': '1' },
      ['men', 'women']
    ],
    ['5-3', { 'rows.0.year': '2022', 'rows.0.people': '1' }, {}, ['people']],
    ['1-1', { text: '朝礼' }, { text: '掲示' }, []]
  ])('of %s, from %j to %j, differ in %j', (code, before, after, expected) => {
    expect(between(code, before, after).figures.map(({ name }) => name)).toEqual(expected)
  })

  it('of the tables of the 2020 sheet are compared likewise', () => {
    const side = (raw: RawEvidence, evaluationYear: number) => ({ ...beside('4-1', raw, evaluationYear), marks: {} })
    expect(compare(old, side({ '2021.cases': '2' }, 2021), side({ '2024.cases': '4' }, 2024)).figures).toEqual([
      {
        itemCode: '4-1',
        name: 'cases',
        label: '利用実績 利用件数',
        before: [{ year: 2021, value: '2件' }],
        after: [{ year: 2024, value: '4件' }]
      }
    ])
  })

  it('are no change that anybody must look at', () => {
    expect(isUnchanged(between('3-1', { '2022.percent': '60' }, { '2025.percent': '50' }))).toBe(true)
  })
})

describe('texts', () => {
  it.each<[string, RawEvidence, RawEvidence, string, string | null, string | null]>([
    ['1-1', { text: '朝礼' }, { text: '掲示' }, '理念の概要', '朝礼', '掲示'],
    ['1-1', {}, { text: '掲示' }, '理念の概要', null, '掲示'],
    ['4-1', { target: '3割' }, { target: ' ' }, '登用目標', '3割', null],
    [
      '2-3',
      { other: '声かけ' },
      { other: '貼り紙' },
      '上記以外の取組（具体的な取組内容をご記入ください。）',
      '声かけ',
      '貼り紙'
    ],
    ['7-1', { description: '省エネ' }, { description: '節水' }, '取組内容', '省エネ', '節水'],
    ['7-1', { published: '店内' }, { published: '社外' }, '公表している場所', '店内', '社外'],
    [
      '2-1',
      { basis: 'busiest' },
      { basis: 'average' },
      'どちらの時間を記入しますか',
      '最も時間外労働が多かった従業員の実績',
      '平均時間外労働時間'
    ]
  ])('of %s are compared: %j with %j', (code, before, after, label, one, other) => {
    const comparison = between(code, before, after)
    expect(comparison.texts).toMatchObject([{ itemCode: code, label, before: one, after: other }])
    expect(isUnchanged(comparison)).toBe(false)
  })

  it('do not differ by line ends and white space around them', () => {
    expect(between('1-1', { text: '一\r\n二 ' }, { text: ' 一\n二' }).texts).toEqual([])
  })
})

describe('measures', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ['6-1', ['training'], ['training', 'qualifications'], ['資格取得を支援している'], []],
    ['6-1', ['training'], ['qualifications'], ['資格取得を支援している'], ['教育・研修環境を整備している']],
    ['6-1', ['other', 'training'], ['training'], [], ['上記以外の取組（具体的な取組内容をご記入ください。）']]
  ])('of %s, from %j to %j: added %j, removed %j', (code, before, after, added, removed) => {
    const comparison = between(code, { measures: before }, { measures: after })
    expect(comparison.measures).toEqual([{ itemCode: code, label: '取組内容', added, removed }])
    expect(isUnchanged(comparison)).toBe(false)
  })

  it('are the goals of the SDGs too', () => {
    expect(between('7-1', { goals: ['5'] }, { goals: ['8', '5'] }).measures).toMatchObject([
      { label: '番号', added: [expect.stringMatching(/^8 /)], removed: [] }
    ])
  })
})

describe('marks', () => {
  const marks = ['checked', 'unchecked', 'not_applicable', undefined] as const
  const kinds: Record<string, string> = {
    'unchecked→checked': 'added',
    'not_applicable→checked': 'added',
    'checked→unchecked': 'removed',
    'checked→not_applicable': 'removed',
    'unchecked→not_applicable': 'other',
    'not_applicable→unchecked': 'other'
  }

  it.each(marks.flatMap((one) => marks.map((other) => [one, other] as const)))('from %s to %s', (one, other) => {
    const change = [one ?? 'unchecked', other ?? 'unchecked']
    const kind = kinds[change.join('→')]
    const [before, after] = change
    expect(compare(edition, marked('4-3', one), marked('4-3', other)).marks).toEqual(
      kind === undefined ? [] : [{ itemCode: '4-3', kind, before, after }]
    )
  })
})

describe('declarations', () => {
  const declared = { declared: true, detail: '三つ星' }
  const not = { declared: false, detail: '' }

  it.each([
    [undefined, declared, 'gained'],
    [not, declared, 'gained'],
    [declared, not, 'lost'],
    [declared, undefined, 'lost'],
    [declared, { declared: true, detail: '二つ星' }, 'detail'],
    [declared, { declared: true, detail: ' 三つ星 ' }, null],
    [{ declared: false, detail: '三つ星' }, not, null],
    [undefined, undefined, null]
  ])('from %j to %j', (before, after, kind) => {
    const side = (answer: typeof declared | undefined) => ({
      ...goodSide,
      declarations: { ...goodSide.declarations, ...(answer && { kurumin: answer }) }
    })
    const changes = compare(edition, side(before), side(after)).declarations
    expect(changes.map((change) => [change.id, change.kind])).toEqual(kind === null ? [] : [['kurumin', kind]])
  })
})

describe('categories', () => {
  const [all, none] = [checkingAll(edition), {}]

  it('flip where they pass on one side only', () => {
    const withoutSecond = { ...all, '2-1': 'unchecked', '2-2': 'unchecked', '2-3': 'unchecked' } as const
    const there = compare(edition, goodSide, { ...goodSide, marks: withoutSecond })
    expect(there.flips).toEqual([{ number: 2, title: '長時間労働の抑制', kind: 'lost' }])
    const back = compare(edition, { ...goodSide, marks: withoutSecond }, goodSide)
    expect(back.flips).toEqual([{ number: 2, title: '長時間労働の抑制', kind: 'gained' }])
    expect(back.needsExamination).toBe(false)
  })

  it('flip by the reading of 「-」 that is chosen, the same for both sides', () => {
    const marks = {
      ...checking('1-1', '2-1', '2-2', '3-1', '3-2', '4-1', '4-2'),
      '4-3': 'not_applicable',
      '4-4': 'not_applicable'
    } as const
    const before = { ...goodSide, marks }
    const flipsOf = (reading: 'leaves_denominator' | 'counts_as_unchecked') =>
      compare(
        edition,
        before,
        { ...goodSide, marks: { ...marks, '4-3': 'unchecked', '4-4': 'unchecked' } },
        { reading }
      ).flips
    expect(flipsOf('leaves_denominator')).toMatchObject([{ number: 4, kind: 'lost' }])
    expect(flipsOf('counts_as_unchecked')).toEqual([])
  })

  it('never flip against a side of another rule, which has no verdict', () => {
    const carried = carryOver({ ...emptySheet(old, 2021), marks: checkingAll(old) }, edition, 2025)
    const before = { ...carried, evaluationYear: 2025, body: goodSide.body }
    const comparison = compare(
      edition,
      before,
      { ...goodSide, marks: checking('1-1', '7-2', '2-2', '2-3') },
      { carriedOver: true }
    )
    expect(comparison).toMatchObject({ flips: [], verdict: { before: null }, needsExamination: false })
  })

  it('do not exist in a sheet of points', () => {
    const side = { ...goodSide, marks: checkingAll(old) }
    expect(compare(old, side, { ...side, marks: none }).flips).toEqual([])
  })
})

describe('a comparison', () => {
  it.each(Object.values(editions).map((sheet) => [sheet.id, sheet] as const))(
    'of a %s sheet with itself finds nothing',
    (_id, sheet) => {
      fc.assert(
        fc.property(anySide(sheet, 2022), (side) => {
          const comparison = compare(sheet, side, side)
          const { figures, texts, measures, marks, declarations, body, flips } = comparison
          expect([figures, texts, measures, marks, declarations, body, flips].flat()).toEqual([])
          expect(comparison.verdict.before).toEqual(comparison.verdict.after)
          expect(isUnchanged(comparison)).toBe(true)
        })
      )
    }
  )

  it.each(Object.values(editions).map((sheet) => [sheet.id, sheet] as const))(
    'of two %s sheets swaps what was added and removed when they are swapped',
    (_id, sheet) => {
      const swapped = {
        added: 'removed',
        removed: 'added',
        other: 'other',
        gained: 'lost',
        lost: 'gained',
        detail: 'detail'
      }
      const mirror = (changes: readonly object[]) =>
        changes.map((change) => {
          const { before, after, added, removed, kind, ...rest } = {
            before: null,
            after: null,
            added: null,
            removed: null,
            kind: 'other' as const,
            ...change
          }
          return { ...rest, before: after, after: before, added: removed, removed: added, kind: swapped[kind] }
        })
      const plain = (changes: readonly object[]) =>
        changes.map((change) => ({ before: null, after: null, added: null, removed: null, kind: 'other', ...change }))
      fc.assert(
        fc.property(anySide(sheet, 2022), anySide(sheet, 2022), (one, other) => {
          const [there, back] = [compare(sheet, one, other), compare(sheet, other, one)]
          for (const part of ['figures', 'texts', 'measures', 'marks', 'declarations', 'body', 'flips'] as const)
            expect(plain(back[part]), part).toEqual(mirror(there[part]))
          expect(isUnchanged(back)).toBe(isUnchanged(there))
        })
      )
    }
  )
})
