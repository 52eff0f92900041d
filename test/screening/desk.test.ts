import { describe, expect, it } from 'vitest'
import { applicationStatuses } from '../../src/applications/application-status.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { type DeskCase, daysUnderWay, nextDeadline, tabStatuses } from '../../src/screening/desk.ts'
import { deskCsv } from '../../src/screening/desk-csv.ts'

const caseWith = (parts: Partial<DeskCase>): DeskCase => ({
  id: 'x',
  number: 'R8-001',
  companyName: '株式会社あさか製作所',
  nameKana: 'カブシキガイシャアサカセイサクショ',
  industry: 'E',
  employees: 48,
  kind: 'initial',
  route: null,
  status: 'submitted',
  receivedOn: '2026-11-01',
  correctionDeadline: null,
  ...parts
})

describe('the tabs of the desk', () => {
  it('hold every state but the draft; what waits for others, and what waits for a decision, has a list of its own', () => {
    const { all, todo, ...others } = tabStatuses
    expect(all.toSorted()).toEqual(applicationStatuses.filter((status) => status !== 'draft').toSorted())
    const waiting = Object.values(others).flat()
    expect(new Set(waiting).size).toBe(waiting.length)
    expect(todo).toEqual(['submitted', 'screening', 'heard'])
  })
})

describe('the next deadline', () => {
  it.each([
    ['submitted', null, '処理の目安', '2026-12-31'],
    ['screening', '2026-12-08', '処理の目安', '2026-12-31'],
    ['awaiting_committee', '2026-12-08', '次回委員会', '2026-12-08'],
    ['awaiting_committee', null, '処理の目安', '2026-12-31'],
    ['heard', '2026-12-08', '処理の目安', '2026-12-31']
  ] as const)('of a case %s, with the next meeting on %s, is %s %s', (status, meeting, label, date) => {
    expect(nextDeadline(caseWith({ status }), asaka, '2026-11-21', meeting)).toEqual({ label, date, isOverdue: false })
  })

  it('is shorter for a renewal', () => {
    expect(nextDeadline(caseWith({ kind: 'renewal' }), asaka, '2026-11-21', null)?.date).toBe('2026-12-01')
  })

  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false]
  ])('of a correction due on %s is overdue on the 21st: %s', (correctionDeadline, isOverdue) => {
    const one = caseWith({ status: 'returned', correctionDeadline })
    expect(nextDeadline(one, asaka, '2026-11-21', null)).toEqual({
      label: '補正の期限',
      date: correctionDeadline,
      isOverdue
    })
  })

  it.each(['certified', 'refused', 'withdrawn'] as const)('does not exist once a case is %s', (status) => {
    expect(nextDeadline(caseWith({ status }), asaka, '2026-11-21', '2026-12-08')).toBeNull()
  })

  it('counts days over the end of a month and of February', () => {
    expect([addDays('2026-01-31', 1), addDays('2028-02-28', 1)]).toEqual(['2026-02-01', '2028-02-29'])
  })
})

it('lists cases for a spreadsheet under Japanese headings', () => {
  const csv = deskCsv([
    {
      one: caseWith({ companyName: '=HYPERLINK("http://x")', status: 'returned' }),
      days: 20,
      deadline: { label: '補正の期限', date: '2026-11-15', isOverdue: true }
    },
    {
      one: caseWith({ industry: 'M', kind: 'renewal', route: 'simplified', status: 'certified' }),
      days: 300,
      deadline: null
    }
  ])
  expect(csv.split('\r\n')).toEqual([
    '\u{FEFF}受付番号,区分,進め方,事業者名,フリガナ,業種,従業員数,状態,受付日,経過日数,次の期限,次の期限の日付,期限超過',
    `R8-001,新規,,"'=HYPERLINK(""http://x"")",カブシキガイシャアサカセイサクショ,製造業,48,照会中（補正のお願い）,2026-11-01,20,補正の期限,2026-11-15,超過`,
    'R8-001,更新,再審査なし,株式会社あさか製作所,カブシキガイシャアサカセイサクショ,宿泊業、飲食サービス業,48,認定,2026-11-01,300,,,',
    ''
  ])
})

describe('the days of a case', () => {
  it.each(['submitted', 'returned', 'awaiting_committee', 'heard'] as const)('count while it is %s', (status) => {
    expect(daysUnderWay({ status, receivedOn: '2026-11-01' }, '2026-11-21')).toBe(20)
  })

  it.each(['certified', 'refused', 'withdrawn'] as const)('end when it is %s', (status) => {
    expect(daysUnderWay({ status, receivedOn: '2020-11-02' }, '2026-11-21')).toBeNull()
  })
})
