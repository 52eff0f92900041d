import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownBy } from '../../src/privacy/note-views.ts'
import { viewDaysOf, viewsOf } from '../../src/screening/case-view-store.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { worldOf } from '../support/world.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const linesOf = async (applicationId: string) =>
  (await viewsOf(portal.context.db, applicationId, 100)).views.map(({ viewedOn, userName, role, kind, count }) => ({
    viewedOn,
    userName,
    role,
    kind,
    count
  }))

describe('looking into a case', () => {
  it('is kept: who, as what, on which day, how often', async () => {
    const { context, signIn, setNow } = portal
    const { applicationId } = await submittedCase(context)
    const secretariat = await signIn(await official(context, 'secretariat', '閲覧 一郎'))
    await secretariat.get(`/cases/${applicationId}`)
    await secretariat.get(`/cases/${applicationId}/hearings`)
    setNow('2026-11-22T00:00:00+09:00')
    await secretariat.get(`/cases/${applicationId}`)
    setNow(testNow)
    const who = { userName: '閲覧 一郎', role: 'secretariat', kind: 'page' }
    expect(await linesOf(applicationId)).toEqual([
      { viewedOn: '2026-11-22', ...who, count: 1 },
      { viewedOn: '2026-11-21', ...who, count: 2 }
    ])
    expect(await viewDaysOf(context.db, applicationId)).toEqual([
      { on: '2026-11-21', role: 'secretariat', times: 2 },
      { on: '2026-11-22', role: 'secretariat', times: 1 }
    ])
  })

  it('is told on the case page, closed at first', async () => {
    const { context, signIn } = portal
    const { applicationId } = await submittedCase(context)
    const secretariat = await signIn(await official(context, 'secretariat', '閲覧 二郎'))
    expect((await secretariat.get(`/cases/${applicationId}`)).body).not.toContain('閲覧の記録')
    const { body } = await secretariat.get(`/cases/${applicationId}`)
    await expectValidHtml(body)
    expect(body).toContain('閲覧の記録')
    expect(body).toContain('閲覧 二郎（事務局）')
  })

  it('of the committee is kept with its papers and files', async () => {
    const { context, signIn } = portal
    const { values } = await worldOf(context, '/meetings/:id/cases/:applicationId/attachments/:attachmentId')
    const { id, applicationId = '', attachmentId } = values
    const member = await signIn(await official(context, 'committee', '委員 花子'))
    await member.get(`/meetings/${id}/papers`)
    await member.get(`/meetings/${id}/cases/${applicationId}`)
    await member.get(`/meetings/${id}/cases/${applicationId}/attachments/${attachmentId}`)
    expect(
      (await linesOf(applicationId)).map(({ role, kind, count }) => `${role} ${kind} ${count}`).toSorted()
    ).toEqual(['committee file 1', 'committee page 1', 'committee papers 1'])
  })

  it('is not kept of the company, nor of who found nothing', async () => {
    const { context, signIn } = portal
    const { applicationId, email } = await submittedCase(context)
    await (await signIn(email)).get(`/applications/${applicationId}/status`)
    await (await signIn(await official(context, 'committee', '委員 次郎'))).get(`/cases/${applicationId}`)
    expect(await linesOf(applicationId)).toEqual([])
  })

  it('is kept on every page and file below a case and below a case of a meeting', () => {
    const below = portal.routes().filter(({ method, url }) => method === 'GET' && /^\/cases\/|\/cases\/:/.test(url))
    expect(below.length).toBeGreaterThanOrEqual(6)
    expect(below.filter(({ url }) => shownBy(url) === null)).toEqual([])
  })
})
