import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateStatus } from '../../src/applications/application-store.ts'
import { agendaOf, findOpenMeetingOf, meetingOf } from '../../src/committee/agenda-store.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import { openMeetings } from '../../src/committee/meeting-store.ts'
import { addToNextMeeting, putOnAgenda } from '../../src/committee/put-on-agenda.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Case, official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { accountOf, awaitingCase, meetingOfCases, meetingOn } from './meeting-of-cases.ts'

let portal: TestApp
let desk: Browser
let deskEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  deskEmail = await official(portal.context, 'secretariat', '産業 太郎')
  desk = await portal.signIn(deskEmail)
})
afterAll(() => portal.close())

const actor = () => accountOf(portal.context, deskEmail)
const newMeeting = async (heldOn = '2026-12-08') => meetingOn(portal.context, heldOn, await actor())
const add = (meetingId: string, one: Case) =>
  desk.post(`/meetings/${meetingId}/agenda`, { application: one.applicationId })
const take = (meetingId: string, one: Case) => desk.post(`/meetings/${meetingId}/agenda/${one.applicationId}/removal`)

const sendToCommittee = async (one: Case) => {
  const { context } = portal
  const by = await actor()
  return context.db.transaction(async (tx) => {
    await updateStatus(tx, one.applicationId, 'awaiting_committee', context.clock.now())
    return addToNextMeeting(tx, context, one.applicationId, by)
  })
}

/** Closes what other tests left open, so that "the only meeting to come" means what it says. */
const closeAll = async () => {
  const { db } = portal.context
  for (const { id, heldOn } of await openMeetings(db)) {
    portal.setNow(`${heldOn}T18:00:00+09:00`)
    const awaiting = (await agendaOf(db, id)).filter(({ status }) => status === 'awaiting_committee')
    const shown = awaiting.map(({ applicationId }) => applicationId)
    const closing = { shown, holdOver: [], confirmed: true, attended: [], nobodyCame: true, actor: await actor() }
    await closeMeeting(portal.context, { meetingId: id, ...closing })
  }
  portal.setNow(testNow)
}

describe('putting cases on the agenda', () => {
  it('offers those that wait for a meeting, each with one click', async () => {
    const one = await awaitingCase(portal.context, { profile: { name: '有限会社ねぎし' } })
    const meetingId = await newMeeting()
    const before = await desk.get(`/meetings/${meetingId}`)
    expect(before.body).toContain('議題にできる案件')
    expect(before.body).toContain('有限会社ねぎし')
    await expectValidHtml(before.body)
    expect((await add(meetingId, one)).status).toBe(303)
    const after = await desk.get(`/meetings/${meetingId}`)
    expect(after.body).not.toContain('議題にできる案件')
    expect(after.body).toContain(`/meetings/${meetingId}/cases/${one.applicationId}`)
    expect(after.body).toContain('製造業・48人')
    expect(after.body).toContain(one.number)
    await expectValidHtml(after.body)
    expect((await meetingOf(portal.context.db, one.applicationId))?.id).toBe(meetingId)
  })

  it('takes all at once', async () => {
    const cases = [await awaitingCase(portal.context), await awaitingCase(portal.context)]
    const meetingId = await newMeeting()
    const page = await desk.get(`/meetings/${meetingId}`)
    expect(page.body).toContain('2件すべてを議題にする')
    await expectValidHtml(page.body)
    await desk.post(`/meetings/${meetingId}/agenda`)
    for (const { applicationId } of cases)
      expect(await findOpenMeetingOf(portal.context.db, applicationId)).toEqual({ meetingId })
  })

  it('tells the history of the case', async () => {
    const { cases } = await meetingOfCases(portal.context, 1)
    const kinds = (await historyOf(portal.context.db, cases[0]?.applicationId ?? '')).map(({ kind }) => kind)
    expect(kinds).toEqual(['agenda-added'])
  })

  it.each(['submitted', 'screening', 'heard', 'withdrawn'] as const)('refuses a case that is %s', async (status) => {
    const one = await submittedCase(portal.context, { status })
    const answer = await add(await newMeeting(), one)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('委員会待ちではないか')
    await expectValidHtml(answer.body)
  })

  it('refuses a case that stands on another open agenda', async () => {
    const { cases } = await meetingOfCases(portal.context, 1)
    const [one] = cases
    if (one !== undefined) expect((await add(await newMeeting('2026-12-09'), one)).status).toBe(409)
  })

  it('puts a case on one agenda when two are asked at once', async () => {
    const one = await awaitingCase(portal.context)
    const [first, second] = [await newMeeting(), await newMeeting()]
    const by = await actor()
    const results = await Promise.all(
      [first, second].map((meetingId) =>
        putOnAgenda(portal.context, { meetingId, cases: { applicationId: one.applicationId }, actor: by })
      )
    )
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })

  it.each(['no-uuid', 'x'.repeat(100_000)])('answers what our pages never send with 400', async (application) => {
    const answer = await desk.post(`/meetings/${await newMeeting()}/agenda`, { application })
    expect(answer.status).toBe(400)
  })

  it('puts an unknown case nowhere', async () => {
    const unknown = { applicationId: '0190a0a0-0000-7000-8000-000000000000', companyId: '', email: '', number: '' }
    expect((await add(await newMeeting(), unknown)).status).toBe(409)
  })
})

