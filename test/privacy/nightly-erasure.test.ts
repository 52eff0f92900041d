import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccountByEmail, findAccountById } from '../../src/accounts/account-store.ts'
import { revokeRole } from '../../src/accounts/revoke-role.ts'
import { users } from '../../src/accounts/table.ts'
import { findApplication, submissionsOf, updateStatus } from '../../src/applications/application-store.ts'
import { certificatesOf } from '../../src/certificates/certificate-store.ts'
import { meetings } from '../../src/committee/table.ts'
import { findProfile } from '../../src/companies/company-store.ts'
import { deleteMember, membersOf } from '../../src/companies/member-store.ts'
import { historyOf, recordEvent } from '../../src/platform/audit.ts'
import { erasedName } from '../../src/platform/erasure.ts'
import { erasedMailText } from '../../src/platform/mail-erasure.ts'
import { queueMail } from '../../src/platform/outbox.ts'
import { mails } from '../../src/platform/table.ts'
import { eraseWhatIsOver } from '../../src/privacy/erase-what-is-over.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { worldOf } from '../support/world.ts'
import { nightOf, nothing } from './nightly.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
beforeEach(() => portal.setNow(testNow))

const refusedCase = async () => {
  const { context } = portal
  const one = await submittedCase(context, { status: 'refused' })
  const actor = { id: context.ids(), name: '総務 花子' }
  const details = { from: 'heard', reasons: '佐藤花子さんの説明による' }
  await recordEvent(context.db, context, { actor, subjectId: one.applicationId, kind: 'status-refused', details })
  return one
}

const isErased = async ({ applicationId }: { readonly applicationId: string }): Promise<boolean> =>
  (await submissionsOf(portal.context.db, applicationId)).length === 0

describe('a refused case', () => {
  it('is erased after five fiscal years, but for the record that it was', async () => {
    const one = await refusedCase()
    await nightOf(portal, '2032-03-31')
    expect(await isErased(one)).toBe(false)
    await nightOf(portal, '2032-04-01')
    expect(await isErased(one)).toBe(true)
    const { db } = portal.context
    const { rows } = await db.execute(sql`select number, status from applications where id = ${one.applicationId}`)
    expect(rows).toEqual([{ number: one.number, status: 'refused' }])
    expect((await historyOf(db, one.applicationId)).map(({ kind, details }) => ({ kind, details }))).toEqual([
      { kind: 'status-refused', details: { from: 'heard' } },
      { kind: 'case-erased', details: {} }
    ])
  })

  it('is said to be erased to the secretariat, on every page about it, and stays absent to others', async () => {
    const one = await refusedCase()
    await nightOf(portal, '2032-04-01')
    const secretariat = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
    for (const page of ['', '/hearings', '/correction', '/withdrawal', '/decision']) {
      const answer = await secretariat.get(`/cases/${one.applicationId}${page}`)
      expect([page, answer.status]).toEqual([page, 410])
      expect(answer.body).toContain('保存期間が過ぎたため')
      await expectValidHtml(answer.body)
    }
    const owner = await portal.signIn(one.email)
    for (const page of ['', '/status', '/receipt', '/withdrawal', '/confirmation'])
      expect([page, (await owner.get(`/applications/${one.applicationId}${page}`)).status]).toEqual([page, 404])
    expect((await owner.get(`/cases/${one.applicationId}`)).status).toBe(404)
    expect((await owner.get('/company')).body).not.toContain(one.applicationId)
  })

  it('is erased once: the next night finds nothing', async () => {
    await refusedCase()
    await nightOf(portal, '2032-04-01')
    expect(await nightOf(portal, '2032-04-01')).toEqual(nothing)
  })

  it('goes on where it was cut off', async () => {
    const [one, other] = [await refusedCase(), await refusedCase()]
    portal.setNow('2032-04-01T02:30:00+09:00')
    const { context } = portal
    const failures: unknown[] = []
    let transactions = 0
    const db = new Proxy(context.db, {
      get: (target, property) =>
        property === 'transaction' && ++transactions > 1
          ? () => Promise.reject(new Error('the process ended'))
          : Reflect.get(target, property)
    })
    const cut = eraseWhatIsOver({ ...context, db }, (error) => failures.push(error))
    await expect(cut).rejects.toThrow('could not all be erased')
    expect(failures.length).toBeGreaterThan(0)
    await nightOf(portal, '2032-04-01')
    expect([await isErased(one), await isErased(other)]).toEqual([true, true])
  })
})

describe('a case that a meeting heard', () => {
  it('is still named in the minutes when it is erased', async () => {
    const { context } = portal
    const { values } = await worldOf(context, '/meetings/:id/minutes')
    const applicationId = values.applicationId ?? ''
    const name = (await findApplication(context.db, applicationId))?.companyName ?? 'nobody'
    await updateStatus(context.db, applicationId, 'withdrawn', context.clock.now())
    await context.db
      .update(meetings)
      .set({ closedAt: context.clock.now(), closedBy: sql`${meetings.createdBy}` })
      .where(eq(meetings.id, values.id ?? ''))
    await nightOf(portal, '2032-04-01')
    expect(await isErased({ applicationId })).toBe(true)
    portal.setNow(testNow)
    const secretariat = await portal.signIn(await official(context, 'secretariat', '産業 太郎'))
    for (const page of ['', '/minutes', '/minutes.txt', '/minutes.csv']) {
      const answer = await secretariat.get(`/meetings/${values.id}${page}`)
      expect(answer.status).toBe(200)
      if (page !== '') expect(answer.body).toContain(name)
    }
  })
})

