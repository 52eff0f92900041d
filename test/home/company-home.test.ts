import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationStatuses } from '../../src/applications/application-status.ts'
import { paths } from '../../src/paths.ts'
import { proprietorFields } from '../companies/profiles.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

describe('the home of a company', () => {
  it('asks for the profile first, then offers to begin', async () => {
    const browser = await portal.signIn('new@example.jp')
    const first = await browser.get(paths.company)
    expect(first.status).toBe(200)
    expect(first.body).toContain('会社の情報を登録する')
    await expectValidHtml(first.body)
    const saved = await browser.post(paths.profile, proprietorFields)
    const second = await browser.get(saved.location ?? '')
    expect(second.body).toContain('会社の情報を登録しました。')
    expect(second.body).toContain('申請をはじめる')
    expect(second.body).toContain(`action="${paths.applications}"`)
    await expectValidHtml(second.body)
  })

  it('begins the application with the first save where that is asked for, and only with the first', async () => {
    const browser = await portal.signIn('straight@example.jp')
    expect((await browser.get(paths.profile)).body).toContain('登録して申請をはじめる')
    const asked = { ...proprietorFields, destination: 'application' }
    const saved = await browser.post(paths.profile, asked)
    expect(saved.location).toMatch(/^\/applications\/[0-9a-f-]{36}$/)
    const list = await browser.get(saved.location ?? '')
    expect(list.body).toContain('会社の情報を登録しました。')
    await expectValidHtml(list.body)
    const again = await browser.post(paths.profile, { ...asked, version: '1', culture: '書き直し' })
    expect(again.location).toBe(paths.company)
  })

  it.each(applicationStatuses)('shows an application that is %s', async (status) => {
    const { email, number, applicationId } = await submittedCase(portal.context, { status })
    const page = await (await portal.signIn(email)).get(paths.company)
    expect(page.status).toBe(200)
    expect(page.body).toContain(number)
    expect(page.body).toContain(applicationId)
    await expectValidHtml(page.body)
  })

  it('leads to the certificate and says until when it holds', async () => {
    const held = await certifiedCase(portal.context)
    const standings = { '2026-11-30': '開始前', '2026-12-01': '有効', '2029-11-30': '有効', '2029-12-01': '期間満了' }
    for (const [day, standing] of Object.entries(standings)) {
      portal.setNow(`${day}T10:00:00+09:00`)
      const page = await (await portal.signIn(held.email)).get(paths.company)
      expect(page.body).toContain(`>${standing}</span>`)
      expect(page.body).toContain(paths.certificate(held.certificateId))
      expect(page.body).toContain(`第${held.number}号`)
      expect(page.body).toContain('令和8年12月1日から令和11年11月30日まで')
      await expectValidHtml(page.body)
    }
    portal.setNow(testNow)
  })

  it('shows nothing of another company', async () => {
    const mine = await submittedCase(portal.context)
    const other = await submittedCase(portal.context)
    const page = await (await portal.signIn(mine.email)).get(paths.company)
    expect(page.body).toContain(mine.applicationId)
    expect(page.body).not.toContain(other.applicationId)
    expect(page.body).not.toContain(other.number)
  })

  it('asks a visitor to sign in and does not exist for officials', async () => {
    expect((await portal.visitor().get(paths.company)).location).toBe('/sign-in?return=%2Fcompany')
    for (const role of ['secretariat', 'committee'] as const) {
      const browser = await portal.signIn(await official(portal.context, role, '朝霞 次郎'))
      expect((await browser.get(paths.company)).status).toBe(404)
    }
  })
})
