import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  carryOver,
  editions,
  fieldNames,
  forerunnerOf,
  itemsOf,
  type Marks,
  missingEvidence,
  type RawEvidence,
  readEvidence,
  yearlyFields
} from '../../src/checklist/index.ts'
import { anySheet, emptySheet } from './answered-sheets.ts'
import { item2023 } from './items.ts'

const old = editions['asaka-2020']
const current = editions['asaka-2023']
const both = [old, current]

const carriedIn = (code: string, raw: RawEvidence, toYear: number, fromYear = 2022) =>
  carryOver(
    { ...emptySheet(current, fromYear), marks: { [code]: 'checked' }, evidence: { [code]: raw } },
    current,
    toYear
  )

const fromOld = (marks: Marks, evidence: Record<string, RawEvidence> = {}) =>
  carryOver({ ...emptySheet(old, 2021), marks, evidence }, current, 2023)

describe('within one edition', () => {
  it('carries over all marks, as they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...both).chain((edition) => anySheet(edition, 2022)),
        (sheet) => {
          expect(carryOver(sheet, sheet.edition, 2025).marks).toEqual(sheet.marks)
        }
      )
    )
  })

  it.each<[string, RawEvidence, RawEvidence]>([
    ['1-1', { text: '朝礼で話す' }, { text: '朝礼で話す' }],
    ['2-1', { basis: 'average', '2022.month': '9' }, { basis: 'average' }],
    [
      '2-3',
      { measures: ['awareness', 'other'], other: '声かけ' },
      { measures: ['awareness', 'other'], other: '声かけ' }
    ],
    ['3-1', { everyone: 'yes', '2022.percent': '70' }, {}],
    ['4-1', { target: '3割', men: '3', women: '1' }, { target: '3割' }],
    ['4-3', { 'rows.0.year': '2022', 'rows.0.men': '1' }, {}],
    ['5-3', { 'rows.0.year': '2022', 'rows.0.people': '1', text: '1年まで' }, { text: '1年まで' }],
    [
      '7-1',
      { goals: ['5', '8'], description: '省エネ', published: '店内' },
      { goals: ['5', '8'], description: '省エネ', published: '店内' }
    ]
  ])('lets descriptions of %s stand and leaves facts of years blank: %j gives %j', (code, raw, expected) => {
    const { evidence, items } = carriedIn(code, raw, 2025)
    expect(evidence[code] ?? {}).toEqual(expected)
    expect(items[code]).toMatchObject({ origin: 'same', from: [code] })
  })

  it('lets figures stand of years that both sheets ask for', () => {
    const raw = { '2020.percent': '60', '2021.percent': '61', '2022.percent': '62', everyone: 'yes' }
    expect(carriedIn('3-1', raw, 2024).evidence['3-1']).toEqual({ '2022.percent': '62' })
    expect(carriedIn('3-1', raw, 2023).evidence['3-1']).toEqual({ '2021.percent': '61', '2022.percent': '62' })
  })

  it('leaves a usage record blank also where its year still counts, and shows it beside', () => {
    const raw = { 'rows.0.year': '2022', 'rows.0.women': '2' }
    const { evidence, items } = carriedIn('4-3', raw, 2025)
    expect(evidence['4-3']).toBeUndefined()
    expect(items['4-3']?.lastFigures).toEqual([{ code: '4-3', evidence: raw }])
  })

  it('shows whose hours they were beside last figures, and nothing where there were none', () => {
    const raw = { basis: 'busiest', '2022.month': '40' }
    expect(carriedIn('2-1', raw, 2025).items['2-1']?.lastFigures).toEqual([{ code: '2-1', evidence: raw }])
    expect(carriedIn('2-1', { basis: 'busiest' }, 2025).items['2-1']?.lastFigures).toEqual([])
    expect(carriedIn('1-1', { text: '朝礼' }, 2025).items['1-1']?.lastFigures).toEqual([])
  })

  it('treats the tables of a kept 2020 sheet as figures', () => {
    const sheet = {
      ...emptySheet(old, 2021),
      marks: { '4-1': 'checked', '5-3': 'checked' } as const,
      evidence: { '4-1': { '2020.cases': '2', '2021.cases': '3' }, '5-3': { text: '2人' } }
    }
    expect(carryOver(sheet, old, 2024)).toMatchObject({ marks: sheet.marks, evidence: { '5-3': { text: '2人' } } })
    expect(carryOver(sheet, old, 2024).evidence).not.toHaveProperty('4-1')
    expect(carryOver(sheet, old, 2022).evidence['4-1']).toEqual({ '2021.cases': '3' })
  })

  it('gives the old sheet back once the old figures are put in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...both).chain((edition) => anySheet(edition, 2022)),
        fc.integer({ min: 2022, max: 2026 }),
        (sheet, evaluationYear) => {
          const { marks, evidence, declarations, items } = carryOver(sheet, sheet.edition, evaluationYear)
          const filledIn = itemsOf(sheet.edition).map(({ code }) => {
            const last = items[code]?.lastFigures.map((figures) => figures.evidence) ?? []
            return [code, Object.assign({}, evidence[code], ...last)] as const
          })
          expect(Object.fromEntries(filledIn.filter(([, raw]) => Object.keys(raw).length > 0))).toEqual(sheet.evidence)
          expect({ marks, declarations }).toEqual({ marks: sheet.marks, declarations: sheet.declarations })
        }
      )
    )
  })
})