describe('a certified case', () => {
  it('is erased five fiscal years after its period, and its certificate can still be checked', async () => {
    const one = await certifiedCase(portal.context, { startsOn: '2026-12-01' })
    // The period ends on 2029-11-30, in fiscal year 2029.
    await nightOf(portal, '2035-03-31')
    expect(await isErased(one)).toBe(false)
    await nightOf(portal, '2035-04-01')
    expect(await isErased(one)).toBe(true)
    const { db } = portal.context
    expect(await certificatesOf(db, one.companyId)).toHaveLength(1)
    const page = await portal.visitor().get(`/verify/${one.verificationCode}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('認定期間が終わった認定証です')
  })
})

describe('an account that nobody uses', () => {
  const retiree = async () => {
    const { context } = portal
    const { email, companyId, userId } = await draftCase(context)
    const actor = { id: userId, name: '総務 花子' }
    await recordEvent(context.db, context, {
      actor,
      subjectId: companyId,
      kind: 'profile-saved',
      details: { fields: [] }
    })
    await deleteMember(context.db, companyId, userId)
    return { email, companyId, userId }
  }

  it('loses its name and address after three years, also in the history', async () => {
    const { email, companyId, userId } = await retiree()
    const { db } = portal.context
    await nightOf(portal, '2029-11-21')
    expect(await findAccountByEmail(db, email)).not.toBeNull()
    await nightOf(portal, '2029-11-22')
    expect(await findAccountByEmail(db, email)).toBeNull()
    expect(await findAccountById(db, userId)).toEqual({
      id: userId,
      name: erasedName,
      email: `${userId}@erased.invalid`
    })
    const saved = (await historyOf(db, companyId)).filter(({ kind }) => kind === 'profile-saved')
    expect(saved.map(({ actorName }) => actorName)).toEqual([erasedName])
  })

  it('stays when its owner has signed in since', async () => {
    const { email } = await retiree()
    portal.setNow('2027-06-01T10:00:00+09:00')
    await portal.signIn(email)
    // The library takes the time of its sessions from the machine.
    await portal.context.db
      .update(users)
      .set({ lastSignedInAt: portal.context.clock.now() })
      .where(eq(users.email, email))
    await nightOf(portal, '2030-06-01')
    expect(await findAccountByEmail(portal.context.db, email)).not.toBeNull()
    await nightOf(portal, '2030-06-02')
    expect(await findAccountByEmail(portal.context.db, email)).toBeNull()
  })

  it('of an official loses the address and keeps the name under which decisions were taken', async () => {
    const { context } = portal
    const email = await official(context, 'secretariat', '産業 太郎')
    const id = (await findAccountByEmail(context.db, email))?.id ?? ''
    await nightOf(portal, '2031-01-01')
    expect(await findAccountByEmail(context.db, email)).not.toBeNull()
    const actor = { id, name: '産業 太郎' }
    await context.db.transaction((tx) => revokeRole(tx, context, { userId: id, role: 'secretariat', actor }))
    await nightOf(portal, '2031-01-02')
    expect(await findAccountById(context.db, id)).toMatchObject({ name: '産業 太郎', email: `${id}@erased.invalid` })
  })
})

describe('a company that nobody uses', () => {
  it('goes altogether when it never applied, and keeps its name when the city has decided', async () => {
    const { context } = portal
    const [never, refused] = [await draftCase(context), await refusedCase()]
    for (const day of ['2027-09-23', '2027-11-08', '2027-11-22', '2029-11-21']) await nightOf(portal, day)
    expect(await findProfile(context.db, never.companyId)).not.toBeNull()
    await nightOf(portal, '2029-11-22')
    expect(await findProfile(context.db, never.companyId)).toBeNull()
    await nightOf(portal, '2032-04-01')
    const left = await findProfile(context.db, refused.companyId)
    expect(left?.profile).toMatchObject({ representativeName: '', contactName: '', contactEmail: '', contactPhone: '' })
    expect(left?.profile.name).toContain('株式会社あさか製作所')
    expect(await membersOf(context.db, refused.companyId)).toEqual([])
    expect(await findAccountByEmail(context.db, refused.email)).toBeNull()
  })
})

describe('mails', () => {
  const sent = async (kind: string): Promise<string> => {
    const { context } = portal
    const to = `${context.ids()}@mail.example.jp`
    await context.db.transaction((tx) => queueMail(tx, context, { kind, to, subject: '件名', text: '本文' }))
    await portal.deliver()
    return to
  }
  const find = async (to: string) => (await portal.context.db.select().from(mails).where(eq(mails.recipient, to)))[0]

  it('lose their text after a year and go after three', async () => {
    const to = await sent('submission-receipt')
    await nightOf(portal, '2027-11-21')
    expect((await find(to))?.body).toBe('本文')
    await nightOf(portal, '2027-11-22')
    expect((await find(to))?.body).toBe(erasedMailText)
    await nightOf(portal, '2029-11-21')
    expect(await find(to)).toBeDefined()
    await nightOf(portal, '2029-11-22')
    expect(await find(to)).toBeUndefined()
  })

  it('with sign-in codes go after thirty days', async () => {
    const to = await sent('sign-in-code')
    await nightOf(portal, '2026-12-21')
    expect(await find(to)).toBeDefined()
    await nightOf(portal, '2026-12-22')
    expect(await find(to)).toBeUndefined()
  })
})
