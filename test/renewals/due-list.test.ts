import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificationPeriod } from '../../src/certificates/period.ts'
import { dueCsv } from '../../src/renewals/due-csv.ts'
import { dueGroups, dueList, dueRange, pageOf, rowsIn } from '../../src/renewals/due-list.ts'
import { reminderName, stateWords } from '../../src/renewals/due-words.ts'
import type { EndingPeriod } from '../../src/renewals/ending.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { asaka } from '../../src/scheme/scheme.ts'

const on = '2026-11-21'

const ending = (endsOn: string, parts: Partial<EndingPeriod> = {}): EndingPeriod => ({
  periodId: `period ${endsOn}`,
  certificationId: 'c',
  applicationId: 'a',
  hasCase: true,
  number: 12,
  companyId: 'o',
  companyName: '株式会社あさか製作所',
  period: { startsOn: '2023-11-22', endsOn },
  endedOn: null,
  endedHow: null,
  open: null,
  ...parts
})

const open = (status: 'draft' | 'submitted' | 'returned' | 'heard', kind: 'initial' | 'renewal' = 'renewal') => ({
  open: { id: 'r', kind, status, number: status === 'draft' ? null : 'R8-034' }
})

const rowOf = (one: EndingPeriod, day = on) => dueList([one], new Map(), asaka, day)[0]

describe('the group of a certification', () => {
  it.each([
    ['2026-11-20', 'late'],
    ['2026-08-23', 'late'],
    ['2026-08-22', 'over'],
    ['2026-11-21', 'month1'],
    ['2026-12-21', 'month1'],
    ['2026-12-22', 'month3'],
    ['2027-02-21', 'month3'],
    ['2027-02-22', 'month6'],
    ['2027-05-21', 'month6'],
    ['2027-05-22', 'month12'],
    ['2027-11-21', 'month12']
  ])('that ends on %s, seen on 2026-11-21, is %s', (endsOn, group) => {
    expect(rowOf(ending(endsOn))?.group).toBe(group)
  })

  it.each([
    ['2027-01-31', '2027-02-28', 'month1'],
    ['2027-01-31', '2027-03-01', 'month3'],
    ['2028-01-31', '2028-02-29', 'month1'],
    ['2026-08-31', '2027-02-28', 'month6'],
    ['2026-08-31', '2027-03-01', 'month12'],
    ['2028-02-29', '2029-02-28', 'month12']
  ])('seen on %s, ending on %s, counts calendar months to their last day: %s', (day, endsOn, group) => {
    expect(rowOf(ending(endsOn), day)?.group).toBe(group)
  })

  it('stays with those that can be renewed while a renewal is examined past the late days', () => {
    expect(rowOf(ending('2026-08-22', open('heard')))?.group).toBe('late')
    expect(rowOf(ending('2026-08-22', open('draft')))?.group).toBe('over')
    expect(rowOf(ending('2026-08-22', open('submitted', 'initial')))?.group).toBe('over')
  })

  it('exists for every day of the list, and only one', () => {
    const { from, until } = dueRange(on)
    expect([from, until]).toEqual(['2025-11-21', '2027-11-21'])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 730 }), (days) => {
        const row = rowOf(ending(addDays(from, days)))
        expect(dueGroups).toContain(row?.group)
        expect(row?.daysLeft).toBe(days - 365)
      })
    )
  })
})

