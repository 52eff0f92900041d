import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { changeStatus } from '../../src/applications/change-status.ts'
import { agendaOf, findOpenMeetingOf, meetingOf } from '../../src/committee/agenda-store.ts'
import { attendanceAt } from '../../src/committee/attendance-store.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import { giveOpinion } from '../../src/committee/give-opinion.ts'
import { opinionsOn } from '../../src/committee/read-opinions.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { accountOf, type MeetingOfCases, meetingOfCases, meetingOn } from './meeting-of-cases.ts'

let portal: TestApp
let desk: Browser
let member: Browser
let memberEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  memberEmail = await official(portal.context, 'committee', '委員 一郎')
  member = await portal.signIn(memberEmail)
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

const onTheDay = () => portal.setNow('2026-12-08T16:00:00+09:00')
const idsOf = ({ cases }: MeetingOfCases) => cases.map(({ applicationId }) => applicationId)
const statusOf = async (id = '') => (await findApplication(portal.context.db, id))?.status
const speak = (meetingId: string, applicationId = '') =>
  member.post(`/meetings/${meetingId}/cases/${applicationId}/opinion`, { opinion: 'no_objection', comment: '' })
const close = (meetingId: string, fields: Record<string, string | readonly string[]>) =>
  desk.post(`/meetings/${meetingId}/closure`, { nobodyCame: 'yes', ...fields })
const outcomes = async (meetingId: string) =>
  (await agendaOf(portal.context.db, meetingId)).map(({ outcome }) => outcome)

