import { describe, expect, it } from 'vitest'
import {
  canBeClosed,
  decideClosing,
  endedAt,
  endOf,
  inOrder,
  isOpen,
  isUpcoming,
  type Meeting,
  soonest
} from '../../src/committee/meeting.ts'

const meetingOf = (parts: Partial<Meeting>): Meeting => ({
  id: 'm',
  number: 1,
  heldOn: '2026-12-08',
  place: '大会議室',
  closedAt: null,
  cancelledAt: null,
  ...parts
})

const closedAt = new Date('2026-12-08T16:00:00+09:00')
const cancelledAt = closedAt

describe('a meeting in time', () => {
  it.each([
    ['the day before', '2026-12-07', true, false],
    ['on its day', '2026-12-08', true, true],
    ['the day after', '2026-12-09', false, true]
  ])('%s', (_when, today, upcoming, closable) => {
    expect(isUpcoming(meetingOf({}), today)).toBe(upcoming)
    expect(canBeClosed(meetingOf({}), today)).toBe(closable)
  })

  it.each([
    ['closed', { closedAt }, 'closed'],
    ['called off', { cancelledAt }, 'cancelled']
  ] as const)('is neither to come nor to be closed once it is %s', (_how, ended, end) => {
    expect(isUpcoming(meetingOf(ended), '2026-12-01')).toBe(false)
    expect(canBeClosed(meetingOf(ended), '2026-12-08')).toBe(false)
    expect([endOf(meetingOf(ended)), isOpen(meetingOf(ended))]).toEqual([end, false])
    expect(endedAt(meetingOf(ended))).toEqual(closedAt)
  })

  it('is open while nobody ended it', () => {
    expect([endOf(meetingOf({})), isOpen(meetingOf({})), endedAt(meetingOf({}))]).toEqual([null, true, null])
  })

  it('is next when it is the soonest that is still to come', () => {
    const meetings = [
      meetingOf({ id: 'far', heldOn: '2027-03-01' }),
      meetingOf({ id: 'near', heldOn: '2026-12-08' }),
      meetingOf({ id: 'over', heldOn: '2026-12-01' }),
      meetingOf({ id: 'closed', heldOn: '2026-12-05', closedAt }),
      meetingOf({ id: 'off', heldOn: '2026-12-05', cancelledAt })
    ]
    expect(soonest(meetings, '2026-12-02')?.id).toBe('near')
    expect(soonest(meetings, '2027-03-02')).toBeNull()
  })

  it('is listed with the open ones first, soonest on top, then those that ended, latest on top', () => {
    const meetings = [
      meetingOf({ number: 1, heldOn: '2026-03-01', closedAt }),
      meetingOf({ number: 4, heldOn: '2027-03-01' }),
      meetingOf({ number: 2, heldOn: '2026-06-01', cancelledAt }),
      meetingOf({ number: 3, heldOn: '2026-12-08' }),
      meetingOf({ number: 5, heldOn: '2026-12-08' })
    ]
    expect(inOrder(meetings).map(({ number }) => number)).toEqual([3, 5, 4, 2, 1])
  })
})

describe('closing a meeting', () => {
  const cases = [
    { applicationId: 'heard', status: 'awaiting_committee', given: 3 },
    { applicationId: 'over', status: 'awaiting_committee', given: 0 },
    { applicationId: 'gone', status: 'withdrawn', given: 1 }
  ] as const
  const request = { shown: ['over', 'heard'], holdOver: ['over'], confirmed: false, present: 1, nobodyCame: false }
  const close = (parts: Partial<typeof request>, today = '2026-12-08', meeting = meetingOf({})) =>
    decideClosing(meeting, cases, { ...request, ...parts }, today)

  it('hears, holds over and drops each case', () => {
    expect(close({})).toEqual({ ok: true, heard: ['heard'], heldOver: ['over'], dropped: ['gone'] })
  })

  it.each([
    ['before its day', close({}, '2026-12-07'), 'too-early'],
    ['twice', close({}, '2026-12-08', meetingOf({ closedAt })), 'closed'],
    ['once it is called off', close({}, '2026-12-08', meetingOf({ cancelledAt })), 'cancelled'],
    ['with a case nobody saw', close({ shown: ['heard'] }), 'agenda-changed'],
    ['with a case seen that is gone', close({ shown: ['over', 'heard', 'gone'] }), 'agenda-changed'],
    ['with a case without opinion unsaid', close({ holdOver: [] }), 'unconfirmed'],
    ['without a word on who came', close({ present: 0 }), 'no-attendance']
  ])('is refused %s', (_what, result, reason) => {
    expect(result).toEqual({ ok: false, reason })
  })

  it('hears a case without any opinion when somebody says so', () => {
    expect(close({ holdOver: [], confirmed: true })).toMatchObject({ ok: true, heard: ['heard', 'over'] })
  })

  it('takes it that nobody came when somebody says so', () => {
    expect(close({ present: 0, nobodyCame: true })).toMatchObject({ ok: true })
  })

  it('holds over only what awaits the committee', () => {
    expect(close({ holdOver: ['over', 'gone', 'unknown'] })).toMatchObject({ heldOver: ['over'], dropped: ['gone'] })
  })
})