describe('from the 2020 sheet to the 2023 sheet', () => {
  it.each([
    ['1-1', 'same', ['1-1']],
    ['2-1', 'changed', ['2-3']],
    ['4-1', 'merged', ['5-1', '5-2']],
    ['7-1', 'new', []]
  ])('says of %s that it is %s, from %j', (code, origin, from) => {
    expect(fromOld({}).items[code]).toEqual({ origin, from, lastFigures: [] })
  })

  it.each<[string, Record<string, RawEvidence>, RawEvidence]>([
    ['1-1', { '1-1': { text: '朝礼' } }, { text: '朝礼' }],
    ['2-1', { '2-3': { '2019.month': '40', '2021.month': '41' } }, { basis: 'busiest', '2021.month': '41' }],
    ['2-1', { '2-3': { '2019.month': '40' } }, {}],
    [
      '2-3',
      { '2-4': { measures: ['no_overtime_day', 'upper_limit_target'] } },
      { measures: ['no_overtime_day', 'upper_limit_target'] }
    ],
    [
      '2-3',
      { '2-4': { measures: ['no_overtime_day', 'awareness_managers', 'awareness_staff'] } },
      { measures: ['no_overtime_day', 'other'], other: '管理職・監督者への意識啓発、管理職以外の職員への意識啓発' }
    ],
    [
      '3-2',
      { '3-3': { measures: ['awareness_staff', 'follow_up', 'other'], other: '声かけ' } },
      { measures: ['follow_up', 'other'], other: '管理職以外の職員への意識啓発\n声かけ' }
    ],
    ['3-1', { '3-1': { '2021.days': '9.5' } }, {}],
    ['4-1', { '5-1': { target: '3割' }, '5-2': { '2021.men': '3', '2021.women': '1' } }, { target: '3割' }],
    ['4-3', { '4-5': { '2021.men': '1' } }, {}],
    ['5-2', { '4-1': { '2021.cases': '2' }, '4-2': { text: '週1日在宅' } }, { text: '週1日在宅' }],
    ['5-3', { '4-9': { '2021.men': '1' }, '4-11': { text: '1年まで' } }, { text: '1年まで' }]
  ])('carries into %s what is safe of %j: %j', (code, evidence, expected) => {
    const marks = Object.fromEntries(Object.keys(evidence).map((from) => [from, 'checked'] as const))
    const carried = fromOld(marks, evidence)
    expect(carried.evidence[code] ?? {}).toEqual(expected)
    expect(carried.marks[code]).toBe('checked')
    expect(readEvidence(item2023(code), carried.evidence[code] ?? {}, 2023).problems).toEqual([])
  })

  it.each(
    itemsOf(current).flatMap((item) => {
      const from = forerunnerOf(item)?.from ?? []
      return from.length === 0 ? [] : [[item.code, from] as const]
    })
  )('checks %s when any of %j was checked, in every combination of their marks', (code, from) => {
    const combinations = from.reduce<readonly Marks[]>(
      (all, one) =>
        all.flatMap((marks): readonly Marks[] => [
          marks,
          { ...marks, [one]: 'checked' },
          { ...marks, [one]: 'unchecked' }
        ]),
      [{}]
    )
    expect(combinations).toHaveLength(3 ** from.length)
    for (const marks of combinations) {
      const given = Object.values(marks)
      const expected = given.includes('checked') ? 'checked' : given[0]
      expect(fromOld(marks).marks, JSON.stringify(marks)).toEqual(expected === undefined ? {} : { [code]: expected })
    }
  })

  it('bears out a merged mark only by what stands beside a checked forerunner', () => {
    const evidence = { '4-1': { '2021.cases': '2' }, '4-2': { text: '準備中' } }
    expect(fromOld({ '4-1': 'checked', '4-2': 'unchecked' }, evidence).evidence['5-2']).toBeUndefined()
    expect(fromOld({ '4-1': 'unchecked', '4-2': 'unchecked' }, evidence).evidence['5-2']).toEqual({ text: '準備中' })
  })

  it('shows the tables of all forerunners beside the blanks', () => {
    const table = { '2021.men': '1', '2020.women': '2' }
    const { items } = fromOld({}, { '4-9': table, '4-10': {}, '4-11': { text: '1年' } })
    expect(items['5-3']?.lastFigures).toEqual([{ code: '4-9', evidence: table }])
  })

  it('has no box that two forerunners would fill', () => {
    for (const item of itemsOf(current)) {
      const boxes = (forerunnerOf(item)?.from ?? [])
        .flatMap((code) => itemsOf(old).find((one) => one.code === code)?.evidence ?? [])
        .flatMap((field) => (field.kind === 'text' ? [field.name] : field.kind === 'measures' ? ['measures'] : []))
      expect(new Set(boxes).size, item.code).toBe(boxes.length)
    }
  })

  it('checks nothing that had no checked forerunner, and begins new items blank', () => {
    fc.assert(
      fc.property(anySheet(old, 2021), (sheet) => {
        const { marks, evidence, items } = carryOver(sheet, current, 2024)
        for (const { code } of itemsOf(current)) {
          const from = items[code]?.from ?? []
          expect(marks[code] === 'checked').toBe(from.some((one) => sheet.marks[one] === 'checked'))
          if (items[code]?.origin === 'new') expect([marks[code], evidence[code]]).toEqual([undefined, undefined])
        }
      })
    )
  })

  it('gives a sheet that can be read, with a blank for every fact of a year', () => {
    fc.assert(
      fc.property(anySheet(old, 2021), (sheet) => {
        const { evidence } = carryOver(sheet, current, 2024)
        for (const item of itemsOf(current)) {
          const raw = evidence[item.code] ?? {}
          const known = fieldNames(item, 2024).map(({ name }) => name)
          expect(known).toEqual(expect.arrayContaining(Object.keys(raw)))
          expect(readEvidence(item, raw, 2024).problems).toEqual([])
          for (const { name } of yearlyFields(item, 2024)) expect(raw[name]).toBeUndefined()
        }
      })
    )
  })

  it.each([
    ['6-5', 'kurumin', { declared: true, detail: 'プラチナ' }],
    ['6-6', 'diverse_work_style', { declared: true, detail: 'プラチナ' }],
    ['6-7', 'legal_compliance', { declared: true, detail: '' }]
  ])('makes a declaration of item %s: %s', (code, id, expected) => {
    const evidence = { '6-5': { certified_class: 'プラチナ' }, '6-6': { certified_class: 'プラチナ' } }
    expect(fromOld({ [code]: 'checked' }, evidence).declarations).toEqual({ [id]: expected })
    expect(fromOld({ [code]: 'unchecked' }, evidence).declarations).toEqual({})
  })
})

