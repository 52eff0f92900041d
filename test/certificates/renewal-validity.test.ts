import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import type { ApplicationStatus } from '../../src/applications/application-status.ts'
import { updateStatus } from '../../src/applications/application-store.ts'
import { certificatesOf, findCertificate } from '../../src/certificates/certificate-store.ts'
import {
  certificationsEndingBy,
  certificationsOn,
  findCertificationBy,
  findStandingCertification
} from '../../src/certificates/certification-store.ts'
import { issueRenewal } from '../../src/certificates/issue-renewal.ts'
import { certifications } from '../../src/certificates/table.ts'
import { validityOn } from '../../src/certificates/validity.ts'
import { standingOf } from '../../src/home/next-step.ts'
import { paths } from '../../src/paths.ts'
import { systemActor } from '../../src/platform/audit.ts'
import { readStoredFile } from '../../src/platform/files.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { readPdf } from '../support/pdf-reader.ts'
import { renewalCase } from '../support/renewals.ts'

// The dates of the scheme are Tokyo's, wherever the server stands: here it is still the day before.
const zone = process.env.TZ
process.env.TZ = 'America/Los_Angeles'

let portal: TestApp
let held: Awaited<ReturnType<typeof certifiedCase>>
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(async () => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  await portal.close()
})
// From 2023-12-01 to 2026-11-30.
beforeEach(async () => {
  portal.setNow('2023-12-01T10:00:00+09:00')
  held = await certifiedCase(portal.context, { startsOn: '2023-12-01' })
})

const lastMinute = '2026-11-30T23:59:59+09:00'
const firstMinuteAfter = '2026-12-01T00:00:00+09:00'

const renewAt = (instant: string, status: ApplicationStatus = 'submitted') => {
  portal.setNow(instant)
  return renewalCase(portal.context, held, { status })
}

const moveAt = (applicationId: string, status: ApplicationStatus, instant: string) =>
  updateStatus(portal.context.db, applicationId, status, new Date(instant))

const issue = async (applicationId: string, renews: string) => {
  const certification = await findCertificationBy(portal.context.db, renews)
  if (certification === null) throw new Error('nothing to renew')
  return portal.context.db.transaction((tx) =>
    issueRenewal(tx, portal.context, {
      applicationId,
      certification,
      companyName: '株式会社あさか製作所',
      passedCategoryTitles: ['長時間労働の抑制'],
      actor: systemActor
    })
  )
}

/** What the certificate is worth on a day, as each part of the portal tells it; they must agree. */
const worthOn = async (day: string) => {
  const { db } = portal.context
  const certificate = await findCertificate(db, held.certificateId)
  const validity = certificate === null ? null : validityOn(day, certificate)
  const period = (await certificatesOf(db, held.companyId)).find(({ renewalCount }) => renewalCount === 0)
  expect(period === undefined ? null : standingOf(period, day)).toBe(validity)
  const isCertified = (await certificationsOn(db, day)).some(({ number }) => number === held.number)
  expect(isCertified).toBe(validity === 'valid' || validity === 'renewed' || validity === 'continued')
  const stands = (await findStandingCertification(db, held.companyId, day))?.number === held.number
  if (validity !== 'not_yet') expect(stands).toBe(isCertified)
  return validity
}

const worthAround = async () => [await worthOn('2026-11-30'), await worthOn('2026-12-01'), await worthOn('2027-02-15')]

it('is tested on a server whose own zone is another', () => {
  expect(new Date(firstMinuteAfter).getDate()).toBe(30)
})

describe('a certification whose period has ended', () => {
  it('holds while a renewal sent in the last minute of its last day is examined, in every state', async () => {
    const { applicationId } = await renewAt(lastMinute)
    for (const status of ['submitted', 'screening', 'returned', 'awaiting_committee', 'heard'] as const) {
      await moveAt(applicationId, status, '2027-01-10T10:00:00+09:00')
      expect(await worthAround()).toEqual(['valid', 'continued', 'continued'])
    }
  })

  it('has expired where the renewal was sent a minute later, is a draft, or there is none', async () => {
    expect(await worthAround()).toEqual(['valid', 'expired', 'expired'])
    await renewAt(firstMinuteAfter)
    expect(await worthAround()).toEqual(['valid', 'expired', 'expired'])
  })

  it.each(['refused', 'withdrawn'] as const)('holds until the day before its renewal is %s', async (status) => {
    const { applicationId } = await renewAt(lastMinute)
    await moveAt(applicationId, status, '2027-02-10T00:00:00+09:00')
    expect([await worthOn('2026-12-01'), await worthOn('2027-02-09')]).toEqual(['continued', 'continued'])
    expect([await worthOn('2027-02-10'), await worthOn('2027-02-15')]).toEqual(['expired', 'expired'])
  })

  it('is worth nothing from the day on which it is revoked, whatever is being examined', async () => {
    await renewAt(lastMinute)
    const email = await official(portal.context, 'secretariat', '産業 次郎')
    const endedBy = (await findAccountByEmail(portal.context.db, email))?.id ?? null
    await portal.context.db
      .update(certifications)
      .set({ endedOn: '2026-12-24', endedHow: 'revoked', endedReason: '虚偽の申請', endedBy })
      .where(eq(certifications.number, held.number))
    expect([await worthOn('2026-12-23'), await worthOn('2026-12-24')]).toEqual(['continued', 'revoked'])
  })

  it('is not among those that end soon', async () => {
    await renewAt(lastMinute)
    const ending = async (on: string) =>
      (await certificationsEndingBy(portal.context.db, { on, by: '2027-03-01' })).map(({ number }) => number)
    expect(await ending('2026-11-30')).toContain(held.number)
    expect(await ending('2026-12-01')).not.toContain(held.number)
  })
})

