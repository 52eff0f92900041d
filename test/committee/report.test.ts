import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { updateStatus } from '../../src/applications/application-store.ts'
import { cancelMeeting } from '../../src/committee/cancel-meeting.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import type { Meeting } from '../../src/committee/meeting.ts'
import { allMeetings, openMeetings } from '../../src/committee/meeting-store.ts'
import type { Official } from '../../src/committee/official.ts'
import { readReport } from '../../src/committee/read-report.ts'
import { meetingToReportAt } from '../../src/committee/report.ts'
import { unreportedRenewals } from '../../src/committee/report-store.ts'
import { today } from '../../src/platform/clock.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { decidedRenewal } from './decided-renewal.ts'
import { accountOf, meetingOn } from './meeting-of-cases.ts'

let portal: TestApp
let actor: Official
beforeAll(async () => {
  portal = await openTestApp()
  actor = await accountOf(portal.context, await official(portal.context, 'secretariat', '産業 太郎'))
})
afterAll(() => portal.close())

const reason = '定足数に届かないため'
const close = (meetingId: string) =>
  closeMeeting(portal.context, {
    meetingId,
    shown: [],
    holdOver: [],
    confirmed: true,
    attended: [],
    nobodyCame: true,
    actor
  })
const cancel = (meetingId: string) => cancelMeeting(portal.context, { meetingId, reason, actor })
const decided = async () => (await decidedRenewal(portal.context, actor.id)).applicationId
const reportOf = async (meetingId: string) => {
  const meeting = (await allMeetings(portal.context.db)).find(({ id }) => id === meetingId)
  return meeting === undefined ? [] : (await readReport(portal.context.db, meeting)).map((one) => one.applicationId)
}
const setDay = (day: string, time = '10:00:00') => portal.setNow(`${day}T${time}+09:00`)

/** Clears the table for the next test: all is reported, no meeting is open. */
const clear = async () => {
  setDay('2027-03-01')
  for (const { id } of await openMeetings(portal.context.db)) await cancel(id)
  const sweep = await meetingOn(portal.context, today(portal.context.clock), actor)
  await close(sweep)
  portal.setNow(testNow)
}

describe('the meeting at which a renewal is reported', () => {
  const open = [
    { id: 'late', heldOn: '2026-12-20', number: 3 },
    { id: 'second', heldOn: '2026-12-08', number: 2 },
    { id: 'first', heldOn: '2026-12-08', number: 1 },
    { id: 'waiting to be closed', heldOn: '2026-11-30', number: 0 }
  ]

  it.each([
    ['2026-11-30', 'waiting to be closed'],
    ['2026-12-01', 'first'],
    ['2026-12-08', 'first'],
    ['2026-12-09', 'late'],
    ['2026-12-20', 'late'],
    ['2026-12-21', null]
  ])('is, for one decided on %s, %s', (decidedOn, id) => {
    expect(meetingToReportAt({ decidedOn }, open)).toBe(id)
    expect(meetingToReportAt({ decidedOn }, open.toReversed())).toBe(id)
  })
})

