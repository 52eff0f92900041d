import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Invitation, isMoved, notInvited } from '../../src/committee/invitation.ts'
import { inviteMembers } from '../../src/committee/invite-members.ts'
import { remindMembers } from '../../src/committee/remind-members.ts'
import { isReminderDue, unspokenCases } from '../../src/committee/unspoken.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { type MeetingOfCases, meetingOfCases } from './meeting-of-cases.ts'

const place = '501会議室'
const invitation = (heldOn: string, memberIds: readonly string[]): Invitation => ({
  at: new Date(testNow),
  heldOn,
  place,
  memberIds
})

describe('who is still to be invited', () => {
  const members = [{ id: 'a' }, { id: 'b' }]
  const to = { heldOn: '2026-12-08', place }

  it.each([
    ['everybody at first', [], ['a', 'b']],
    ['who was added since', [invitation('2026-12-08', ['a'])], ['b']],
    ['nobody when all were', [invitation('2026-12-08', ['a']), invitation('2026-12-08', ['b'])], []],
    ['everybody after a change', [invitation('2026-12-07', ['a', 'b'])], ['a', 'b']],
    [
      'everybody when it went back to a day of before',
      [invitation('2026-12-08', ['a', 'b']), invitation('2026-12-07', ['a', 'b'])],
      ['a', 'b']
    ]
  ])('is %s', (_who, invitations, ids) => {
    expect(notInvited(members, invitations, to).map(({ id }) => id)).toEqual(ids)
  })

  it('is told of a change only who knew of another day', () => {
    const before = [invitation('2026-12-07', ['a'])]
    expect([isMoved(before, to, 'a'), isMoved(before, to, 'b'), isMoved([], to, 'a')]).toEqual([true, false, false])
  })
})

describe('when members are reminded', () => {
  const open = { heldOn: '2026-12-08', closedAt: null, cancelledAt: null }

  it.each([
    ['2026-12-04', false],
    ['2026-12-05', true],
    ['2026-12-07', true],
    ['2026-12-08', true],
    ['2026-12-09', false]
  ])('on %s: %s', (today, due) => {
    expect(isReminderDue(open, today, 3)).toBe(due)
    expect(isReminderDue({ ...open, closedAt: new Date() }, today, 3)).toBe(false)
    expect(isReminderDue({ ...open, cancelledAt: new Date() }, today, 3)).toBe(false)
  })

  it('is by the cases that await a word on their present papers', () => {
    const early = new Date('2026-12-01T10:00:00+09:00')
    const late = new Date('2026-12-02T10:00:00+09:00')
    const items = [
      { id: '1', status: 'awaiting_committee', addedAt: early },
      { id: '2', status: 'awaiting_committee', addedAt: late },
      { id: '3', status: 'withdrawn', addedAt: early }
    ] as const
    const said = (agendaItemId: string, givenAt: Date) => ({ agendaItemId, memberId: 'a', givenAt })
    expect(unspokenCases('a', items, [])).toBe(2)
    expect(unspokenCases('a', items, [said('1', late)])).toBe(1)
    expect(unspokenCases('a', items, [said('1', late), said('2', early)])).toBe(1)
    expect(unspokenCases('a', items, [said('1', late), said('2', late)])).toBe(0)
    expect(unspokenCases('b', items, [said('1', late), said('2', late)])).toBe(2)
  })
})

let portal: TestApp
let desk: Browser
let member: Browser
let memberEmail: string
let otherEmail: string
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
  memberEmail = await official(portal.context, 'committee', '委員 一郎')
  otherEmail = await official(portal.context, 'committee', '委員 花子')
  member = await portal.signIn(memberEmail)
})
beforeEach(() => portal.setNow(testNow))
afterAll(() => portal.close())

const mailsTo = async (meetingId: string, kind: string) =>
  (await portal.mails()).filter((mail) => mail.kind === kind && mail.subjectId === meetingId)
const invite = (meetingId: string) => desk.post(`/meetings/${meetingId}/invitation`)

