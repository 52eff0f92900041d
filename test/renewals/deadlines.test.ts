import { afterEach, describe, expect, it, vi } from 'vitest'
import { certificationPeriod } from '../../src/certificates/period.ts'
import { today } from '../../src/platform/clock.ts'
import { dueList } from '../../src/renewals/due-list.ts'
import { type EndingPeriod, factsOf } from '../../src/renewals/ending.ts'
import { remindCompanies } from '../../src/renewals/remind-companies.ts'
import { dueReminder } from '../../src/renewals/reminder.ts'
import { reminderMail } from '../../src/renewals/reminder-mail.ts'
import { renewalWindow } from '../../src/renewals/renewal-window.ts'
import { addDays, type CalendarDate } from '../../src/scheme/calendar.ts'
import { asaka } from '../../src/scheme/scheme.ts'
import { openTestApp } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { certifiedCase } from '../support/issued.ts'

/** Where the server stands: before and after Tokyo, with and without summer time, and the ends of the world. */
const zones = [
  ['UTC', 0],
  ['Asia/Tokyo', -540],
  ['America/Los_Angeles', 480],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660]
] as const

const standIn = (zone: string, offset: number): void => {
  vi.stubEnv('TZ', zone)
  expect(new Date('2026-12-15T12:00:00Z').getTimezoneOffset()).toBe(offset)
}
afterEach(() => {
  vi.unstubAllEnvs()
})

const lastMoment = (day: CalendarDate) => ({ now: () => new Date(`${day}T23:59:59.999+09:00`) })
const midnight = (day: CalendarDate) => ({ now: () => new Date(`${day}T00:00:00+09:00`) })

const endingOf = (startsOn: CalendarDate): EndingPeriod => ({
  periodId: 'p',
  certificationId: 'c',
  applicationId: 'a',
  hasCase: true,
  number: 12,
  companyId: 'o',
  companyName: '株式会社あさか製作所',
  period: certificationPeriod(startsOn),
  endedOn: null,
  endedHow: null,
  open: null
})

/** First days whose last days are ends of months, leap days, the turn of a year and of a fiscal year. */
const firstDays = [
  ['2021-01-16', '2024-01-15'],
  ['2024-02-29', '2027-02-28'],
  ['2024-03-01', '2027-02-28'],
  ['2025-03-01', '2028-02-29'],
  ['2023-12-01', '2026-11-30'],
  ['2024-01-01', '2026-12-31'],
  ['2024-04-01', '2027-03-31'],
  ['2024-05-01', '2027-04-30']
] as const

/** Every deadline from the end of a period: the last day on which something holds, and what it is the next day. */
const turns = [
  [-181, 'not-yet', 'open'],
  [0, 'open', 'late'],
  [90, 'late', 'too-late']
] as const

describe.each(zones)('on a server in %s', (zone, offset) => {
  it.each(firstDays)('a period from %s ends on %s and its window turns at midnight in Tokyo', (startsOn, endsOn) => {
    standIn(zone, offset)
    const ending = endingOf(startsOn)
    expect(ending.period.endsOn).toBe(endsOn)
    for (const [days, before, after] of turns) {
      const last = addDays(endsOn, days)
      const kindAt = (clock: { readonly now: () => Date }) => renewalWindow(factsOf(ending), asaka, today(clock)).kind
      expect([days, kindAt(lastMoment(last)), kindAt(midnight(addDays(last, 1)))]).toEqual([days, before, after])
    }
  })

  it.each(firstDays)('reminders of a period from %s (to %s) are due from midnight in Tokyo on', (startsOn, endsOn) => {
    standIn(zone, offset)
    const facts = factsOf(endingOf(startsOn))
    const sentBefore = (stage: number) => [-180, -90, -30, -7, 7].filter((one) => one < stage).map(String)
    for (const stage of [-180, -90, -30, -7, 7]) {
      const day = addDays(endsOn, stage)
      const dueAt = (clock: { readonly now: () => Date }) => dueReminder(facts, today(clock), sentBefore(stage), asaka)
      expect([dueAt(lastMoment(addDays(day, -1))), dueAt(midnight(day)), dueAt(lastMoment(day))]).toEqual([
        null,
        stage,
        stage
      ])
    }
  })

  it.each(firstDays)(
    'days, groups and letters of a period from %s (to %s) say the date in Tokyo',
    (startsOn, endsOn) => {
      standIn(zone, offset)
      const ending = endingOf(startsOn)
      const rowAt = (clock: { readonly now: () => Date }) => dueList([ending], new Map(), asaka, today(clock))[0]
      expect([rowAt(lastMoment(endsOn))?.daysLeft, rowAt(lastMoment(endsOn))?.group]).toEqual([0, 'month1'])
      const next = rowAt(midnight(addDays(endsOn, 1)))
      expect([next?.daysLeft, next?.group]).toEqual([-1, 'late'])
      const mail = reminderMail(
        { scheme: asaka, baseUrl: '' },
        ending,
        'reminder',
        today(lastMoment(addDays(endsOn, -7)))
      )
      expect(mail.subject).toContain('残り7日')
      const [year = 0, month = 0, day = 0] = endsOn.split('-').map(Number)
      expect(mail.text).toContain(`令和${year - 2018}年${month}月${day}日（`)
    }
  )
})

describe('the portal on a server in another zone', () => {
  it.each([zones[2], zones[3]])(
    '%s reminds and lists by the calendar of Tokyo',
    async (zone, offset) => {
      standIn(zone, offset)
      const portal = await openTestApp()
      const desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
      await certifiedCase(portal.context, { startsOn: '2024-02-29' })
      const at = async (instant: string) => {
        portal.setNow(instant)
        const unexpected = (error: unknown): never => {
          throw error
        }
        return (await remindCompanies(portal.context, unexpected)).reminded
      }
      expect([await at('2026-08-31T23:59:59+09:00'), await at('2026-09-01T00:00:00+09:00')]).toEqual([0, 1])
      expect([await at('2026-11-29T23:59:59+09:00'), await at('2026-11-30T00:00:00+09:00')]).toEqual([0, 1])
      const { body } = await desk.get('/renewals')
      for (const words of ['令和9年2月28日（日）', '残り90日', '令和8年11月30日', '満了90日前の案内'])
        expect(body).toContain(words)
      await portal.close()
    },
    60_000
  )
})