describe('a renewed certification', () => {
  it.each([
    ['early', '2026-07-01T10:00:00+09:00', '2026-08-01T10:00:00+09:00'],
    ['on the last day', lastMinute, lastMinute],
    ['late', '2027-02-01T10:00:00+09:00', '2027-03-01T10:00:00+09:00']
  ])('decided %s keeps its number and goes on from the day after the old end', async (_when, sent, decided) => {
    const renewal = await renewAt(sent)
    portal.setNow(decided)
    const issued = await issue(renewal.applicationId, held.applicationId)
    await moveAt(renewal.applicationId, 'certified', decided)
    expect(issued).toMatchObject({ number: held.number, period: { startsOn: '2026-12-01', endsOn: '2029-11-30' } })
    expect(await certificatesOf(portal.context.db, held.companyId)).toMatchObject([
      { renewalCount: 1, certificateId: issued.certificateId, latestEndsOn: '2029-11-30' },
      { renewalCount: 0, certificateId: held.certificateId, latestEndsOn: '2029-11-30' }
    ])
    expect([await worthOn('2026-11-30'), await worthOn('2026-12-01'), await worthOn('2029-11-30')]).toEqual([
      'valid',
      'renewed',
      'renewed'
    ])
    expect(await worthOn('2029-12-01')).toBe('expired')
  })

  it('has a certificate of its own that says it was renewed', async () => {
    const renewal = await renewAt('2026-07-01T10:00:00+09:00')
    const { certificateId, number } = await issue(renewal.applicationId, held.applicationId)
    const certificate = await findCertificate(portal.context.db, certificateId)
    const text = readPdf(await readStoredFile(portal.context.db, certificate?.sha256 ?? '')).lines.join('')
    for (const part of [`第 ${number} 号`, '引き続き', '更新します', '令和八年十二月一日から'])
      expect(text).toContain(part)
  })

  it('is renewed again from its latest period, and the first certificate tells so', async () => {
    const first = await renewAt('2026-07-01T10:00:00+09:00')
    await issue(first.applicationId, held.applicationId)
    await moveAt(first.applicationId, 'certified', '2026-07-02T10:00:00+09:00')
    portal.setNow('2029-10-01T10:00:00+09:00')
    const second = await renewalCase(portal.context, { ...held, applicationId: first.applicationId })
    expect(await worthOn('2029-12-01')).toBe('continued')
    const issued = await issue(second.applicationId, first.applicationId)
    expect(issued.period).toEqual({ startsOn: '2029-12-01', endsOn: '2032-11-30' })
    expect(await worthOn('2029-12-01')).toBe('renewed')
  })
})

describe('the verification page', () => {
  const pageAt = async (instant: string, code = held.verificationCode) => {
    portal.setNow(instant)
    const answer = await portal.visitor().get(paths.verification(code))
    portal.setNow(testNow)
    expect(answer.status).toBe(200)
    await expectValidHtml(answer.body)
    return answer.body
  }

  it('says that a certificate holds while the renewal is examined, and no longer where it came late', async () => {
    await renewAt(lastMinute)
    expect(await pageAt(firstMinuteAfter)).toContain(
      '更新の申請を審査しています。決定までは、これまでの認定が有効です。'
    )
    portal.setNow('2023-12-01T10:00:00+09:00')
    held = await certifiedCase(portal.context, { startsOn: '2023-12-01' })
    await renewAt(firstMinuteAfter)
    expect(await pageAt(firstMinuteAfter)).toContain('認定期間が終わった認定証です')
  })

  it('tells of both certificates of a renewed certification what they are worth', async () => {
    const renewal = await renewAt('2026-07-01T10:00:00+09:00')
    const issued = await issue(renewal.applicationId, held.applicationId)
    await moveAt(renewal.applicationId, 'certified', '2026-07-02T10:00:00+09:00')
    expect(await pageAt(lastMinute)).toContain('有効な認定証です')
    expect(await pageAt(lastMinute, issued.verificationCode)).toContain('前の認定証の認定が有効です')
    const old = await pageAt(firstMinuteAfter)
    for (const words of ['更新された認定の、前の認定証です', '更新後の満了日', '令和11年11月30日'])
      expect(old).toContain(words)
    expect(await pageAt(firstMinuteAfter, issued.verificationCode)).toContain('有効な認定証です')
  })
})
