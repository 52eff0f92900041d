import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEntry } from '../../src/directory/read-entries.ts'
import { concludeStatement } from '../../src/publicity/conclude-statement.ts'
import { stateOf } from '../../src/publicity/statement-store.ts'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { approve, savedPublicity, waitingStatement } from '../support/statements.ts'

let portal: TestApp
let office: Browser
let city: string
beforeAll(async () => {
  portal = await openTestApp()
  city = await official(portal.context, 'secretariat', '産業 太郎')
  office = await portal.signIn(city)
})
afterAll(() => portal.close())

const certified = () => certificationCase(portal.context, { startsOn: '2026-11-01' })
const mailsTo = async (companyId: string, kind: string) =>
  (await portal.mails()).filter((mail) => mail.subjectId === companyId && mail.kind === kind)

describe('the secretariat', () => {
  it('sees what waits, beside what is shown, and approves it', async () => {
    const { email, companyId, number } = await certified()
    const first = await waitingStatement(portal.context, email)
    await approve(portal.context, first.id, city)
    const id = await savedPublicity(portal.context, email, { statement: { words: '新しい紹介文', logo: first.logo } })
    const list = await office.get('/publicity')
    await expectValidHtml(list.body)
    expect(list.body).toContain(`/publicity/${id}`)
    const page = await office.get(`/publicity/${id}`)
    await expectValidHtml(page.body)
    for (const words of ['送られた内容', '新しい紹介文', 'いま公開している内容', '声をかけ合える職場です。'])
      expect(page.body).toContain(words)
    expect((await office.get(`/publicity/${id}/logo.webp`)).headers['content-type']).toBe('image/webp')
    expect((await office.get(`/publicity/${id}/photo.webp`)).status).toBe(404)

    const done = await office.post(`/publicity/${id}/approval`)
    expect([done.status, done.location]).toEqual([303, '/publicity'])
    expect((await findEntry(portal.context, number))?.words).toBe('新しい紹介文')
    const [mail] = await mailsTo(companyId, 'statement-approved')
    expect(mail?.body).toContain('/company/publicity')
    const after = await office.get(`/publicity/${id}`)
    await expectValidHtml(after.body)
    expect(after.body).toContain('公開することにしました')
    expect(after.body).not.toContain('この内容を公開する')
  })

  it('returns it with a reason, which the company reads; nothing that was shown changes', async () => {
    const { email, companyId, number } = await certified()
    const first = await savedPublicity(portal.context, email, { statement: { words: '前の紹介文' } })
    await approve(portal.context, first ?? '', city)
    const id = await savedPublicity(portal.context, email, { statement: { words: '日本一の職場です' } })
    const empty = await office.post(`/publicity/${id}/return`, { reason: ' ' })
    expect(empty.status).toBe(422)
    await expectValidHtml(empty.body)
    expect(empty.body).toContain('差し戻す理由を入力してください')

    const reason = '「日本一」の根拠を確かめられないため、書き方を直してください。'
    expect((await office.post(`/publicity/${id}/return`, { reason })).status).toBe(303)
    expect((await findEntry(portal.context, number))?.words).toBe('前の紹介文')
    expect((await mailsTo(companyId, 'statement-returned'))[0]?.body).toContain(reason)
    const company = await portal.signIn(email)
    const page = await company.get('/company/publicity')
    await expectValidHtml(page.body)
    for (const words of ['差し戻し', reason, '日本一の職場です', '公開中']) expect(page.body).toContain(words)

    // Sent again as it was it does not come back; worded anew it does.
    const again = { version: '2', step: 'save', words: '日本一の職場です', shown: 'size' }
    await company.post('/company/publicity', again)
    expect((await stateOf(portal.context.db, companyId)).waiting).toBeNull()
    await company.post('/company/publicity', { ...again, version: '3', words: '笑顔の多い職場です' })
    expect((await stateOf(portal.context.db, companyId)).waiting?.words).toBe('笑顔の多い職場です')
  })

  it('is told when somebody was faster', async () => {
    const { email } = await certified()
    const id = await savedPublicity(portal.context, email, { statement: { words: 'はじめの紹介文' } })
    await approve(portal.context, id ?? '', city)
    const twice = await office.post(`/publicity/${id}/approval`)
    expect(twice.status).toBe(409)
    await expectValidHtml(twice.body)
    expect(twice.body).toContain('ほかの担当者が先に')

    const replaced = await savedPublicity(portal.context, email, { statement: { words: '次の紹介文' } })
    await savedPublicity(portal.context, email, { statement: { words: '次の次の紹介文' } })
    const late = await office.post(`/publicity/${replaced}/return`, { reason: '直してください' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('新しい内容に差し替えました')
    expect(late.body).toContain('送られなかった理由：直してください')
  })

  it('decides once, also when two press at the same moment', async () => {
    const { email, companyId } = await certified()
    const statementId = (await savedPublicity(portal.context, email, { statement: { words: '紹介文' } })) ?? ''
    const actor = await accountOf(portal.context, city)
    const conclusions = [{ outcome: 'approved' }, { outcome: 'returned', reason: '直してください' }] as const
    const results = await Promise.all(
      conclusions.map((conclusion) => concludeStatement(portal.context, { statementId, conclusion, actor }))
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const mails = [
      ...(await mailsTo(companyId, 'statement-approved')),
      ...(await mailsTo(companyId, 'statement-returned'))
    ]
    expect(new Set(mails.map(({ kind }) => kind)).size).toBe(1)
  })

  it('finds no statement that there is not', async () => {
    for (const id of [portal.context.ids(), 'x'])
      for (const part of ['', '/photo.webp', '/banner.webp'])
        expect((await office.get(`/publicity/${id}${part}`)).status).toBe(404)
    expect((await office.post(`/publicity/${portal.context.ids()}/approval`)).status).toBe(404)
  })
})
