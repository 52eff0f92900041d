import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMeeting } from '../../src/committee/add-meeting.ts'
import { nextMeeting } from '../../src/committee/meeting-store.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { accountOf, meetingOn } from './meeting-of-cases.ts'

let portal: TestApp
let desk: Browser
let member: Browser
let deskEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  deskEmail = await official(portal.context, 'secretariat', '産業 太郎')
  desk = await portal.signIn(deskEmail)
  member = await portal.signIn(await official(portal.context, 'committee', '委員 一郎'))
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

const place = '市役所 5階 大会議室'

describe('calling a meeting', () => {
  it('starts with the next number and an empty list', async () => {
    const answer = await desk.get('/meetings')
    expect(answer.body).toContain('これからの会議はありません')
    expect(answer.body).toMatch(/name="number"[^>]*value="1"/)
    await expectValidHtml(answer.body)
  })

  it('leads to its page and raises the next number', async () => {
    const answer = await desk.post('/meetings', { number: '１', heldOn: '2026-12-08', place })
    expect(answer.status).toBe(303)
    const page = await desk.get(answer.location ?? '')
    expect(page.body).toContain('第1回推進委員会')
    expect(page.body).toContain('令和8年12月8日（火）')
    await expectValidHtml(page.body)
    expect((await desk.get('/meetings')).body).toMatch(/name="number"[^>]*value="2"/)
  })

  it.each([
    ['a taken number', { number: '1', heldOn: '2026-12-09', place }, 409, '第1回はすでにあります'],
    ['no number', { number: '', heldOn: '2026-12-09', place }, 422, '回数を入力してください'],
    ['a number of letters', { number: '二', heldOn: '2026-12-09', place }, 422, '回数は数字で'],
    ['a day that does not exist', { number: '2', heldOn: '2026-02-30', place }, 422, '正しい日付'],
    ['yesterday', { number: '2', heldOn: '2026-11-20', place }, 422, '今日か、これからの日'],
    ['no place', { number: '2', heldOn: '2026-12-09', place: '' }, 422, '場所を入力してください'],
    [
      'a place of 100,000 characters',
      { number: '2', heldOn: '2026-12-09', place: '室'.repeat(100_000) },
      422,
      '100文字以内'
    ],
    ['a place with control characters', { number: '2', heldOn: '2026-12-09', place: '室\u0007' }, 422, '制御文字']
  ])('refuses %s and keeps what was typed', async (_what, fields, status, message) => {
    const answer = await desk.post('/meetings', fields)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain(`value="${fields.heldOn}"`)
    await expectValidHtml(answer.body)
  })

  it.each([
    ['is taken at the last minute of the day', '2026-11-21T23:59:59.999+09:00', 303],
    ['is refused at the first minute of the next', '2026-11-22T00:00:00+09:00', 422]
  ])('for the 21st %s', async (_what, now, status) => {
    portal.setNow(now)
    expect((await desk.post('/meetings', { number: '21', heldOn: '2026-11-21', place })).status).toBe(status)
  })

  it('gives a number once for two clicks at once', async () => {
    const actor = await accountOf(portal.context, deskEmail)
    const meeting = { number: 77, heldOn: '2026-12-20', place, actor }
    const results = await Promise.all([addMeeting(portal.context, meeting), addMeeting(portal.context, meeting)])
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })
})

describe('moving a meeting', () => {
  it('changes day and place while it is open', async () => {
    const id = await meetingOn(portal.context, '2026-12-10', await accountOf(portal.context, deskEmail))
    const answer = await desk.post(`/meetings/${id}`, { heldOn: '2026-12-15', place: 'コミュニティセンター' })
    expect([answer.status, answer.location]).toEqual([303, `/meetings/${id}`])
    const page = await desk.get(`/meetings/${id}`)
    expect(page.body).toContain('令和8年12月15日（火）')
    expect(page.body).toContain('日にちと場所を変更しました（令和8年12月15日　コミュニティセンター）')
    await expectValidHtml(page.body)
  })

  it.each([
    ['the past', { heldOn: '2026-11-20', place }, '今日か、これからの日'],
    ['nowhere', { heldOn: '2026-12-10', place: '' }, '場所を入力してください']
  ])('refuses to move it to %s', async (_where, fields, message) => {
    const id = await meetingOn(portal.context, '2026-12-10', await accountOf(portal.context, deskEmail))
    const answer = await desk.post(`/meetings/${id}`, fields)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(message)
    await expectValidHtml(answer.body)
  })

  it('lets the place of a meeting be corrected whose day has passed', async () => {
    const id = await meetingOn(portal.context, '2026-11-22', await accountOf(portal.context, deskEmail))
    portal.setNow('2026-11-25T09:00:00+09:00')
    expect((await desk.post(`/meetings/${id}`, { heldOn: '2026-11-22', place: '別館' })).status).toBe(303)
    const list = await desk.get('/meetings')
    expect(list.body).toContain('終了の手続き待ち')
    await expectValidHtml(list.body)
  })
})

describe('who sees meetings', () => {
  it('shows members the list and the page without any way to change them', async () => {
    const id = await meetingOn(portal.context, '2026-12-11', await accountOf(portal.context, deskEmail))
    const list = await member.get('/meetings')
    expect(list.body).toContain('これからの会議')
    expect(list.body).not.toContain('会議を追加する')
    await expectValidHtml(list.body)
    const page = await member.get(`/meetings/${id}`)
    expect(page.body).toContain('議題の案件はまだありません')
    expect(page.body).not.toContain('日にちと場所を変更する')
    await expectValidHtml(page.body)
  })

  it.each(['', '/agenda', '/announcement', '/closure'])('refuses members to post to %j', async (tail) => {
    const id = await meetingOn(portal.context, '2026-12-11', await accountOf(portal.context, deskEmail))
    expect((await member.post(`/meetings/${id}${tail}`, { heldOn: '2026-12-12', place })).status).toBe(404)
  })

  it('shows companies nothing', async () => {
    const company = await portal.signIn((await submittedCase(portal.context)).email)
    const id = await meetingOn(portal.context, '2026-12-11', await accountOf(portal.context, deskEmail))
    for (const url of ['/meetings', `/meetings/${id}`, `/meetings/${id}/closure`])
      expect((await company.get(url)).status, url).toBe(404)
  })

  it.each(['no-uuid', '0190a0a0-0000-7000-8000-000000000000'])('knows no meeting %s', async (id) => {
    for (const tail of ['', '/closure']) expect((await desk.get(`/meetings/${id}${tail}`)).status).toBe(404)
    expect((await desk.post(`/meetings/${id}/agenda`)).status).toBe(404)
  })
})

it('names the soonest meeting that is still to come', async () => {
  await meetingOn(portal.context, '2027-01-05', await accountOf(portal.context, deskEmail))
  await meetingOn(portal.context, '2027-01-04', await accountOf(portal.context, deskEmail))
  expect((await nextMeeting(portal.context.db, '2027-01-04'))?.heldOn).toBe('2027-01-04')
  expect((await nextMeeting(portal.context.db, '2027-01-05'))?.heldOn).toBe('2027-01-05')
  expect(await nextMeeting(portal.context.db, '2027-01-06')).toBeNull()
})
