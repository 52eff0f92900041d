import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { changeStatus } from '../../src/applications/change-status.ts'
import { agendaOf, casesWithoutMeeting, findOpenMeetingOf, meetingOf } from '../../src/committee/agenda-store.ts'
import { cancelMeeting } from '../../src/committee/cancel-meeting.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import { openMeetings } from '../../src/committee/meeting-store.ts'
import { opinionsOn } from '../../src/committee/read-opinions.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { type MeetingOfCases, meetingOfCases, meetingOn } from './meeting-of-cases.ts'

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
beforeEach(async () => {
  portal.setNow(testNow)
  for (const { id } of await openMeetings(portal.context.db))
    await desk.post(`/meetings/${id}/cancellation`, { reason })
})
afterAll(() => portal.close())

const reason = '大雪で集まれないため。\n日を改めます。'
const cancel = (meetingId: string, fields: Record<string, string> = { reason }) =>
  desk.post(`/meetings/${meetingId}/cancellation`, fields)
const firstOf = ({ cases }: MeetingOfCases) => cases[0]?.applicationId ?? ''
const statusOf = async (id: string) => (await findApplication(portal.context.db, id))?.status
const outcomes = async (meetingId: string) =>
  (await agendaOf(portal.context.db, meetingId)).map(({ outcome }) => outcome)
const told = async (kind: string) => (await portal.mails()).filter((mail) => mail.kind === kind)

describe('calling a meeting off', () => {
  it('asks for the reason on a page of its own', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 1)
    expect((await desk.get(`/meetings/${meetingId}`)).body).toContain(`/meetings/${meetingId}/cancellation`)
    const page = await desk.get(`/meetings/${meetingId}/cancellation`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('令和8年12月8日（火）')
    await expectValidHtml(page.body)
  })

  it('gives the cases back to the one meeting to come, and says so everywhere', async () => {
    const meeting = await meetingOfCases(portal.context, 2)
    const next = await meetingOn(portal.context, '2027-02-01', meeting.actor)
    const answer = await cancel(meeting.meetingId)
    expect([answer.status, answer.location]).toEqual([303, `/meetings/${meeting.meetingId}`])
    for (const { applicationId } of meeting.cases) {
      expect(await findOpenMeetingOf(portal.context.db, applicationId)).toEqual({ meetingId: next })
      expect((await meetingOf(portal.context.db, applicationId))?.id).toBe(next)
      expect(await statusOf(applicationId)).toBe('awaiting_committee')
    }
    expect(await outcomes(meeting.meetingId)).toEqual(['held_over', 'held_over'])
    const page = await desk.get(`/meetings/${meeting.meetingId}`)
    for (const words of ['案件2件は、第', '取りやめになりました', '日を改めます。', '次回に持ち越し'])
      expect(page.body).toContain(words)
    for (const words of ['会議を取りやめる', '会議を終了する', '日にちと場所を変更する'])
      expect(page.body).not.toContain(words)
    await expectValidHtml(page.body)
    const seen = await member.get(`/meetings/${meeting.meetingId}`)
    expect(seen.body).toContain('大雪で集まれないため。')
    await expectValidHtml(seen.body)
    const list = await member.get('/meetings')
    expect(list.body).toContain('取りやめた会議')
    await expectValidHtml(list.body)
    expect((await desk.get(`/cases/${firstOf(meeting)}`)).body).toContain(
      '推進委員会が取りやめになり、次回に持ち越しました'
    )
  })

  it('lets the cases wait where no meeting or more than one is to come', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    await meetingOn(portal.context, '2027-02-01', meeting.actor)
    await meetingOn(portal.context, '2027-03-01', meeting.actor)
    await cancel(meeting.meetingId)
    expect((await desk.get(`/meetings/${meeting.meetingId}`)).body).toContain('次の会議の議題にしてください')
    const waiting = (await casesWithoutMeeting(portal.context.db)).map(({ applicationId }) => applicationId)
    expect(waiting).toContain(firstOf(meeting))
  })

  it('drops a case that was withdrawn in the meantime', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const move = { applicationId: firstOf(meeting), to: 'withdrawn', by: 'company', actor: meeting.actor } as const
    await portal.context.db.transaction((tx) => changeStatus(tx, portal.context, move))
    await cancel(meeting.meetingId)
    expect(await outcomes(meeting.meetingId)).toEqual(['dropped'])
  })

  it('keeps what was said in sight of those who said it, and counts it nowhere', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const paper = `/meetings/${meeting.meetingId}/cases/${firstOf(meeting)}`
    await member.post(`${paper}/opinion`, { opinion: 'comment', comment: '前の会議への意見' })
    const next = await meetingOn(portal.context, '2027-02-01', meeting.actor)
    await cancel(meeting.meetingId)
    for (const browser of [desk, member]) {
      const page = await browser.get(paper)
      expect(page.body).toContain('前の会議への意見')
      expect(page.body).toContain('会議が取りやめになったため')
      expect(page.body).not.toContain('name="opinion"')
      await expectValidHtml(page.body)
    }
    const said = await opinionsOn(portal.context.db, firstOf(meeting), portal.context.clock.now())
    expect(said).toMatchObject({ meeting: { id: next }, opinions: [], summary: { comment: 0 } })
    const late = await member.post(`${paper}/opinion`, { opinion: 'no_objection', comment: '' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('会議が取りやめになったため')
    await expectValidHtml(late.body)
  })

  it('tells the members who knew of it, and no other', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    await desk.post(`/meetings/${meeting.meetingId}/announcement`, { after: '0' })
    const newcomer = await official(portal.context, 'committee', '新任 三郎')
    const unknown = await meetingOfCases(portal.context, 1)
    await cancel(unknown.meetingId)
    expect(await told('meeting-cancelled')).toEqual([])
    await cancel(meeting.meetingId)
    const mails = await told('meeting-cancelled')
    expect(mails.map(({ recipient }) => recipient)).toContain(memberEmail)
    expect(mails.map(({ recipient }) => recipient)).not.toContain(newcomer)
    for (const words of ['令和8年12月8日（火）', '大雪で集まれないため。', '委員 一郎 様'])
      expect(mails.find(({ recipient }) => recipient === memberEmail)?.body).toContain(words)
  })

  it('frees the number', async () => {
    const fields = { number: '7000', heldOn: '2026-12-08', place: '大会議室' }
    const called = await desk.post('/meetings', fields)
    expect((await desk.post('/meetings', fields)).status).toBe(409)
    await cancel(called.location?.split('/').at(-1) ?? '')
    expect((await desk.get('/meetings')).body).not.toMatch(/name="number"[^>]*value="7001"/)
    expect((await desk.post('/meetings', { ...fields, heldOn: '2026-12-20' })).status).toBe(303)
    const list = await desk.get('/meetings')
    expect(list.body.match(/第7000回推進委員会/g)).toHaveLength(2)
    await expectValidHtml(list.body)
  })

  it.each([
    ['no reason', '', '取りやめの理由を入力してください'],
    ['only spaces', ' \n ', '取りやめの理由を入力してください'],
    ['501 characters', '雪'.repeat(501), '500文字以内']
  ])('refuses %s', async (_what, typed, message) => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    const answer = await cancel(meetingId, { reason: typed })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('<title>エラー：')
    await expectValidHtml(answer.body)
  })
})