describe('taking a case off the agenda', () => {
  it('works while nobody has spoken, and the case waits again', async () => {
    const { meetingId, cases } = await meetingOfCases(portal.context, 1)
    const [one] = cases
    if (one === undefined) return expect.unreachable()
    expect((await take(meetingId, one)).status).toBe(303)
    expect(await meetingOf(portal.context.db, one.applicationId)).toBeNull()
    expect((await take(meetingId, one)).status).toBe(404)
    expect((await add(meetingId, one)).status).toBe(303)
  })

  it('is refused once a member has spoken', async () => {
    const { meetingId, cases } = await meetingOfCases(portal.context, 1)
    const [one] = cases
    if (one === undefined) return expect.unreachable()
    const member = await portal.signIn(await official(portal.context, 'committee', '委員 二郎'))
    await member.post(`/meetings/${meetingId}/cases/${one.applicationId}/opinion`, { opinion: 'no_objection' })
    const answer = await take(meetingId, one)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('意見が入力されているため')
    await expectValidHtml(answer.body)
  })
})

describe('a case sent to the committee', () => {
  it('lands on the next meeting when exactly one is to come, and only once', async () => {
    await closeAll()
    const one = await submittedCase(portal.context, { status: 'screening' })
    expect(await sendToCommittee(one)).toBeNull()
    const meetingId = await newMeeting('2026-11-21')
    expect(await sendToCommittee(one)).toMatchObject({ id: meetingId })
    expect(await sendToCommittee(one)).toMatchObject({ id: meetingId })
    expect(await agendaOf(portal.context.db, meetingId)).toHaveLength(1)
    await newMeeting('2026-12-01')
    expect(await sendToCommittee(await submittedCase(portal.context, { status: 'screening' }))).toBeNull()
  })

  it('passes by a meeting whose day is over', async () => {
    await closeAll()
    await newMeeting('2026-11-21')
    portal.setNow('2026-11-22T00:00:00+09:00')
    expect(await sendToCommittee(await submittedCase(portal.context, { status: 'screening' }))).toBeNull()
    portal.setNow('2026-11-21T23:59:59+09:00')
    expect(await sendToCommittee(await submittedCase(portal.context, { status: 'screening' }))).not.toBeNull()
  })

  it('lands there from the desk of the secretariat, in the same step', async () => {
    await closeAll()
    const meetingId = await newMeeting('2026-12-20')
    const one = await submittedCase(portal.context)
    const decisions = Object.fromEntries(['1-1', '5-1', '5-2', '7-2'].map((code) => [`decision-${code}`, 'accepted']))
    const answer = await desk.post(`/cases/${one.applicationId}/agenda`, { round: '1', ...decisions })
    expect(answer.status).toBe(303)
    expect(await findOpenMeetingOf(portal.context.db, one.applicationId)).toEqual({ meetingId })
    expect((await desk.get(`/cases/${one.applicationId}`)).body).toContain('次回委員会 令和8年12月20日（日）')
    const company = await portal.signIn(one.email)
    expect((await company.get(`/applications/${one.applicationId}/status`)).body).toContain('令和8年12月20日')
  })
})

describe('telling the members', () => {
  const announce = (meetingId: string, after: string) => desk.post(`/meetings/${meetingId}/announcement`, { after })
  const papersMails = async () => (await portal.mails()).filter(({ kind }) => kind === 'papers-ready')

  it('mails each once, however often the button of one page is pressed, and again from the next page', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 2)
    const email = await official(portal.context, 'committee', '委員 三郎')
    const before = (await papersMails()).length
    const members = (await announce(meetingId, '0')) && (await papersMails()).length - before
    await announce(meetingId, '0')
    expect((await papersMails()).length).toBe(before + members)
    const mail = (await papersMails()).find(({ recipient }) => recipient === email)
    expect(mail?.subject).toContain('資料の準備ができました')
    expect(mail?.body).toContain(`${portal.context.baseUrl}/meetings/${meetingId}`)
    expect(mail?.body).toContain('令和8年12月8日（火）')
    expect(mail?.body).toContain('意見聴取：2件')
    expect(mail?.body).not.toContain('あさか製作所')
    const page = await desk.get(`/meetings/${meetingId}`)
    expect(page.body).toContain('（1回目）')
    await expectValidHtml(page.body)
    await announce(meetingId, '1')
    expect((await papersMails()).length).toBe(before + 2 * members)
  })

  it('is refused without cases', async () => {
    const answer = await announce(await newMeeting(), '0')
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('委員会待ちの案件も、事後報告の更新もない')
  })

  it.each(['', 'x', '-1'])('answers what our page never sends with 400: %j', async (after) => {
    expect((await announce(await newMeeting(), after)).status).toBe(400)
  })
})