describe('where a renewal stands', () => {
  it.each([
    ['2027-05-21', {}, '案内前', false],
    ['2027-05-20', {}, '受付中', true],
    [on, {}, '受付中', true],
    ['2026-11-20', {}, '受付中（期限後）', true],
    ['2026-08-23', {}, '受付中（期限後）', true],
    ['2026-08-22', {}, '更新できません', false],
    ['2026-12-21', open('draft'), '入力中', true],
    ['2026-12-21', open('submitted'), '受付', false],
    ['2026-12-21', open('returned'), '照会中（補正のお願い）', false],
    ['2026-08-22', open('heard'), '決定待ち', false],
    ['2026-08-22', open('submitted', 'initial'), '新規の申請：受付', false],
    ['2026-08-22', open('draft', 'initial'), '新規の申請：入力中', false]
  ] as const)('ending on %s with %j: %s, can be told of it: %s', (endsOn, parts, words, canNotify) => {
    const row = rowOf(ending(endsOn, parts))
    expect([row === undefined ? null : stateWords(row.state), row?.canNotify]).toEqual([words, canNotify])
  })

  it.each(['surrendered', 'revoked'] as const)('is not listed once it was %s', (endedHow) => {
    expect(rowOf(ending('2026-12-21', { endedOn: '2026-12-01', endedHow }))).toBeUndefined()
  })

  it('turns with the last day of a period from a leap day', () => {
    const period = certificationPeriod('2024-02-29')
    expect(period.endsOn).toBe('2027-02-28')
    const words = (day: string) => {
      const row = rowOf(ending(period.endsOn, { period }), day)
      return [row === undefined ? null : stateWords(row.state), row?.daysLeft]
    }
    expect([words('2026-08-31'), words('2026-09-01')]).toEqual([
      ['案内前', 181],
      ['受付中', 180]
    ])
    expect([words('2027-02-28'), words('2027-03-01')]).toEqual([
      ['受付中', 0],
      ['受付中（期限後）', -1]
    ])
    expect([words('2027-05-29'), words('2027-05-30')]).toEqual([
      ['受付中（期限後）', -90],
      ['更新できません', -91]
    ])
  })
})

it.each([
  ['-180', '満了180日前の案内'],
  ['0', '満了0日前の案内'],
  ['+7', '満了7日後の案内'],
  ['again-2', '事務局からの案内']
])('a reminder %s is called %s', (occasion, name) => {
  expect(reminderName(occasion)).toBe(name)
})

describe('the list', () => {
  const days = ['2026-07-01', '2026-11-01', '2026-12-01', '2027-01-01', '2027-05-01', '2027-11-01']

  it('begins with what is most pressing and ends with what is over', () => {
    const rows = dueList(
      days.map((day) => ending(day)),
      new Map(),
      asaka,
      on
    )
    expect(rows.map(({ group }) => group)).toEqual([...dueGroups])
    expect(rowsIn(rows, 'all')).toEqual(rows)
    expect(rowsIn(rows, 'month6').map(({ ending: { period } }) => period.endsOn)).toEqual(['2027-05-01'])
  })

  it('is cut into pages by key: on from a row and back again, each row once', () => {
    const rows = dueList(
      Array.from({ length: 25 }, (_, index) => ending(addDays(on, index))),
      new Map(),
      asaka,
      on
    )
    const idAt = (index: number) => rows.at(index)?.ending.periodId ?? ''
    const first = pageOf(rows, null, 10)
    expect([first.rows.length, first.hasPrevious, first.hasNext]).toEqual([10, false, true])
    const second = pageOf(rows, { side: 'after', id: idAt(9) }, 10)
    const third = pageOf(rows, { side: 'after', id: idAt(19) }, 10)
    expect([...first.rows, ...second.rows, ...third.rows]).toEqual(rows)
    expect([third.hasPrevious, third.hasNext]).toEqual([true, false])
    expect(pageOf(rows, { side: 'before', id: idAt(20) }, 10)).toEqual(second)
    expect(pageOf(rows, { side: 'before', id: idAt(10) }, 10)).toEqual(first)
    expect(pageOf(rows, { side: 'after', id: 'gone' }, 10)).toEqual(first)
  })

  it('is a table for a spreadsheet, with the last reminder', () => {
    const sent = new Map([
      [
        'period 2026-12-21',
        [
          { occasion: '-180', sentAt: new Date('2026-06-24T08:00:00+09:00') },
          { occasion: 'again-1', sentAt: new Date('2026-11-20T15:30:00Z') }
        ]
      ]
    ])
    const rows = [
      ending('2026-12-21', { ...open('submitted'), companyName: '=SUM(1)' }),
      ending('2026-11-20', { number: 13 })
    ]
    expect(dueCsv(dueList(rows, sent, asaka, on)).split('\r\n')).toEqual([
      '\u{FEFF}区分,事業者名,認定番号,認定期間の初日,満了日,残り日数,状態,更新の受付番号,最後の案内,最後の案内の日,案内の回数',
      '期限切れ（更新できる期間中）,株式会社あさか製作所,第13号,2023-11-22,2026-11-20,-1,受付中（期限後）,,,,0',
      "1か月以内,'=SUM(1),第12号,2023-11-22,2026-12-21,30,受付,R8-034,事務局からの案内,2026-11-21,2",
      ''
    ])
  })
})