describe('a meeting that ended', () => {
  it('takes no step any more once it is called off', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const id = firstOf(meeting)
    await cancel(meeting.meetingId)
    portal.setNow('2026-12-08T16:00:00+09:00')
    for (const [tail, fields] of [
      ['', { heldOn: '2026-12-20', place: '別館' }],
      ['/agenda', { application: id }],
      [`/agenda/${id}/removal`, {}],
      ['/announcement', { after: '0' }],
      ['/closure', { shown: id, confirmed: 'yes', nobodyCame: 'yes' }],
      ['/cancellation', { reason }]
    ] as const) {
      const answer = await desk.post(`/meetings/${meeting.meetingId}${tail}`, fields)
      expect(answer.status, tail).toBe(409)
      expect(answer.body).toContain('取りやめになっ')
      await expectValidHtml(answer.body)
    }
    for (const tail of ['/closure', '/cancellation'])
      expect((await desk.get(`/meetings/${meeting.meetingId}${tail}`)).status).toBe(409)
  })

  it('cannot be called off once it is closed', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    portal.setNow('2026-12-08T16:00:00+09:00')
    await desk.post(`/meetings/${meetingId}/closure`, { shown: '', nobodyCame: 'yes' })
    for (const answer of [await desk.get(`/meetings/${meetingId}/cancellation`), await cancel(meetingId)]) {
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('終了しているため、取りやめられません')
      await expectValidHtml(answer.body)
    }
  })

  it('is not known to members, companies or by an id that nobody gave', async () => {
    const { meetingId, cases } = await meetingOfCases(portal.context, 1)
    const company = await portal.signIn(cases[0]?.email ?? '')
    for (const browser of [member, company]) {
      expect((await browser.get(`/meetings/${meetingId}/cancellation`)).status).toBe(404)
      expect((await browser.post(`/meetings/${meetingId}/cancellation`, { reason })).status).toBe(404)
    }
    expect((await cancel('0190a0a0-0000-7000-8000-000000000000')).status).toBe(404)
  })
})

describe('at the same time', () => {
  const calling = ({ meetingId, actor }: MeetingOfCases) => cancelMeeting(portal.context, { meetingId, reason, actor })

  it('two who call a meeting off do it once', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const results = await Promise.all([calling(meeting), calling(meeting)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'cancelled' })
    const kinds = (await historyOf(portal.context.db, meeting.meetingId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'meeting-cancelled')).toHaveLength(1)
  })

  it('a meeting is either closed or called off', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    portal.setNow('2026-12-08T16:00:00+09:00')
    const shown = [firstOf(meeting)]
    const said = { holdOver: [], confirmed: true, attended: [], nobodyCame: true }
    const closing = { meetingId: meeting.meetingId, shown, ...said, actor: meeting.actor }
    const results = await Promise.all([closeMeeting(portal.context, closing), calling(meeting)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('two meetings that give their cases to each other both end', async () => {
    const [one, other] = [await meetingOfCases(portal.context, 1), await meetingOfCases(portal.context, 1)]
    const results = await Promise.all([calling(one), calling(other)])
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const waiting = (await casesWithoutMeeting(portal.context.db)).map(({ applicationId }) => applicationId)
    expect(waiting).toEqual(expect.arrayContaining([firstOf(one), firstOf(other)]))
  })
})
