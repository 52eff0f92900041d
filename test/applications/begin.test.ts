import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationsOf } from '../../src/applications/application-store.ts'
import { sectionsOf } from '../../src/applications/section-store.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { company, drafting, moveTo } from './draft.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

describe('beginning an application', () => {
  it('makes an empty draft of the current sheet and year', async () => {
    const { companyId, applicationId } = await drafting(portal)
    const [application] = await applicationsOf(portal.context.db, companyId)
    expect(application).toMatchObject({ edition: 'asaka-2023', evaluationYear: 2025, status: 'draft', kind: 'initial' })
    const sections = await sectionsOf(portal.context.db, applicationId)
    expect(sections.map(({ name, version }) => [name, version])).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => [`category-${number}`, 1]),
      ['declarations', 1]
    ])
    const [event] = await historyOf(portal.context.db, applicationId)
    expect(event).toMatchObject({ kind: 'status-draft', actorName: '総務 花子' })
  })

  it('counts the year by the fiscal year of Tokyo', async () => {
    portal.setNow('2027-03-31T14:59:59Z')
    const before = await drafting(portal)
    portal.setNow('2027-03-31T15:00:00Z')
    const after = await drafting(portal)
    portal.setNow(testNow)
    const years = await Promise.all(
      [before, after].map(
        async ({ companyId }) => (await applicationsOf(portal.context.db, companyId))[0]?.evaluationYear
      )
    )
    expect(years).toEqual([2025, 2026])
  })

  it('leads to the one under way, also when two click at once', async () => {
    const { browser, colleague, companyId } = await company(portal)
    const answers = await Promise.all([browser, colleague, browser].map((one) => one.post('/applications')))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect(await applicationsOf(portal.context.db, companyId)).toHaveLength(1)
  })

  it('makes a second one after the first is withdrawn', async () => {
    const { browser, applicationId, companyId } = await drafting(portal)
    await moveTo(portal, applicationId, 'withdrawn')
    await browser.post('/applications')
    expect(await applicationsOf(portal.context.db, companyId)).toHaveLength(2)
  })

  it('asks for the profile first', async () => {
    const browser = await portal.signIn('nobody-yet@example.jp')
    expect((await browser.post('/applications')).location).toBe('/company/profile')
  })
})

describe('the list of what there is to fill in', () => {
  it('begins with everything to do', async () => {
    const { browser, applicationId } = await drafting(portal)
    const { status, body } = await browser.get(`/applications/${applicationId}`)
    expect(status).toBe(200)
    expect(body).toContain('宣言とあと3分野の合格見込み')
    expect(body).toContain('関係法令などの宣言を入力する')
    await expectValidHtml(body)
  })

  it('shows how far it is and leads to what was begun', async () => {
    const { browser, applicationId } = await drafting(portal)
    const page = (number: number): string => `/applications/${applicationId}/categories/${number}`
    await browser.post(page(1), { version: '1', 'mark.1-1': 'checked', '1-1.text': '朝礼で宣言' })
    await browser.post(page(5), { version: '1', 'mark.5-1': 'checked' })
    const { body } = await browser.get(`/applications/${applicationId}`)
    expect(body).toContain('宣言とあと2分野の合格見込み')
    expect(body).toContain('合格見込み')
    expect(body).toContain('入力中')
    expect(body).toContain('いちばん近い道：')
    await expectValidHtml(body)
  })

  it('belongs to the company alone and gives way to the status once sent', async () => {
    const { browser, applicationId } = await drafting(portal)
    const other = await company(portal)
    expect((await other.browser.get(`/applications/${applicationId}`)).status).toBe(404)
    expect((await browser.get('/applications/no-uuid')).status).toBe(404)
    await moveTo(portal, applicationId, 'submitted')
    expect((await browser.get(`/applications/${applicationId}`)).location).toBe(`/applications/${applicationId}/status`)
  })
})
