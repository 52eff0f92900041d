import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Minutes, type MinutesCase, minutesText } from '../../src/committee/minutes.ts'
import { minutesCsv } from '../../src/committee/minutes-csv.ts'
import type { Opinion } from '../../src/committee/opinion.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { accountOf, meetingOfCases } from './meeting-of-cases.ts'
import { paperCase, reportedRenewal } from './sample-papers.ts'

const opinionOf = (parts: Partial<Opinion>): Opinion => ({
  id: '1',
  memberId: 'a',
  memberName: '委員 一郎',
  opinion: 'no_objection',
  comment: '',
  givenAt: new Date('2026-12-01T10:00:00+09:00'),
  ...parts
})

const caseOf = (parts: Partial<MinutesCase> = {}): MinutesCase => {
  const { item, file } = paperCase(0)
  return {
    item: { ...item, outcome: 'heard' },
    verdict: file.verdict,
    summary: { noObjection: 1, comment: 1, abstained: 1, silent: 3 },
    silentPresent: 1,
    opinions: [
      opinionOf({}),
      opinionOf({ id: '2', memberName: '委員 花子', opinion: 'comment', comment: '期待します。\n続けてください。' }),
      opinionOf({ id: '3', memberName: '委員 三郎', opinion: 'abstained' })
    ],
    ...parts
  }
}

const minutesOf = (parts: Partial<Minutes> = {}): Minutes => ({
  committee: '推進委員会',
  meeting: {
    id: 'm',
    number: 16,
    heldOn: '2026-12-08',
    place: '501会議室',
    closedAt: new Date('2026-12-08T16:00:00+09:00'),
    cancelledAt: null
  },
  present: ['委員 一郎', '委員 花子'],
  absent: ['委員 四郎'],
  cases: [caseOf()],
  report: [reportedRenewal(0), reportedRenewal(1)],
  ...parts
})

