import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificationPeriod } from '../../src/certificates/period.ts'
import { type RenewalFacts, renewalWindow } from '../../src/renewals/renewal-window.ts'
import { addDays } from '../../src/scheme/calendar.ts'
import { asaka } from '../../src/scheme/scheme.ts'

const settings = { renewalWindowDays: 180, lateRenewalDays: 90 }
const period = { startsOn: '2021-01-16', endsOn: '2024-01-15' }
const standing: RenewalFacts = { period, endedOn: null, endedHow: null, renewal: 'none' }

describe('the window of a certification until 2024-01-15', () => {
  it.each([
    ['2021-01-16', { kind: 'not-yet', opensOn: '2023-07-19' }],
    ['2023-07-18', { kind: 'not-yet', opensOn: '2023-07-19' }],
    ['2023-07-19', { kind: 'open', until: '2024-01-15', daysLeft: 180 }],
    ['2023-07-20', { kind: 'open', until: '2024-01-15', daysLeft: 179 }],
    ['2023-12-31', { kind: 'open', until: '2024-01-15', daysLeft: 15 }],
    ['2024-01-14', { kind: 'open', until: '2024-01-15', daysLeft: 1 }],
    ['2024-01-15', { kind: 'open', until: '2024-01-15', daysLeft: 0 }],
    ['2024-01-16', { kind: 'late', until: '2024-04-14', daysSinceEnd: 1 }],
    ['2024-02-29', { kind: 'late', until: '2024-04-14', daysSinceEnd: 45 }],
    ['2024-04-13', { kind: 'late', until: '2024-04-14', daysSinceEnd: 89 }],
    ['2024-04-14', { kind: 'late', until: '2024-04-14', daysSinceEnd: 90 }],
    ['2024-04-15', { kind: 'too-late', until: '2024-04-14' }],
    ['2030-01-01', { kind: 'too-late', until: '2024-04-14' }]
  ] as const)('on %s is %j', (on, expected) => {
    expect(renewalWindow(standing, settings, on)).toEqual(expected)
  })

  it('is as wide as the city sets it, down to the last day alone', () => {
    const none = { renewalWindowDays: 0, lateRenewalDays: 0 }
    expect(renewalWindow(standing, none, '2024-01-14')).toEqual({ kind: 'not-yet', opensOn: '2024-01-15' })
    expect(renewalWindow(standing, none, '2024-01-15').kind).toBe('open')
    expect(renewalWindow(standing, none, '2024-01-16')).toEqual({ kind: 'too-late', until: '2024-01-15' })
  })

  it('opens on the day of the first reminder', () => {
    expect(Math.max(...asaka.renewalReminderDays)).toBe(asaka.renewalWindowDays)
  })
})

describe('month ends and leap days', () => {
  it.each([
    // Three years from a leap day end on the last day of February.
    ['2024-02-29', '2027-02-28', '2026-09-01', '2027-05-29'],
    ['2025-03-01', '2028-02-29', '2027-09-02', '2028-05-29'],
    ['2021-03-01', '2024-02-29', '2023-09-02', '2024-05-29'],
    ['2022-03-01', '2025-02-28', '2024-09-01', '2025-05-29'],
    ['2023-04-01', '2026-03-31', '2025-10-02', '2026-06-29'],
    ['2023-01-01', '2025-12-31', '2025-07-04', '2026-03-31'],
    ['2020-12-03', '2023-12-02', '2023-06-05', '2024-03-01']
  ])('a period from %s ends on %s, opens on %s and is late until %s', (startsOn, endsOn, opensOn, until) => {
    const facts = { ...standing, period: certificationPeriod(startsOn) }
    const kindOn = (on: string) => renewalWindow(facts, settings, on).kind
    expect(facts.period.endsOn).toBe(endsOn)
    expect(renewalWindow(facts, settings, startsOn)).toEqual({ kind: 'not-yet', opensOn })
    expect([addDays(opensOn, -1), opensOn, addDays(opensOn, 1)].map(kindOn)).toEqual(['not-yet', 'open', 'open'])
    expect([addDays(endsOn, -1), endsOn, addDays(endsOn, 1)].map(kindOn)).toEqual(['open', 'open', 'late'])
    expect([addDays(until, -1), until, addDays(until, 1)].map(kindOn)).toEqual(['late', 'late', 'too-late'])
  })

  it('passes through not-yet, open, late, too-late once each, with 181 open and 90 late days', () => {
    const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2019-01-01', days))
    fc.assert(
      fc.property(anyDay, (startsOn) => {
        const facts = { ...standing, period: certificationPeriod(startsOn) }
        const days = Array.from({ length: 400 }, (_, index) => addDays(facts.period.endsOn, index - 250))
        const kinds = days.map((on) => renewalWindow(facts, settings, on).kind)
        expect(kinds).toEqual([
          ...Array<string>(70).fill('not-yet'),
          ...Array<string>(181).fill('open'),
          ...Array<string>(90).fill('late'),
          ...Array<string>(59).fill('too-late')
        ])
      }),
      { numRuns: 30 }
    )
  })
})

describe('what happened outweighs the days', () => {
  const days = ['2022-01-01', '2023-07-19', '2024-01-15', '2024-04-14', '2025-01-01']

  it.each(days)('on %s', (on) => {
    const of = (facts: Partial<RenewalFacts>) => renewalWindow({ ...standing, ...facts }, settings, on)
    const revoked = { endedOn: '2023-08-01', endedHow: 'revoked' } as const
    expect(of({ renewal: 'open' })).toEqual({ kind: 'under-way' })
    expect(of({ renewal: 'certified' })).toEqual({ kind: 'renewed' })
    expect(of(revoked)).toEqual({ kind: 'ended', how: 'revoked' })
    expect(of({ ...revoked, renewal: 'open' })).toEqual({ kind: 'ended', how: 'revoked' })
    expect(of({ ...revoked, renewal: 'certified' })).toEqual({ kind: 'renewed' })
    expect(of({ endedOn: '2023-08-01', endedHow: 'surrendered' })).toEqual({ kind: 'ended', how: 'surrendered' })
  })
})

describe('the day turns at midnight in Tokyo', () => {
  const minutes = [
    ['2023-07-18T14:59:59.999Z', 'not-yet'],
    ['2023-07-18T15:00:00.000Z', 'open'],
    ['2024-01-15T14:59:59.999Z', 'open'],
    ['2024-01-15T15:00:00.000Z', 'late'],
    ['2024-04-14T14:59:59.999Z', 'late'],
    ['2024-04-14T15:00:00.000Z', 'too-late']
  ] as const

  it.each(['America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])('on a server in %s', (zone) => {
    const module = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url))
    const script = `
      const { dateOf } = await import(${module('platform/clock.ts')})
      const { renewalWindow } = await import(${module('renewals/renewal-window.ts')})
      const kinds = ${JSON.stringify(minutes.map(([instant]) => instant))}
        .map((instant) => renewalWindow(${JSON.stringify(standing)}, ${JSON.stringify(settings)}, dateOf(new Date(instant))).kind)
      process.stdout.write(kinds.join(' '))`
    const written = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8'
    })
    expect(written).toBe(minutes.map(([, kind]) => kind).join(' '))
  })
})
