import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMember } from '../../src/committee/add-member.ts'
import { opinionsOn } from '../../src/committee/read-opinions.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { accountOf, meetingOfCases } from './meeting-of-cases.ts'

let portal: TestApp
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
})
afterAll(() => portal.close())

const removalOf = async (email: string) => `/committee-members/${(await accountOf(portal.context, email)).id}/removal`

describe('adding a member', () => {
  it('begins with an empty list that says what to do', async () => {
    const answer = await desk.get('/committee-members')
    expect(answer.body).toContain('委員がまだいません')
    await expectValidHtml(answer.body)
  })

  it('lets the address in and mails the way', async () => {
    const answer = await desk.post('/committee-members', { name: '𠮷田 髙子', email: 'Yoshida@Example.jp' })
    expect([answer.status, answer.location]).toEqual([303, '/committee-members'])
    const list = await desk.get('/committee-members')
    expect(list.body).toContain('𠮷田 髙子さんを委員に加え')
    expect(list.body).toContain('yoshida@example.jp')
    await expectValidHtml(list.body)
    const [mail] = await portal.mails()
    expect(mail).toMatchObject({ kind: 'committee-member-added', recipient: 'yoshida@example.jp' })
    expect(mail?.body).toContain(`${portal.context.baseUrl}/sign-in`)
    const member = await portal.signIn('yoshida@example.jp')
    expect((await member.get('/meetings')).status).toBe(200)
    expect((await member.get('/committee-members')).status).toBe(404)
  })

  it.each([
    ['no name', { name: ' ', email: 'a@example.jp' }, 422, '名前を入力してください'],
    ['no address', { name: '委員', email: 'なし' }, 422, 'メールアドレスを正しい形式で'],
    ['control characters', { name: '委\u0007員', email: 'a@example.jp' }, 422, '制御文字'],
    ['100,000 characters', { name: '長'.repeat(100_000), email: 'a@example.jp' }, 422, '60文字以内'],
    ['a member again', { name: '委員', email: 'yoshida@example.jp' }, 409, 'すでに委員です']
  ])('refuses %s and keeps what was typed', async (_what, fields, status, message) => {
    const answer = await desk.post('/committee-members', fields)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain('<title>エラー：')
    expect(answer.body).toContain(message)
    expect(answer.body).toContain(`value="${fields.email}"`)
    await expectValidHtml(answer.body)
  })

  it('refuses who examines cases, and leaves that role alone', async () => {
    const email = await official(portal.context, 'secretariat', '事務 次郎')
    const answer = await desk.post('/committee-members', { name: '事務 次郎', email })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('事務局の担当者のもの')
    expect((await (await portal.signIn(email)).get('/committee-members')).status).toBe(200)
  })

  it('refuses who applies for a company', async () => {
    const { email } = await submittedCase(portal.context)
    const answer = await desk.post('/committee-members', { name: '総務 花子', email })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('事業者の担当者として登録')
  })

  it('adds one member for two clicks at once', async () => {
    const actor = await accountOf(portal.context, await official(portal.context, 'secretariat', '三郎'))
    const member = { name: '二度 押し', email: 'twice@example.jp', actor }
    const results = await Promise.all([addMember(portal.context, member), addMember(portal.context, member)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await portal.mails()).filter(({ recipient }) => recipient === 'twice@example.jp')).toHaveLength(1)
  })
})

describe('ending a membership', () => {
  it('asks once more, then shuts everything at once and keeps the opinions', async () => {
    const { meetingId, cases } = await meetingOfCases(portal.context, 1)
    const applicationId = cases[0]?.applicationId ?? ''
    const email = await official(portal.context, 'committee', '退任 三郎')
    const member = await portal.signIn(email)
    const paper = `/meetings/${meetingId}/cases/${applicationId}`
    await member.post(`${paper}/opinion`, { opinion: 'comment', comment: '風土がよい。' })

    const removal = await removalOf(email)
    const question = await desk.get(removal)
    expect(question.body).toContain('退任 三郎')
    await expectValidHtml(question.body)
    expect((await desk.post(removal)).status).toBe(303)

    for (const url of ['/meetings', `/meetings/${meetingId}`, paper])
      expect((await member.get(url)).location, url).toBe(`/sign-in?return=${encodeURIComponent(url)}`)
    expect((await member.post(`${paper}/opinion`, { opinion: 'abstained', comment: '' })).status).toBe(401)
    const anew = await portal.signIn(email)
    expect((await anew.get('/meetings')).status).toBe(404)
    const said = await opinionsOn(portal.context.db, applicationId, portal.context.clock.now())
    expect(said?.opinions).toMatchObject([{ memberName: '退任 三郎', comment: '風土がよい。' }])
    const list = await desk.get('/committee-members')
    expect(list.body).toContain('任期を終えた委員（1人）')
    await expectValidHtml(list.body)
  })

  it('does it once, however often it is clicked', async () => {
    const email = await official(portal.context, 'committee', '一度 きり')
    const removal = await removalOf(email)
    const answers = await Promise.all([desk.post(removal), desk.post(removal)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await desk.get(removal)).status).toBe(404)
  })

  it('lets a former member in again under the same address', async () => {
    const email = await official(portal.context, 'committee', '再任 四郎')
    await desk.post(await removalOf(email))
    expect((await desk.post('/committee-members', { name: '再任 四郎', email })).status).toBe(303)
    expect((await (await portal.signIn(email)).get('/meetings')).status).toBe(200)
  })

  it.each(['no-uuid', '0190a0a0-0000-7000-8000-000000000000'])('knows no member %s', async (id) => {
    expect((await desk.get(`/committee-members/${id}/removal`)).status).toBe(404)
  })

  it('never ends another role', async () => {
    const email = await official(portal.context, 'secretariat', '事務 五郎')
    await desk.post(await removalOf(email))
    expect((await (await portal.signIn(email)).get('/committee-members')).status).toBe(200)
  })
})

describe('the members page', () => {
  it.each(['committee', 'company'] as const)('does not exist for the %s', async (role) => {
    const email =
      role === 'company' ? (await submittedCase(portal.context)).email : await official(portal.context, role, '委員')
    const browser = await portal.signIn(email)
    expect((await browser.get('/committee-members')).status).toBe(404)
    expect((await browser.post('/committee-members', { name: '私', email: 'me@example.jp' })).status).toBe(404)
  })

  it('asks who is signed out to sign in', async () => {
    expect((await portal.visitor().get('/committee-members')).location).toContain('/sign-in')
  })
})
