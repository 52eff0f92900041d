import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EndingPeriod } from '../../src/renewals/ending.ts'
import { factsOf } from '../../src/renewals/ending.ts'
import { dueReminder, isFirstStage, occasionOf } from '../../src/renewals/reminder.ts'
import type { RenewalFacts } from '../../src/renewals/renewal-window.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { asaka } from '../../src/scheme/scheme.ts'

const period = { startsOn: '2024-01-16', endsOn: '2027-01-15' }
const standing: RenewalFacts = { period, endedOn: null, endedHow: null, renewal: 'none' }

const dueOn = (days: number, sent: readonly string[] = [], facts: RenewalFacts = standing) =>
  dueReminder(facts, addDays(facts.period.endsOn, days), sent, asaka)

describe('the reminder that is due', () => {
  it.each([
    [-181, null],
    [-180, -180],
    [-91, -180],
    [-90, -90],
    [-31, -90],
    [-30, -30],
    [-8, -30],
    [-7, -7],
    [0, -7],
    [1, null],
    [6, null],
    [7, 7],
    [90, 7],
    [91, null],
    [1000, null]
  ])('%i days from the end, when none was sent, is %s', (days, stage) => {
    expect(dueOn(days)).toBe(stage)
  })

  it.each([
    [-30, ['-30'], null],
    [-20, ['-180', '-90', '-30'], null],
    [-20, ['-180'], -30],
    [-7, ['-180', '-90', '-30'], -7],
    [-90, ['-30'], null],
    [7, ['-7'], 7],
    [8, ['+7'], null],
    [-90, ['again-1', 'again-2'], -90]
  ])('%i days from the end, after %j, is %s', (days, sent, stage) => {
    expect(dueOn(days, sent)).toBe(stage)
  })

  it.each([
    ['a renewal was submitted', { renewal: 'open' }],
    ['it was renewed', { renewal: 'certified' }],
    ['it was surrendered', { endedOn: '2026-12-01', endedHow: 'surrendered' }],
    ['it was revoked', { endedOn: '2026-12-01', endedHow: 'revoked' }],
    ['it will end by a surrender', { endedOn: '2027-01-10', endedHow: 'surrendered' }]
  ] as const)('is none on any day once %s', (_what, parts) => {
    for (let days = -200; days <= 100; days++) expect(dueOn(days, [], { ...standing, ...parts })).toBeNull()
  })

  it('counts over a leap day and over the ends of months', () => {
    const leap = { ...standing, period: { startsOn: '2024-02-29', endsOn: '2027-02-28' } }
    const due = (on: string) => dueReminder(leap, on, [], asaka)
    expect([due('2026-08-31'), due('2026-09-01')]).toEqual([null, -180])
    expect([due('2027-01-28'), due('2027-01-29')]).toEqual([-90, -30])
    expect([due('2027-03-06'), due('2027-03-07')]).toEqual([null, 7])
    const over = { ...standing, period: { startsOn: '2025-03-01', endsOn: '2028-02-29' } }
    expect([-30, -7].map((stage) => dueReminder(over, addDays('2028-02-29', stage), [], asaka))).toEqual([-30, -7])
    expect(dueReminder(over, '2028-03-07', [], asaka)).toBe(7)
    expect(dueReminder(over, '2028-03-06', [], asaka)).toBeNull()
  })

  it('follows what a city sets, in any order, with the first as the notice', () => {
    const settings = { ...asaka, renewalReminderDays: [0, 200], expiredReminderDays: 1 }
    const due = (days: number) => dueReminder(standing, addDays(period.endsOn, days), [], settings)
    expect([-201, -200, -1, 0, 1].map(due)).toEqual([null, -200, -200, 0, 1])
    expect([-200, 0, 1].map((stage) => isFirstStage(stage, settings))).toEqual([true, false, false])
    expect([-200, 0, 1].map(occasionOf)).toEqual(['-200', '0', '+1'])
    expect(dueReminder(standing, period.endsOn, ['0'], settings)).toBeNull()
  })

  it('is none after the end where a city takes no late renewals', () => {
    const strict = { ...asaka, lateRenewalDays: 0 }
    expect(dueReminder(standing, addDays(period.endsOn, 7), [], strict)).toBeNull()
  })
})

/** Runs the job on these days, counted from the end, and tells what it sent on which. */
const runOn = (days: readonly number[], facts: RenewalFacts = standing) => {
  const sent: { readonly days: number; readonly stage: number }[] = []
  for (const day of days) {
    const occasions = sent.map(({ stage }) => occasionOf(stage))
    const stage = dueOn(day, occasions, facts)
    if (stage !== null) sent.push({ days: day, stage })
  }
  return sent
}

describe('over any sequence of days on which the job runs', () => {
  const days = fc.array(fc.integer({ min: -220, max: 120 }), { maxLength: 80 })

  it('sends each stage at most once, later ones later, never early and never two on a day', () => {
    fc.assert(
      fc.property(days, (run) => {
        const sent = runOn(run)
        const stages = sent.map(({ stage }) => stage)
        expect(stages).toEqual([...new Set(stages)].toSorted((a, b) => a - b))
        expect(new Set(sent.map((one) => one.days)).size).toBe(sent.length)
        for (const one of sent) expect(one.stage <= one.days).toBe(true)
      })
    )
  })

  it('sends all five when it runs every day, each on its day', () => {
    const daily = Array.from({ length: 340 }, (_, index) => index - 220)
    expect(runOn(daily.flatMap((day) => [day, day])).map(({ days: day, stage }) => [day, stage])).toEqual(
      [-180, -90, -30, -7, 7].map((stage) => [stage, stage])
    )
  })

  it('sends the newest on the first day after downtime, and nothing that it missed before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 0 }), (back) => {
        const sent = runOn(Array.from({ length: 1 - back }, (_, index) => back + index))
        const missed = [-180, -90, -30, -7].filter((stage) => stage <= back)
        expect(sent[0]).toEqual({ days: back, stage: missed.at(-1) })
        for (const stage of missed.slice(0, -1)) expect(sent.map((one) => one.stage)).not.toContain(stage)
      })
    )
  })
})

describe('a renewal that is under way', () => {
  const ending: Omit<EndingPeriod, 'open'> = {
    periodId: 'p',
    certificationId: 'c',
    applicationId: 'a',
    hasCase: true,
    number: 12,
    companyId: 'o',
    companyName: '株式会社あさか製作所',
    period,
    endedOn: null,
    endedHow: null
  }

  it.each([
    [null, 'none'],
    ['draft', 'none'],
    ['submitted', 'open'],
    ['screening', 'open'],
    ['returned', 'open'],
    ['awaiting_committee', 'open'],
    ['heard', 'open']
  ] as const)('counts from its submission on: %s is %s', (status, renewal) => {
    const open = status === null ? null : { id: 'r', kind: 'renewal' as const, status, number: null }
    expect(factsOf({ ...ending, open }).renewal).toBe(renewal)
  })
})
