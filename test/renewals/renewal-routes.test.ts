import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { endFor, renewableCase } from '../support/renewable.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
beforeEach(() => portal.setNow(testNow))

describe('beginning a renewal', () => {
  it('is offered on the home of a company in the window, with its last day and the days left', async () => {
    const one = await renewableCase(portal.context)
    const browser = await portal.signIn(one.email)
    const home = await browser.get(paths.company)
    expect(home.body).toContain('認定期間は令和9年1月15日に終わります（あと55日）')
    expect(home.body).toContain(`action="${paths.renewals}"`)
    expect(home.body).not.toContain('事務局（電話')
    await expectValidHtml(home.body)
    const first = await browser.post(paths.renewals)
    const second = await browser.post(paths.renewals)
    expect(first.status).toBe(303)
    expect(second.location).toBe(first.location)
  })

  it('is what an initial application of a certified company becomes', async () => {
    const one = await renewableCase(portal.context)
    const browser = await portal.signIn(one.email)
    const asked = await browser.post(paths.applications)
    expect(asked.status).toBe(303)
    expect((await browser.post(paths.renewals)).location).toBe(asked.location)
  })

  it('is refused to an initial application before the window, which is told when it opens', async () => {
    const one = await renewableCase(portal.context, { startsOn: '2025-01-16' })
    const browser = await portal.signIn(one.email)
    const asked = await browser.post(paths.applications)
    expect(asked.location).toBe(paths.company)
    expect((await browser.get(paths.company)).body).toContain('更新の申請は、令和9年7月19日からできます')
  })

  it.each([
    ['2024-12-01', '更新の申請は、令和9年6月3日からできます', false],
    ['2023-06-01', '更新の申請は、令和8年8月29日で締め切りました', true]
  ])('is refused, for a certification from %s, with the reason on the page', async (startsOn, words, appliesAnew) => {
    const one = await renewableCase(portal.context, { startsOn })
    const refused = await (await portal.signIn(one.email)).post(paths.renewals)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain(words)
    expect(refused.body.includes(`action="${paths.applications}"`)).toBe(appliesAnew)
    await expectValidHtml(refused.body)
  })

  it('is refused after a revocation, and an initial application begins instead', async () => {
    const one = await renewableCase(portal.context)
    await endFor(portal.context, one, 'revoked', '2026-11-01')
    const browser = await portal.signIn(one.email)
    const refused = await browser.post(paths.renewals)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('認定が取り消されているため')
    expect((await browser.post(paths.applications)).location).toMatch(/^\/applications\//)
  })

  it('is refused while an initial application is under way, and leads to that', async () => {
    const one = await submittedCase(portal.context)
    const refused = await (await portal.signIn(one.email)).post(paths.renewals)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain(paths.application(one.applicationId))
    await expectValidHtml(refused.body)
  })
})
