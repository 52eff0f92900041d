import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { updateStatus } from '../../src/applications/application-store.ts'
import { endMembership } from '../../src/committee/end-membership.ts'
import { openMeetings } from '../../src/committee/meeting-store.ts'
import { papersPdf } from '../../src/committee/papers-pdf.ts'
import { addToNextMeeting } from '../../src/committee/put-on-agenda.ts'
import { sha256Of } from '../../src/platform/files.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official, submittedCase } from '../support/cases.ts'
import { deciderOf } from '../support/heard.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { renewalCase } from '../support/renewals.ts'
import { decidedRenewal } from './decided-renewal.ts'
import { accountOf, meetingOfCases, meetingOn } from './meeting-of-cases.ts'
import { samplePapers } from './sample-papers.ts'

let portal: TestApp
let desk: Browser
let member: Browser
let memberEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  memberEmail = await official(portal.context, 'committee', '委員 一郎')
  member = await portal.signIn(memberEmail)
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

const read = async (browser: Browser, meetingId: string) => {
  const answer = await browser.get(`/meetings/${meetingId}/papers`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  return readPdf(answer.bytes)
}
const make = (meetingId: string) => desk.post(`/meetings/${meetingId}/papers`)

describe('the papers of a meeting', () => {
  it('hold agenda, cases, report and indicator, with an outline and page numbers', async () => {
    const { pdf, pages, missing } = await papersPdf(samplePapers(3, 4))
    const { lines, dictionaries, pageCount } = readPdf(pdf)
    expect(pageCount).toBe(pages)
    expect(missing).toEqual([])
    const all = lines.join('')
    for (const words of [
      '第16回推進委員会　資料',
      '意見聴取（3件）',
      '会社の概要',
      '風土（社風・職場の雰囲気）',
      'ヒアリングの記録',
      'チェックシート',
      '事務局の判定',
      '認めない',
      '事後報告（4件）',
      '変更なし',
      '第4号',
      '活動指標',
      `1 / ${pages}`,
      `${pages} / ${pages}`
    ])
      expect(all).toContain(words)
    expect(dictionaries).toContain('/Outlines')
  })

  it('say of a renewal what changed and why it is here', async () => {
    const { pdf } = await papersPdf(samplePapers(10, 0))
    const all = readPdf(pdf).lines.join('')
    expect(all).toContain('前回の認定からの変更')
    expect(all).toContain('審査の理由：「2 長時間労働の抑制」が合格の基準に届かなくなりました。')
    expect(all).toContain('更新（要審査）')
  })

  it('take about two pages a case', async () => {
    const [one, four] = [await papersPdf(samplePapers(1, 0)), await papersPdf(samplePapers(4, 0))]
    expect(four.pages - one.pages).toBeGreaterThanOrEqual(3)
    expect(four.pages - one.pages).toBeLessThanOrEqual(7)
  })

  it('are the same bytes for the same content', async () => {
    const [one, other] = [await papersPdf(samplePapers(2, 1)), await papersPdf(samplePapers(2, 1))]
    expect(sha256Of(one.pdf)).toBe(sha256Of(other.pdf))
  })

  it('can be made of nothing', async () => {
    const all = readPdf((await papersPdf(samplePapers(0, 0))).pdf).lines.join('')
    expect(all).toContain('意見を聴く案件はありません。')
    expect(all).toContain('報告する更新はありません。')
  })
})

describe('making the papers', () => {
  it('is offered to the secretariat alone, and members read what was made last', async () => {
    const { meetingId, cases } = await meetingOfCases(portal.context, 1)
    const before = await desk.get(`/meetings/${meetingId}`)
    expect(before.body).toContain('資料はまだ作っていません')
    await expectValidHtml(before.body)
    expect((await member.get(`/meetings/${meetingId}`)).body).not.toContain('資料を作')
    expect((await member.get(`/meetings/${meetingId}/papers`)).status).toBe(404)
    expect((await member.post(`/meetings/${meetingId}/papers`)).status).toBe(404)
    expect((await make(meetingId)).status).toBe(303)
    const page = await member.get(`/meetings/${meetingId}`)
    expect(page.body).toMatch(/資料を読む（PDF、\d+ページ/)
    expect(page.body).toContain('令和8年11月21日 10時00分現在の内容です')
    await expectValidHtml(page.body)
    const papers = await read(member, meetingId)
    expect(papers.lines.join('')).toContain(cases[0]?.number)
    expect((await desk.get(`/meetings/${meetingId}`)).body).toContain('資料を作り直す')
  })

  it('freezes them as of that time, and says when the agenda changed since', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 1)
    await make(meetingId)
    portal.setNow('2026-11-22T10:00:00+09:00')
    const other = await meetingOfCases(portal.context, 1)
    const [late] = other.cases
    await desk.post(`/meetings/${other.meetingId}/agenda/${late?.applicationId}/removal`)
    await desk.post(`/meetings/${meetingId}/agenda`, { application: late?.applicationId ?? '' })
    expect((await read(member, meetingId)).lines.join('')).not.toContain(late?.number)
    const page = await desk.get(`/meetings/${meetingId}`)
    expect(page.body).toContain('資料を作ったあとに議題が変わりました')
    await expectValidHtml(page.body)
    await make(meetingId)
    expect((await read(member, meetingId)).lines.join('')).toContain(late?.number)
    expect((await desk.get(`/meetings/${meetingId}`)).body).not.toContain('議題が変わりました')
  })

  it('comes with telling the members, whose mail leads there', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 1)
    await desk.post(`/meetings/${meetingId}/announcement`, { after: '0' })
    await read(member, meetingId)
    const mail = (await portal.mails()).find(
      ({ kind, recipient }) => kind === 'papers-ready' && recipient === memberEmail
    )
    expect(mail?.body).toContain(`${portal.context.baseUrl}/meetings/${meetingId}/papers`)
    expect(mail?.body).toContain('事後報告：0件')
  })

  it('is over with the meeting, and the papers stay', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    await make(meetingId)
    portal.setNow('2026-12-08T16:00:00+09:00')
    await desk.post(`/meetings/${meetingId}/closure`, { shown: '', nobodyCame: 'yes' })
    const late = await make(meetingId)
    expect(late.status).toBe(409)
    expect(late.body).toContain('終了しているため、資料を作れません')
    await expectValidHtml(late.body)
    await read(member, meetingId)
  })
})