describe('the report', () => {
  beforeEach(clear)

  it('is what was decided since the last one, and fixed with the end of the meeting', async () => {
    const meetingId = await meetingOn(portal.context, '2026-12-08', actor)
    const one = await decided()
    expect(await reportOf(meetingId)).toEqual([one])
    setDay('2026-12-08')
    const other = await decided()
    expect(await reportOf(meetingId)).toEqual([one, other])
    expect(await close(meetingId)).toMatchObject({ ok: true, reported: 2 })
    const later = await decided()
    expect(await reportOf(meetingId)).toEqual([one, other])
    expect((await unreportedRenewals(portal.context.db)).map(({ applicationId }) => applicationId)).toEqual([later])
  })

  it('leaves out what was examined, what is not decided, and what is no renewal', async () => {
    const meetingId = await meetingOn(portal.context, '2026-12-08', actor)
    await decidedRenewal(portal.context, actor.id, { route: 'examination' })
    for (const status of ['screening', 'heard', 'refused', 'withdrawn'] as const)
      await decidedRenewal(portal.context, actor.id, { status })
    await submittedCase(portal.context, { status: 'certified' })
    expect(await reportOf(meetingId)).toEqual([])
  })

  it('goes by the way that was chosen last', async () => {
    const meetingId = await meetingOn(portal.context, '2026-12-08', actor)
    const renewal = await decidedRenewal(portal.context, actor.id, { route: 'examination' })
    const again = await decidedRenewal(portal.context, actor.id)
    await updateStatus(portal.context.db, again.applicationId, 'screening', portal.context.clock.now())
    expect(await reportOf(meetingId)).toEqual([])
    await updateStatus(portal.context.db, again.applicationId, 'certified', portal.context.clock.now())
    expect(await reportOf(meetingId)).toEqual([again.applicationId])
    expect(await reportOf(meetingId)).not.toContain(renewal.applicationId)
  })

  it('moves to the next meeting when one is called off', async () => {
    const first = await meetingOn(portal.context, '2026-12-08', actor)
    const second = await meetingOn(portal.context, '2026-12-20', actor)
    const one = await decided()
    expect([await reportOf(first), await reportOf(second)]).toEqual([[one], []])
    await cancel(first)
    expect([await reportOf(first), await reportOf(second)]).toEqual([[], [one]])
  })

  it('holds at the last minute of the meeting’s day what goes to the next a minute later', async () => {
    const first = await meetingOn(portal.context, '2026-12-08', actor)
    const second = await meetingOn(portal.context, '2026-12-20', actor)
    setDay('2026-12-08', '23:59:59')
    const one = await decided()
    setDay('2026-12-09', '00:00:00')
    const other = await decided()
    expect([await reportOf(first), await reportOf(second)]).toEqual([[one], [other]])
    await close(first)
    expect([await reportOf(first), await reportOf(second)]).toEqual([[one], [other]])
  })

  it('is told once when two meetings are closed at once', async () => {
    const [first, second] = [
      await meetingOn(portal.context, '2026-12-08', actor),
      await meetingOn(portal.context, '2026-12-08', actor)
    ]
    const one = await decided()
    setDay('2026-12-08')
    const results = await Promise.all([close(first), close(second)])
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    expect([...(await reportOf(first)), ...(await reportOf(second))]).toEqual([one])
  })

  it('tells the history how many', async () => {
    const meetingId = await meetingOn(portal.context, today(portal.context.clock), actor)
    await decided()
    await close(meetingId)
    const desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 花子'))
    expect((await desk.get(`/meetings/${meetingId}`)).body).toContain('事後報告1件')
  })
})

type Step =
  | { readonly what: 'decide' }
  | { readonly what: 'wait'; readonly days: number }
  | { readonly what: 'call'; readonly inDays: number }
  | { readonly what: 'cancel' | 'close'; readonly pick: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ what: fc.constant('decide' as const) }),
  fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ what: fc.constant('call' as const), inDays: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ what: fc.constantFrom('cancel' as const, 'close' as const), pick: fc.nat(5) })
)

/** Every place that tells a renewal: what closed meetings were told, and what open ones would be. */
const tellings = async (meetings: readonly Meeting[]) => {
  const told: string[] = []
  for (const meeting of meetings)
    told.push(...(await readReport(portal.context.db, meeting)).map(({ applicationId }) => applicationId))
  return told
}

describe('whatever is decided, called, called off and closed', () => {
  let now = Date.parse(testNow)
  const wait = (days: number) => {
    now += days * 86_400_000
    portal.setNow(new Date(now).toISOString())
  }
  const dayIn = (days: number) => new Date(now + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)

  const take = async (one: Step, renewals: string[]) => {
    if (one.what === 'decide') return void renewals.push(await decided())
    if (one.what === 'wait') return wait(one.days)
    if (one.what === 'call') return void (await meetingOn(portal.context, dayIn(one.inDays), actor))
    const open = await openMeetings(portal.context.db)
    const chosen = open[one.pick % Math.max(1, open.length)]
    if (chosen !== undefined) await (one.what === 'cancel' ? cancel(chosen.id) : close(chosen.id))
  }

  it('every renewal is told at one meeting, and at no other', { timeout: 120_000 }, async () => {
    await clear()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const renewals: string[] = []
        for (const one of steps) {
          await take(one, renewals)
          const told = (await tellings(await allMeetings(portal.context.db))).filter((id) => renewals.includes(id))
          expect(new Set(told).size).toBe(told.length)
        }
        for (const { id } of await openMeetings(portal.context.db)) await cancel(id)
        wait(1)
        await close(await meetingOn(portal.context, dayIn(0), actor))
        const told = (await tellings(await allMeetings(portal.context.db))).filter((id) => renewals.includes(id))
        expect(told.toSorted()).toEqual(renewals.toSorted())
      }),
      { numRuns: 8 }
    )
  })
})