describe('a certification of which no answers are kept', () => {
  it.each([
    [old, current],
    [old, old],
    [current, current]
  ])('gives an empty draft', (last, edition) => {
    const { marks, evidence, declarations, items } = carryOver(emptySheet(last, 2021), edition, 2024)
    expect({ marks, evidence, declarations }).toEqual({ marks: {}, evidence: {}, declarations: {} })
    expect(Object.keys(items)).toEqual(itemsOf(edition).map(({ code }) => code))
    for (const item of itemsOf(edition)) {
      const origin = last === edition ? 'same' : (forerunnerOf(item)?.kind ?? 'new')
      expect(items[item.code]?.origin).toBe(origin)
    }
  })

  it('knows no way back from the 2023 sheet to the 2020 sheet: every item is new', () => {
    fc.assert(
      fc.property(anySheet(current, 2021), (sheet) => {
        const { marks, evidence, items } = carryOver(sheet, old, 2024)
        expect({ marks, evidence }).toEqual({ marks: {}, evidence: {} })
        expect(new Set(Object.values(items).map(({ origin }) => origin))).toEqual(new Set(['new']))
      })
    )
  })
})

it('needs nothing filled in where a description that stands is enough', () => {
  const { evidence } = carriedIn('4-1', { target: '3割', men: '3', women: '1' }, 2025)
  expect(missingEvidence(item2023('4-1'), 'checked', evidence['4-1'] ?? {}, 2025)).toEqual([])
})