describe('the end of a meeting', () => {
  it('hears every case and keeps what was said in its history', async () => {
    const meeting = await meetingOfCases(portal.context, 2)
    const [one, other] = idsOf(meeting)
    for (const id of [one, other]) await speak(meeting.meetingId, id)
    onTheDay()
    const page = await desk.get(`/meetings/${meeting.meetingId}/closure`)
    expect(page.body).toContain('異議なし1・意見あり0・棄権0（回答なし0）')
    expect(page.body).not.toContain('name="confirmed"')
    await expectValidHtml(page.body)
    const answer = await close(meeting.meetingId, { shown: `${one},${other}` })
    expect([answer.status, answer.location]).toEqual([303, `/meetings/${meeting.meetingId}`])
    expect([await statusOf(one), await statusOf(other)]).toEqual(['heard', 'heard'])
    const event = (await historyOf(portal.context.db, one ?? '')).at(-1)
    expect(event).toMatchObject({
      kind: 'status-heard',
      details: { heldOn: '2026-12-08', opinions: { noObjection: 1, comment: 0, abstained: 0, silent: 0 } }
    })
    expect((await meetingOf(portal.context.db, one ?? ''))?.heldOn).toBe('2026-12-08')
    const decision = await desk.get(`/cases/${one}/decision`)
    expect(decision.body).toMatch(/委員 一郎<\/dt><dd>異議なし/)
    for (const browser of [desk, member]) {
      const after = await browser.get(`/meetings/${meeting.meetingId}`)
      expect(after.body).toContain('意見を聴きました')
      expect(after.body).toContain('産業 太郎が終了しました')
      await expectValidHtml(after.body)
    }
    await expectValidHtml((await desk.get('/meetings')).body)
  })

  it.each([
    ['the last minute before its day', '2026-12-07T23:59:59.999+09:00', 409],
    ['the first minute of its day', '2026-12-08T00:00:00+09:00', 200],
    ['a day later', '2026-12-09T09:00:00+09:00', 200]
  ])('is possible from its day on: %s', async (_when, now, status) => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    portal.setNow(now)
    const page = await desk.get(`/meetings/${meetingId}/closure`)
    expect(page.status).toBe(status)
    await expectValidHtml(page.body)
    expect((await close(meetingId, { shown: '' })).status).toBe(status === 200 ? 303 : 409)
  })

  it('asks for a word where nobody gave an opinion, and keeps what was chosen', async () => {
    const meeting = await meetingOfCases(portal.context, 2)
    const [one, other] = idsOf(meeting)
    onTheDay()
    const fields = { shown: `${one},${other}`, holdOver: other ?? '' }
    const asked = await close(meeting.meetingId, fields)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('<title>エラー：')
    expect(asked.body).toMatch(new RegExp(`value="${other}"[^>]*checked|checked[^>]*value="${other}"`))
    await expectValidHtml(asked.body)
    expect(await statusOf(one)).toBe('awaiting_committee')
    expect((await close(meeting.meetingId, { ...fields, confirmed: 'yes' })).status).toBe(303)
    expect([await statusOf(one), await statusOf(other)]).toEqual(['heard', 'awaiting_committee'])
    expect(await outcomes(meeting.meetingId)).toEqual(['heard', 'held_over'])
  })

  it('holds every case over that was ticked', async () => {
    const meeting = await meetingOfCases(portal.context, 2)
    onTheDay()
    const ids = idsOf(meeting)
    expect((await close(meeting.meetingId, { shown: ids.join(','), holdOver: ids })).status).toBe(303)
    expect(await outcomes(meeting.meetingId)).toEqual(['held_over', 'held_over'])
    const kinds = (await historyOf(portal.context.db, ids[0] ?? '')).map(({ kind }) => kind)
    expect(kinds).toContain('held-over')
  })

  it('puts a case that was held over on the one meeting to come, where it is spoken of anew', async () => {
    const meeting = await meetingOfCases(portal.context, 1, '2026-12-15')
    const [id = ''] = idsOf(meeting)
    await speak(meeting.meetingId, id)
    const next = await meetingOn(portal.context, '2027-02-01', meeting.actor)
    portal.setNow('2026-12-15T16:00:00+09:00')
    await close(meeting.meetingId, { shown: id, holdOver: id })
    expect(await findOpenMeetingOf(portal.context.db, id)).toEqual({ meetingId: next })
    const now = portal.context.clock.now()
    expect((await opinionsOn(portal.context.db, id, now))?.opinions).toEqual([])
    expect((await desk.get(`/meetings/${meeting.meetingId}/cases/${id}`)).body).toContain('委員 一郎')
    portal.setNow('2027-02-01T12:00:00+09:00')
    await close(next, { shown: id, confirmed: 'yes' })
  })

  it('drops a case that was withdrawn in the meantime', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const [id = ''] = idsOf(meeting)
    await portal.context.db.transaction((tx) =>
      changeStatus(tx, portal.context, { applicationId: id, to: 'withdrawn', by: 'company', actor: meeting.actor })
    )
    onTheDay()
    const page = await desk.get(`/meetings/${meeting.meetingId}/closure`)
    expect(page.body).toContain('審議しない案件があります')
    await expectValidHtml(page.body)
    await expectValidHtml((await desk.get(`/meetings/${meeting.meetingId}`)).body)
    const paper = await member.get(`/meetings/${meeting.meetingId}/cases/${id}`)
    expect(paper.body).toContain('いまは意見を入力できません')
    await expectValidHtml(paper.body)
    expect((await close(meeting.meetingId, { shown: '' })).status).toBe(303)
    expect(await outcomes(meeting.meetingId)).toEqual(['dropped'])
    expect(await statusOf(id)).toBe('withdrawn')
  })

  it('shows the page again when the agenda is not the one that was seen', async () => {
    const meeting = await meetingOfCases(portal.context, 2)
    onTheDay()
    const answer = await close(meeting.meetingId, { shown: idsOf(meeting)[0] ?? '', confirmed: 'yes' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('議題か案件の状態が変わりました')
    await expectValidHtml(answer.body)
    expect(await outcomes(meeting.meetingId)).toEqual([null, null])
  })

  it('leads a second visit to the closed meeting, which takes no change any more', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const [id = ''] = idsOf(meeting)
    onTheDay()
    for (const _click of [1, 2])
      expect((await close(meeting.meetingId, { shown: id, confirmed: 'yes' })).status).toBe(303)
    expect((await desk.get(`/meetings/${meeting.meetingId}/closure`)).status).toBe(303)
    for (const [tail, fields] of [
      ['', { heldOn: '2026-12-20', place: '別館' }],
      ['/agenda', { application: id }],
      [`/agenda/${id}/removal`, {}],
      ['/announcement', { after: '0' }]
    ] as const) {
      const answer = await desk.post(`/meetings/${meeting.meetingId}${tail}`, fields)
      expect(answer.status, tail).toBe(409)
      expect(answer.body).toContain('終了しているため')
      await expectValidHtml(answer.body)
    }
  })
})

