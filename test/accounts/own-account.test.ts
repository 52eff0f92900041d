import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

describe('the own account', () => {
  it('is shown with what is kept of it', async () => {
    const { email } = await draftCase(portal.context)
    const { body, status } = await (await portal.signIn(email)).get('/account')
    expect(status).toBe(200)
    await expectValidHtml(body)
    for (const text of [
      email,
      '総務 花子',
      '最後にログインした日時',
      '/company/export',
      '/company/deletion',
      '/privacy'
    ])
      expect(body).toContain(text)
  })

  it('takes another name, which colleagues then see', async () => {
    const { email } = await draftCase(portal.context)
    const browser = await portal.signIn(email)
    const saved = await browser.post('/account', { name: '　総務 華子 ' })
    expect([saved.status, saved.location]).toEqual([303, '/account'])
    expect((await browser.get('/company/members')).body).toContain('総務 華子')
  })

  it('does not take an empty name, and keeps what was typed', async () => {
    const { email } = await draftCase(portal.context)
    const answer = await (await portal.signIn(email)).post('/account', { name: '長'.repeat(101) })
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
    expect(answer.body).toContain('氏名は100文字以内で入力してください')
    expect(answer.body).toContain('長'.repeat(101))
  })
})
