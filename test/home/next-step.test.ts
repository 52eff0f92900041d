import { describe, expect, it } from 'vitest'
import type { Application } from '../../src/applications/application.ts'
import { type ApplicationStatus, applicationStatuses, isOpen } from '../../src/applications/application-status.ts'
import type { HeldPeriod } from '../../src/certificates/certificate-store.ts'
import { nextStepOf, standingOf } from '../../src/home/next-step.ts'
import { nextStepWords } from '../../src/home/next-step-words.ts'
import { renewalWindow } from '../../src/renewals/renewal-window.ts'
import { asaka } from '../../src/scheme/scheme.ts'

const on = '2026-11-21'

const applicationIn = (status: ApplicationStatus): Application => ({
  id: `an-application-${status}`,
  companyId: 'a-company',
  companyName: '株式会社あさか製作所',
  kind: 'initial',
  renews: null,
  edition: 'asaka-2023',
  evaluationYear: 2025,
  status,
  number: status === 'draft' ? null : 'R8-001',
  begunAt: new Date('2026-11-01T00:00:00Z'),
  submittedAt: null,
  statusSince: new Date('2026-11-02T00:00:00Z')
})

const heldFor = (startsOn: string, endsOn: string, parts: Partial<HeldPeriod> = {}): HeldPeriod => ({
  certificationId: 'a-certification',
  number: 7,
  renewalCount: 0,
  period: { startsOn, endsOn },
  certificateId: `certificate-${startsOn}`,
  issuedOn: startsOn,
  endedOn: null,
  endedHow: null,
  latestEndsOn: endsOn,
  continuedUntil: null,
  ...parts
})

const valid = heldFor('2025-01-16', '2028-01-15')
const expired = heldFor('2021-01-16', '2024-01-15')

const windowOf = ([last]: readonly HeldPeriod[]) =>
  last === undefined ? null : renewalWindow({ ...last, renewal: 'none' }, asaka, on)

const stepOf = (applications: readonly Application[], periods: readonly HeldPeriod[] = [], hasProfile = true) =>
  nextStepOf({ hasProfile, applications, periods, window: windowOf(periods), on })

const wordsOf = (...parts: Parameters<typeof stepOf>) => nextStepWords(stepOf(...parts))

describe('what is next for a company', () => {
  it('is its profile, before anything else', () => {
    const { action } = wordsOf([], [], false)
    expect(action).toEqual({ label: '会社の情報を登録する', href: '/company/profile', method: 'get' })
  })

  it('is to begin, when there is nothing yet', () =>
    expect(wordsOf([]).action).toEqual({ label: '申請をはじめる', href: '/applications', method: 'post' }))

  it.each([
    ['draft', '申請の入力を続ける', '/applications/an-application-draft'],
    ['returned', 'お願いの内容を見る', '/applications/an-application-returned/status'],
    ['submitted', '申請の状況を見る', '/applications/an-application-submitted/status'],
    ['screening', '申請の状況を見る', '/applications/an-application-screening/status'],
    ['awaiting_committee', '申請の状況を見る', '/applications/an-application-awaiting_committee/status'],
    ['heard', '申請の状況を見る', '/applications/an-application-heard/status']
  ] as const)('with an application that is %s is "%s"', (status, label, href) =>
    expect(wordsOf([applicationIn('refused'), applicationIn(status)], [valid]).action).toEqual({
      label,
      href,
      method: 'get'
    })
  )

  it('tells every open state apart in its sentence', () => {
    const texts = applicationStatuses.filter(isOpen).map((status) => wordsOf([applicationIn(status)]).text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('is the certificate that holds, with its last day', () => {
    const { text, action } = wordsOf([applicationIn('certified')], [heldFor('2028-01-16', '2031-01-15'), valid])
    expect(text).toContain('令和10年1月15日')
    expect(action?.href).toBe('/certificates/certificate-2025-01-16')
  })

  it.each([
    ['2027-05-20', '認定期間は令和9年5月20日に終わります（あと180日）。いま更新を申請できます。'],
    ['2026-11-21', '認定期間は令和8年11月21日に終わります（今日まで）。いま更新を申請できます。'],
    ['2026-11-20', '認定期間は令和8年11月20日に終わりました。更新の申請は、令和9年2月18日まで受け付けます。'],
    ['2026-08-23', '認定期間は令和8年8月23日に終わりました。更新の申請は、令和8年11月21日まで受け付けます。']
  ])('is the renewal of a certification until %s', (endsOn, words) => {
    const { text, action } = wordsOf([applicationIn('certified')], [heldFor('2023-11-21', endsOn)])
    expect(text).toContain(words)
    expect(action).toEqual({ label: '更新の申請をはじめる', href: '/renewals', method: 'post' })
  })

  it('tells, before the window opens, on which day it does', () =>
    expect(wordsOf([], [heldFor('2024-05-21', '2027-05-21')]).text).toContain('更新の申請は、令和8年11月22日から'))

  it('is to begin anew, once it is too late to renew', () =>
    expect(wordsOf([], [heldFor('2023-08-23', '2026-08-22')]).action?.href).toBe('/applications'))

  it('is the renewal under way, not another one', () => {
    const renewal: Application = { ...applicationIn('draft'), kind: 'renewal', renews: 'the-first' }
    expect(wordsOf([renewal], [heldFor('2023-12-01', '2026-11-30')]).action).toEqual({
      label: '更新の申請を続ける',
      href: '/applications/an-application-draft/renewal',
      method: 'get'
    })
  })

  it('has no button for a certificate that exists on paper only', () => {
    const { text, action } = wordsOf([], [{ ...valid, certificateId: null }])
    expect(action).toBeNull()
    expect(text).toContain('書面')
  })

  it.each([
    ['ended', [], [expired], '前回の認定は終わりました'],
    ['refused', [applicationIn('refused')], [expired], '認定に至りませんでした'],
    ['withdrawn', [applicationIn('withdrawn')], [], '取り下げられました']
  ] as const)('is to begin again, after what was %s', (_what, applications, periods, words) => {
    const { text, action } = wordsOf(applications, periods)
    expect(text).toContain(words)
    expect(action?.method).toBe('post')
  })
})

describe('what a period is worth', () => {
  it.each([
    ['2025-01-15', 'not_yet'],
    ['2025-01-16', 'valid'],
    ['2028-01-15', 'valid'],
    ['2028-01-16', 'expired']
  ])('on %s: %s', (day, standing) => expect(standingOf(valid, day)).toBe(standing))

  it('is still worth it while a renewal sent in time is being examined, and no longer from the day of a refusal', () => {
    const continued = { ...valid, continuedUntil: '2028-02-09' }
    expect(['2028-01-15', '2028-02-09', '2028-02-10'].map((day) => standingOf(continued, day))).toEqual([
      'valid',
      'continued',
      'expired'
    ])
  })

  it.each(['surrendered', 'revoked'] as const)('tells a certification that was %s', (endedHow) => {
    const ended = { ...valid, endedOn: on, endedHow }
    expect(standingOf(ended, on)).toBe(endedHow)
    expect(standingOf(ended, '2026-11-20')).toBe('valid')
  })
})
