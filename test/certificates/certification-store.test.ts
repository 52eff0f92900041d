import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { certificatesOf, findCertificateFor } from '../../src/certificates/certificate-store.ts'
import { certificationsEndingBy, findStandingCertification } from '../../src/certificates/certification-store.ts'
import { registerCertification } from '../../src/certificates/register-certification.ts'
import { certifications } from '../../src/certificates/table.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { certifiedCase, issueFor } from '../support/issued.ts'

let portal: TestApp
let actor: { readonly id: string; readonly name: string }
beforeAll(async () => {
  portal = await openTestApp()
  const email = await official(portal.context, 'secretariat', '産業 次郎')
  actor = { id: (await findAccountByEmail(portal.context.db, email))?.id ?? '', name: '産業 次郎' }
})
afterAll(() => portal.close())

const endCertification = (number: number, endedOn: string) =>
  portal.context.db
    .update(certifications)
    .set({ endedOn, endedHow: 'surrendered', endedReason: '廃業のため', endedBy: actor.id })
    .where(eq(certifications.number, number))

const onPaper = (companyId: string, number: number, startsOn = '2021-01-16') =>
  registerCertification(portal.context, {
    companyId,
    edition: 'asaka-2020',
    evaluationYear: 2019,
    receiptNumber: `R2-${String(number).padStart(3, '0')}`,
    submittedAt: new Date('2020-11-10T10:00:00+09:00'),
    certifiedAt: new Date('2021-01-16T10:00:00+09:00'),
    actor,
    number,
    startsOn
  })

describe('a standing certification', () => {
  it.each([
    ['2026-12-01', true],
    ['2029-11-30', true],
    ['2029-12-01', false]
  ])('on %s: %s', async (on, stands) => {
    const { companyId, number } = await certifiedCase(portal.context)
    const standing = await findStandingCertification(portal.context.db, companyId, on)
    expect(standing?.number).toBe(stands ? number : undefined)
  })

  it('is none from the day on which it was surrendered', async () => {
    const { companyId, number } = await certifiedCase(portal.context)
    await endCertification(number, '2027-04-01')
    const on = (day: string) => findStandingCertification(portal.context.db, companyId, day)
    expect(await on('2027-03-31')).toMatchObject({ number, endsOn: '2029-11-30' })
    expect(await on('2027-04-01')).toBeNull()
  })

  it('is another company’s business only', async () => {
    await certifiedCase(portal.context)
    const { companyId } = await submittedCase(portal.context)
    expect(await findStandingCertification(portal.context.db, companyId, '2027-01-01')).toBeNull()
  })
})

describe('certifications that end soon', () => {
  it('are those that stand today and end by a day, the next to end first', async () => {
    const begin = async (startsOn: string) => (await certifiedCase(portal.context, { startsOn })).number
    const late = await begin('2041-06-01')
    const early = await begin('2041-02-01')
    const gone = await begin('2041-03-01')
    const far = await begin('2041-06-02')
    await endCertification(gone, '2043-12-31')
    const ending = await certificationsEndingBy(portal.context.db, { on: '2044-01-31', by: '2044-05-31' })
    expect(ending.map(({ number }) => number)).toEqual([early, late])
    expect(ending[0]).toMatchObject({ endsOn: '2044-01-31', companyName: expect.stringContaining('あさか製作所') })
    const nextDay = await certificationsEndingBy(portal.context.db, { on: '2044-02-01', by: '2044-06-01' })
    expect(nextDay.map(({ number }) => number)).toEqual([late, far])
  })
})

describe('a certification on paper', () => {
  it('is entered with its number and period, and the next certificate goes on from there', async () => {
    const { db } = portal.context
    const { companyId } = await submittedCase(portal.context, { status: 'withdrawn' })
    const registered = await onPaper(companyId, 200)
    expect(registered).toMatchObject({ ok: true, period: { startsOn: '2021-01-16', endsOn: '2024-01-15' } })
    expect(await findStandingCertification(db, companyId, '2024-01-15')).toMatchObject({ number: 200 })
    const [held] = await certificatesOf(db, companyId)
    expect(held).toMatchObject({ number: 200, renewalCount: 0, certificateId: null, issuedOn: null })
    const { number } = await certifiedCase(portal.context)
    expect(number).toBe(201)
    const applicationId = registered.ok ? registered.applicationId : ''
    expect((await historyOf(db, applicationId)).map(({ kind }) => kind).toSorted()).toEqual([
      'application-registered',
      'certification-registered'
    ])
    expect(await findCertificateFor(db, applicationId)).toBeNull()
  })

  it('does not lower the counter when its number is small', async () => {
    const { companyId } = await submittedCase(portal.context, { status: 'withdrawn' })
    const { number } = await certifiedCase(portal.context)
    expect(await onPaper(companyId, 150)).toMatchObject({ ok: true })
    expect((await certifiedCase(portal.context)).number).toBe(number + 1)
  })

  it('is refused when the number is taken, or the company holds one already', async () => {
    const { companyId, number } = await certifiedCase(portal.context)
    const other = await submittedCase(portal.context, { status: 'withdrawn' })
    expect(await onPaper(other.companyId, number)).toEqual({ ok: false, reason: 'number-taken' })
    expect(await onPaper(companyId, 160)).toEqual({ ok: false, reason: 'standing-certification' })
  })

  it('does not keep the company from being certified anew after it ran out', async () => {
    const later = await submittedCase(portal.context, { status: 'certified' })
    await onPaper(later.companyId, 170)
    const anew = await issueFor(portal.context, later)
    const numbers = (await certificatesOf(portal.context.db, later.companyId)).map(({ number }) => number)
    expect(numbers).toEqual([anew.number, 170])
  })
})