describe('inviting the members', () => {
  it('tells each once, and each again when the day changed', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    const before = await desk.get(`/meetings/${meetingId}`)
    expect(before.body).toContain('開催案内を送る')
    await expectValidHtml(before.body)
    for (const _click of [1, 2]) expect((await invite(meetingId)).status).toBe(303)
    const first = await mailsTo(meetingId, 'meeting-invitation')
    expect(first.map(({ recipient }) => recipient).toSorted()).toEqual([memberEmail, otherEmail].toSorted())
    for (const words of ['令和8年12月8日（火）', '市役所 大会議室', `${portal.context.baseUrl}/meetings/${meetingId}`])
      expect(first[0]?.body).toContain(words)
    expect(first[0]?.subject).toContain('開催のご案内')
    const after = await desk.get(`/meetings/${meetingId}`)
    expect(after.body).toContain('全員に送りました')
    expect(after.body).not.toContain('>開催案内を送る<')
    await desk.post(`/meetings/${meetingId}`, { heldOn: '2026-12-15', place: '市役所 大会議室' })
    await invite(meetingId)
    const all = await mailsTo(meetingId, 'meeting-invitation')
    expect(all).toHaveLength(4)
    expect(all[0]?.subject).toContain('日にち・場所の変更')
    expect(all[0]?.body).toContain('令和8年12月15日（火）')
    await expectValidHtml((await desk.get(`/meetings/${meetingId}`)).body)
  })

  it('is done once by two clicks at once', async () => {
    const { meetingId, actor } = await meetingOfCases(portal.context, 0)
    const results = await Promise.all([1, 2].map(() => inviteMembers(portal.context, { meetingId, actor })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'invited' })
  })

  it('is refused for a meeting that ended, and not there for others', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    expect((await member.post(`/meetings/${meetingId}/invitation`)).status).toBe(404)
    await desk.post(`/meetings/${meetingId}/cancellation`, { reason: '大雪' })
    const late = await invite(meetingId)
    expect([late.status, late.body.includes('取りやめになったため、開催案内を送れません')]).toEqual([409, true])
    await expectValidHtml(late.body)
    expect(await mailsTo(meetingId, 'meeting-invitation')).toEqual([])
  })

  it('is followed by a mail when the meeting is called off', async () => {
    const { meetingId } = await meetingOfCases(portal.context, 0)
    await invite(meetingId)
    await desk.post(`/meetings/${meetingId}/cancellation`, { reason: '大雪' })
    expect(await mailsTo(meetingId, 'meeting-cancelled')).toHaveLength(2)
  })
})

describe('reminding the members', () => {
  const failures: unknown[] = []
  const remind = () => remindMembers(portal.context, (error) => failures.push(error))
  const speak = async ({ meetingId, cases }: MeetingOfCases, count: number) => {
    for (const { applicationId } of cases.slice(0, count))
      await member.post(`/meetings/${meetingId}/cases/${applicationId}/opinion`, { opinion: 'abstained', comment: '' })
  }
  const announced = async (count = 2) => {
    portal.setNow(testNow)
    const meeting = await meetingOfCases(portal.context, count)
    await desk.post(`/meetings/${meeting.meetingId}/announcement`, { after: '0' })
    return meeting
  }
  const reminded = async (meetingId: string) =>
    (await mailsTo(meetingId, 'meeting-reminder')).map(({ recipient }) => recipient).toSorted()

  it('reaches those who have not spoken on every case, once, from three days before', async () => {
    const meeting = await announced()
    await speak(meeting, 2)
    portal.setNow('2026-12-04T23:59:59+09:00')
    await remind()
    expect(await reminded(meeting.meetingId)).toEqual([])
    portal.setNow('2026-12-05T00:00:00+09:00')
    await Promise.all([remind(), remind()])
    await remind()
    portal.setNow('2026-12-06T08:00:00+09:00')
    await remind()
    expect(await reminded(meeting.meetingId)).toEqual([otherEmail])
    const [mail] = await mailsTo(meeting.meetingId, 'meeting-reminder')
    for (const words of ['案件が2件', '令和8年12月8日（火）', `/meetings/${meeting.meetingId}`])
      expect(mail?.body).toContain(words)
    expect((await desk.get(`/meetings/${meeting.meetingId}`)).body).toContain('委員1人に、メールでお願いしました')
    expect(failures).toEqual([])
  })

  it('counts the cases that are left, and makes up for a day of downtime', async () => {
    const meeting = await announced()
    await speak(meeting, 1)
    portal.setNow('2026-12-07T08:00:00+09:00')
    await remind()
    const mails = await mailsTo(meeting.meetingId, 'meeting-reminder')
    expect(mails.find(({ recipient }) => recipient === memberEmail)?.body).toContain('案件が1件')
    expect(mails.find(({ recipient }) => recipient === otherEmail)?.body).toContain('案件が2件')
  })

  it('says nothing before the papers were announced, of nothing to speak on, or of a meeting that ended', async () => {
    const unannounced = await meetingOfCases(portal.context, 1)
    const cancelled = await announced(1)
    await desk.post(`/meetings/${cancelled.meetingId}/cancellation`, { reason: '大雪' })
    portal.setNow('2026-12-05T08:00:00+09:00')
    await remind()
    for (const { meetingId } of [unannounced, cancelled]) expect(await reminded(meetingId)).toEqual([])
  })

  it('comes once more when the meeting is moved', async () => {
    const { meetingId } = await announced(1)
    portal.setNow('2026-12-05T08:00:00+09:00')
    await remind()
    await desk.post(`/meetings/${meetingId}`, { heldOn: '2026-12-20', place: '別館' })
    await remind()
    expect(await reminded(meetingId)).toHaveLength(2)
    portal.setNow('2026-12-17T08:00:00+09:00')
    await remind()
    expect(await reminded(meetingId)).toHaveLength(4)
  })
})
