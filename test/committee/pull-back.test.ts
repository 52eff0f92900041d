import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agendaOf, meetingOf } from '../../src/committee/agenda-store.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import { addToNextMeeting } from '../../src/committee/put-on-agenda.ts'
import { opinionsOn } from '../../src/committee/read-opinions.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { forwardToCommittee } from '../../src/screening/forward-to-committee.ts'
import { readCase } from '../../src/screening/read-case.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { deciderOf, heardCase } from '../support/heard.ts'
import { expectValidHtml } from '../support/html.ts'
import { meetingOn } from './meeting-of-cases.ts'

let portal: TestApp
let desk: Browser
let member: Browser
let decider: Awaited<ReturnType<typeof deciderOf>>
let day = 0
beforeAll(async () => {
  portal = await openTestApp()
  decider = await deciderOf(portal.context)
  desk = await portal.signIn(decider.email)
  member = await portal.signIn(await official(portal.context, 'committee', '委員 一郎'))
})
afterAll(() => portal.close())

/** A case whose items are decided, on the agenda of a meeting of its own. */
const onAgenda = async () => {
  portal.setNow(testNow)
  const { applicationId } = await heardCase(portal.context, decider.id, { status: 'awaiting_committee' })
  const meetingId = await meetingOn(portal.context, `2026-12-${String(++day + 7).padStart(2, '0')}`, decider)
  await desk.post(`/meetings/${meetingId}/agenda`, { application: applicationId })
  return { applicationId, meetingId, paper: `/meetings/${meetingId}/cases/${applicationId}` }
}

const takeBack = (applicationId: string) =>
  desk.post(`/cases/${applicationId}/agenda/removal`, { reason: '3-1の計算を直すため' })

const forward = (applicationId: string) =>
  forwardToCommittee(
    portal.context,
    { applicationId, round: 1, by: { userId: decider.id, name: decider.name } },
    addToNextMeeting
  )

const said = (applicationId: string) => opinionsOn(portal.context.db, applicationId, portal.context.clock.now())
const kinds = async (applicationId: string) =>
  (await historyOf(portal.context.db, applicationId)).map(({ kind }) => kind)
const statusOf = async (applicationId: string) => (await readCase(portal.context.db, applicationId)).application.status

describe('a case that is pulled back from the committee', () => {
  it('leaves the agenda, and the history says so', async () => {
    const { applicationId, meetingId } = await onAgenda()
    expect((await takeBack(applicationId)).status).toBe(303)
    expect(await statusOf(applicationId)).toBe('screening')
    expect(await agendaOf(portal.context.db, meetingId)).toEqual([])
    expect(await meetingOf(portal.context.db, applicationId)).toBeNull()
    expect((await kinds(applicationId)).slice(-2)).toEqual(['status-screening', 'agenda-removed'])
  })

  it('stays where a member has spoken, and the opinion counts no longer once the case comes back', async () => {
    const { applicationId, meetingId, paper } = await onAgenda()
    await member.post(`${paper}/opinion`, { opinion: 'comment', comment: '前の資料への意見' })
    await takeBack(applicationId)
    expect(await agendaOf(portal.context.db, meetingId)).toMatchObject([{ applicationId, status: 'screening' }])
    portal.setNow('2026-11-22T10:00:00+09:00')
    expect(await forward(applicationId)).toEqual({ ok: true })
    expect((await said(applicationId))?.opinions).toEqual([])
    expect((await said(applicationId))?.summary).toMatchObject({ comment: 0, silent: 1 })
    expect((await kinds(applicationId)).at(-1)).toBe('agenda-added')
    for (const browser of [desk, member]) {
      const page = await browser.get(paper)
      expect(page.body).toContain('資料が更新される前の意見（1件、意見の数に入りません）')
      expect(page.body).toContain('前の資料への意見')
      await expectValidHtml(page.body)
    }
    expect((await member.get(`/meetings/${meetingId}`)).body).toContain('資料の更新後は未回答')
    const list = await desk.get(`/meetings/${meetingId}`)
    for (const words of ['異議なし0・意見あり0・棄権0（回答なし1）', '意見があるため外せません'])
      expect(list.body).toContain(words)
  })

  it('is not heard on an outdated opinion unless somebody says so', async () => {
    const { applicationId, meetingId, paper } = await onAgenda()
    await member.post(`${paper}/opinion`, { opinion: 'no_objection', comment: '' })
    await takeBack(applicationId)
    portal.setNow('2026-11-22T10:00:00+09:00')
    await forward(applicationId)
    portal.setNow('2026-12-31T10:00:00+09:00')
    const closing = { meetingId, shown: [applicationId], holdOver: [], attended: [], nobodyCame: true, actor: decider }
    expect(await closeMeeting(portal.context, { ...closing, confirmed: false })).toEqual({
      ok: false,
      reason: 'unconfirmed'
    })
    await member.post(`${paper}/opinion`, { opinion: 'no_objection', comment: '' })
    expect(await closeMeeting(portal.context, { ...closing, confirmed: false })).toMatchObject({ ok: true, heard: 1 })
    expect((await said(applicationId))?.summary).toMatchObject({ noObjection: 1, silent: 0 })
  })
})

describe('a case that waits for its decision', () => {
  it('can be pulled back too, and goes to the committee anew', async () => {
    const { applicationId, meetingId, paper } = await onAgenda()
    await member.post(`${paper}/opinion`, { opinion: 'no_objection', comment: '' })
    portal.setNow('2026-12-31T10:00:00+09:00')
    await desk.post(`/meetings/${meetingId}/closure`, { shown: applicationId, confirmed: 'yes', nobodyCame: 'yes' })
    expect(await statusOf(applicationId)).toBe('heard')
    expect((await desk.get(`/cases/${applicationId}`)).body).toContain('確認に戻す')
    await expectValidHtml((await desk.get(`/cases/${applicationId}/agenda/removal`)).body)
    expect((await takeBack(applicationId)).status).toBe(303)
    expect(await statusOf(applicationId)).toBe('screening')
    expect((await desk.get(`/cases/${applicationId}`)).body).toContain('決定待ちから確認に戻しました')
    expect(await agendaOf(portal.context.db, meetingId)).toMatchObject([{ applicationId, outcome: 'heard' }])
    expect(await forward(applicationId)).toEqual({ ok: true })
    expect((await desk.get(`/cases/${applicationId}/decision`)).body).not.toContain('決定の内容を確認する')
  })
})