describe('at the same time', () => {
  const closing = (meeting: MeetingOfCases) =>
    closeMeeting(portal.context, {
      meetingId: meeting.meetingId,
      shown: idsOf(meeting),
      holdOver: [],
      confirmed: true,
      attended: [],
      nobodyCame: true,
      actor: meeting.actor
    })

  it('two who close do it once', async () => {
    const meeting = await meetingOfCases(portal.context, 2)
    onTheDay()
    const results = await Promise.all([closing(meeting), closing(meeting)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'closed' })
    const kinds = (await historyOf(portal.context.db, meeting.meetingId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'meeting-closed')).toHaveLength(1)
  })

  it('an opinion is either counted by the end or refused', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const [applicationId = ''] = idsOf(meeting)
    const person = await accountOf(portal.context, memberEmail)
    onTheDay()
    const [given, closed] = await Promise.all([
      giveOpinion(portal.context, {
        meetingId: meeting.meetingId,
        applicationId,
        member: person,
        opinion: 'abstained',
        comment: ''
      }),
      closing(meeting)
    ])
    expect(closed.ok).toBe(true)
    const details = (await historyOf(portal.context.db, applicationId)).at(-1)?.details
    expect(details).toMatchObject({ opinions: { abstained: given.ok ? 1 : 0 } })
  })

  it('a withdrawal and the end leave the case in one state that fits its outcome', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const [applicationId = ''] = idsOf(meeting)
    onTheDay()
    await Promise.all([
      portal.context.db.transaction((tx) =>
        changeStatus(tx, portal.context, { applicationId, to: 'withdrawn', by: 'company', actor: meeting.actor })
      ),
      closing(meeting)
    ])
    // A heard case can still be withdrawn; one that was withdrawn first is never heard, and may stop the closing.
    expect(await statusOf(applicationId)).toBe('withdrawn')
    const kinds = (await historyOf(portal.context.db, applicationId)).map(({ kind }) => kind)
    const wasHeard = kinds.includes('status-heard')
    expect(await outcomes(meeting.meetingId)).not.toEqual(wasHeard ? ['dropped'] : ['heard'])
  })
})

describe('who came', () => {
  it('has to be said, and is kept with the meeting', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    await official(portal.context, 'committee', '欠席 花子')
    onTheDay()
    const page = await desk.get(`/meetings/${meetingId}/closure`)
    for (const words of ['出席した委員', '委員 一郎', '欠席 花子']) expect(page.body).toContain(words)
    await expectValidHtml(page.body)
    const asked = await close(meetingId, { shown: '', nobodyCame: '' })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('出席した委員を選んでください')
    await expectValidHtml(asked.body)
    const { id } = await accountOf(portal.context, memberEmail)
    const stranger = (await accountOf(portal.context, await official(portal.context, 'secretariat', '産業 花子'))).id
    expect((await close(meetingId, { shown: '', nobodyCame: '', attended: [id, stranger] })).status).toBe(303)
    expect((await attendanceAt(portal.context.db, meetingId)).map(({ name }) => name)).toEqual(['委員 一郎'])
    expect((await member.get(`/meetings/${meetingId}`)).body).toContain('出席した委員：委員 一郎')
  })

  it('takes no stranger alone for somebody who came', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    onTheDay()
    const strangers = ['0190a0a0-0000-7000-8000-000000000000', 'no-uuid']
    expect((await close(meetingId, { shown: '', nobodyCame: '', attended: strangers })).status).toBe(422)
  })

  it('takes no silence for 異議なし, whoever came', async () => {
    const meeting = await meetingOfCases(portal.context, 1)
    const { id } = await accountOf(portal.context, memberEmail)
    onTheDay()
    const [one = ''] = idsOf(meeting)
    await close(meeting.meetingId, { shown: one, confirmed: 'yes', nobodyCame: '', attended: [id] })
    const said = await opinionsOn(portal.context.db, one, portal.context.clock.now())
    expect(said?.summary).toMatchObject({ noObjection: 0, comment: 0, abstained: 0 })
    expect(said?.summary.silent).toBeGreaterThan(0)
  })
})