describe('the text of the minutes', () => {
  it('tells day, place, who came, every case with its opinions, and the report', () => {
    const text = minutesText(minutesOf(), 'named')
    for (const words of [
      '第16回推進委員会',
      '議事概要（案）',
      '令和8年12月8日（火）',
      '出席　　委員2人（委員 一郎、委員 花子）',
      '欠席　　委員1人（委員 四郎）',
      '意見を聴いた',
      '異議なし1人、意見あり1人、棄権1人、意見なし3人（出席1人、欠席2人）',
      '・委員 花子（意見あり）：期待します。\n　　続けてください。',
      '・委員 三郎（利害関係のため棄権）',
      '2　事後報告（2件）',
      '（第2号、更新1回目、令和12年1月15日まで）　変更なし'
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('委員 一郎（異議なし）')
  })

  it('names nobody where it leaves the house', () => {
    const text = minutesText(minutesOf(), 'nameless')
    for (const name of ['一郎', '花子', '三郎', '四郎']) expect(text).not.toContain(name)
    expect(text).toContain('・意見あり：期待します。')
    expect(text).toContain('出席　　委員2人\n')
  })

  it('says what was held over or not discussed, and gives the latter no opinions', () => {
    const { item } = caseOf()
    const heldOver = caseOf({ item: { ...item, outcome: 'held_over' } })
    const dropped = caseOf({ item: { ...item, outcome: 'dropped' } })
    const text = minutesText(minutesOf({ cases: [heldOver, dropped] }), 'named')
    expect(text).toContain('次回に持ち越した')
    expect(text.split('審議しなかった')[1]).not.toContain('異議なし')
  })

  it('can be written of nothing', () => {
    const text = minutesText(minutesOf({ cases: [], report: [], present: [], absent: [] }), 'named')
    expect(text).toContain('意見を聴く案件はなかった。')
    expect(text).toContain('報告する更新はなかった。')
  })
})

describe('the table of the minutes', () => {
  it('has a row for each case and each renewal, all as wide as the head', () => {
    const csv = minutesCsv(minutesOf())
    expect(csv.startsWith('\ufeff議題,事業者名')).toBe(true)
    expect(csv).toContain('意見聴取,')
    expect(csv).toContain('委員 花子（意見あり）：期待します。')
    expect(csv).toContain('事後報告,')
    const plain = minutesCsv(minutesOf({ cases: [caseOf({ opinions: [] })], report: [reportedRenewal(1)] }))
    const widths = plain
      .trim()
      .split('\r\n')
      .map((line) => line.split(',').length)
    expect(widths).toEqual([16, 16, 16])
  })

  it('runs no comment as a formula', () => {
    const opinions = [opinionOf({ memberName: '=1+1', opinion: 'comment', comment: 'x' })]
    expect(minutesCsv(minutesOf({ cases: [caseOf({ opinions })], report: [] }))).toContain("'=1+1")
  })
})

let portal: TestApp
let desk: Browser
let member: Browser
let memberEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  memberEmail = await official(portal.context, 'committee', '委員 一郎')
  await official(portal.context, 'committee', '欠席 花子')
  member = await portal.signIn(memberEmail)
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

const closedMeeting = async () => {
  const meeting = await meetingOfCases(portal.context, 1)
  const id = meeting.cases[0]?.applicationId ?? ''
  const fields = { opinion: 'comment', comment: '<b>若手</b>の定着に工夫がある。' }
  await member.post(`/meetings/${meeting.meetingId}/cases/${id}/opinion`, fields)
  portal.setNow('2026-12-08T16:00:00+09:00')
  const attended = (await accountOf(portal.context, memberEmail)).id
  await desk.post(`/meetings/${meeting.meetingId}/closure`, { shown: id, attended })
  return { url: `/meetings/${meeting.meetingId}/minutes`, email: meeting.cases[0]?.email ?? '', meeting }
}

describe('the minutes of a meeting', () => {
  it('can be copied, saved as text and as a table by the secretariat', async () => {
    const { url, meeting } = await closedMeeting()
    expect((await desk.get(`/meetings/${meeting.meetingId}`)).body).toContain(url)
    const page = await desk.get(url)
    for (const words of ['委員1人（委員 一郎）', '欠席　　委員1人（欠席 花子）', '&lt;b>若手&lt;/b>の定着'])
      expect(page.body).toContain(words)
    expect(page.body).toContain('意見なし1人（出席0人、欠席1人）')
    await expectValidHtml(page.body)
    const text = await desk.get(`${url}.txt`)
    expect([text.status, text.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text.headers['content-disposition']).toContain('attachment')
    expect(text.body).toContain('委員 一郎（意見あり）：<b>若手</b>')
    const table = await desk.get(`${url}.csv`)
    expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(table.body).toContain('委員 一郎')
    const nameless = await desk.get(`${url}?names=none`)
    expect(nameless.body).not.toContain('委員 一郎（意見あり）')
    expect(nameless.body).toContain(`${url}.txt?names=none`)
    await expectValidHtml(nameless.body)
  })

  it('name nobody for members, whatever they ask for, and are not there for others', async () => {
    const { url, email } = await closedMeeting()
    for (const address of [url, `${url}?names=all`, `${url}.txt`]) {
      const answer = await member.get(address)
      expect(answer.status).toBe(200)
      expect(answer.body).toContain('意見あり：')
      expect(answer.body).not.toContain('委員 一郎（')
    }
    await expectValidHtml((await member.get(url)).body)
    expect((await member.get(`${url}.csv`)).status).toBe(404)
    const company = await portal.signIn(email)
    for (const tail of ['', '.txt', '.csv']) expect((await company.get(`${url}${tail}`)).status).toBe(404)
  })

  it('are there only for a meeting that was held and closed', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    const open = await desk.get(`/meetings/${meetingId}/minutes`)
    expect([open.status, open.body.includes('会議を終了すると作れます')]).toEqual([409, true])
    await desk.post(`/meetings/${meetingId}/cancellation`, { reason: '大雪' })
    for (const tail of ['', '.txt', '.csv']) {
      const answer = await desk.get(`/meetings/${meetingId}/minutes${tail}`)
      expect([answer.status, answer.body.includes('議事概要はありません')]).toEqual([409, true])
      await expectValidHtml(answer.body)
    }
  })
})