describe('who reads the papers', () => {
  it('is no company, and no former member', async () => {
    const { meetingId, cases, actor } = await meetingOfCases(portal.context, 1)
    await make(meetingId)
    const [one] = cases
    expect((await (await portal.signIn(one?.email ?? '')).get(`/meetings/${meetingId}/papers`)).status).toBe(404)
    const email = await official(portal.context, 'committee', '任期 満了')
    const former = await portal.signIn(email)
    await read(former, meetingId)
    await endMembership(portal.context, { memberId: (await accountOf(portal.context, email)).id, actor })
    expect((await former.get(`/meetings/${meetingId}/papers`)).location).toContain('/sign-in')
    expect((await (await portal.signIn(email)).get(`/meetings/${meetingId}/papers`)).status).toBe(404)
    const visitor = await portal.visitor().get(`/meetings/${meetingId}/papers`)
    expect(visitor.location).toContain('/sign-in')
  })
})

describe('the page of a meeting', () => {
  it('shows report and indicator to members, also where nothing is on the agenda', async () => {
    const actor = await accountOf(portal.context, await official(portal.context, 'secretariat', '産業 花子'))
    const meetingId = await meetingOn(portal.context, '2026-11-25', actor)
    const certified = await certifiedCase(portal.context, { startsOn: '2024-01-16' })
    const renewal = await decidedRenewal(portal.context, actor.id, { certified })
    for (const browser of [desk, member]) {
      const page = await browser.get(`/meetings/${meetingId}`)
      for (const words of ['事後報告の更新（1件）', '変更なし', 'ワーク・ライフ・バランス推進企業認定数'])
        expect(page.body).toContain(words)
      await expectValidHtml(page.body)
    }
    await make(meetingId)
    expect((await read(member, meetingId)).lines.join('')).toContain('事後報告（1件）')
    await desk.post(`/meetings/${meetingId}/announcement`, { after: '0' })
    expect((await portal.mails()).find(({ kind }) => kind === 'papers-ready')?.body).toContain('事後報告：1件')
    expect(renewal.applicationId).not.toBe('')
  })
})

describe('a renewal that needs an examination', () => {
  it('goes to the next meeting like a new case, under its own name and with what changed', async () => {
    const decider = await deciderOf(portal.context)
    for (const { id } of await openMeetings(portal.context.db))
      await desk.post(`/meetings/${id}/cancellation`, { reason: '大雪' })
    const meetingId = await meetingOn(portal.context, '2026-12-09', decider)
    const certified = await submittedCase(portal.context, { status: 'certified' })
    const renewal = await renewalCase(portal.context, certified, {
      status: 'screening',
      content: { marks: { '1-1': 'checked' } }
    })
    await portal.context.db.transaction(async (tx) => {
      await updateStatus(tx, renewal.applicationId, 'awaiting_committee', portal.context.clock.now())
      await addToNextMeeting(tx, portal.context, renewal.applicationId, decider)
    })
    const page = await member.get(`/meetings/${meetingId}`)
    expect(page.body).toContain('更新（要審査）')
    await expectValidHtml(page.body)
    const paper = await member.get(`/meetings/${meetingId}/cases/${renewal.applicationId}`)
    for (const words of ['前回の認定からの変更', '審査の理由', '認定基準']) expect(paper.body).toContain(words)
    await expectValidHtml(paper.body)
    await make(meetingId)
    expect((await read(member, meetingId)).lines.join('')).toContain('更新（要審査）')
  })
})
