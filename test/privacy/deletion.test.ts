import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { findApplication, submissionsOf } from '../../src/applications/application-store.ts'
import { findProfile } from '../../src/companies/company-store.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { decideDeletion } from '../../src/privacy/deletion.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { submittedCase } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const confirmation = '/company/deletion/confirmation'

describe('a company that deletes itself', () => {
  it('is told what goes and what stays, asked, and gone', async () => {
    const { context, signIn } = portal
    const { email, companyId, applicationId, userId } = await draftCase(context)
    const browser = await signIn(email)
    const explained = await browser.get('/company/deletion')
    await expectValidHtml(explained.body)
    expect(explained.body).toContain('消去するもの')
    expect(explained.body).toContain('残るもの')
    const asked = await browser.get(confirmation)
    await expectValidHtml(asked.body)
    expect(asked.body).toContain(email)
    const unsure = await browser.post(confirmation)
    expect(unsure.status).toBe(422)
    await expectValidHtml(unsure.body)
    expect(await findProfile(context.db, companyId)).not.toBeNull()

    const done = await browser.post(confirmation, { confirmed: 'yes' })
    expect([done.status, done.location]).toEqual([303, '/'])
    expect(await findProfile(context.db, companyId)).toBeNull()
    expect(await findApplication(context.db, applicationId)).toBeNull()
    expect(await findAccountByEmail(context.db, email)).toBeNull()
    expect((await browser.get('/company')).status).toBe(303)
    const lines = [...(await historyOf(context.db, companyId)), ...(await historyOf(context.db, userId))]
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['draft-removed', 'company-erased']))
    expect(new Set(lines.map(({ actorName }) => actorName))).toEqual(new Set(['削除された利用者']))
  })

  it('may come back as somebody new', async () => {
    const { email } = await draftCase(portal.context)
    await (await portal.signIn(email)).post(confirmation, { confirmed: 'yes' })
    const again = await portal.signIn(email)
    expect((await again.get('/company')).body).toContain('会社の情報を登録してください')
  })

  it.each([
    ['an application is under way', () => submittedCase(portal.context), '提出した申請の手続きが続いています'],
    ['a certification stands', () => certifiedCase(portal.context), '認定が続いています']
  ])('is refused while %s, with the reason', async (_when, make, reason) => {
    const { email, companyId } = await make()
    const browser = await portal.signIn(email)
    expect((await browser.get('/company/deletion')).body).toContain(reason)
    expect((await browser.get(confirmation)).status).toBe(409)
    const refused = await browser.post(confirmation, { confirmed: 'yes' })
    expect(refused.status).toBe(409)
    await expectValidHtml(refused.body)
    expect(refused.body).toContain(reason)
    expect(await findProfile(portal.context.db, companyId)).not.toBeNull()
  })

  it('leaves what the city has decided for its time', async () => {
    const { context, signIn } = portal
    const { email, companyId, applicationId } = await submittedCase(context, { status: 'refused' })
    await (await signIn(email)).post(confirmation, { confirmed: 'yes' })
    expect(await submissionsOf(context.db, applicationId)).toHaveLength(1)
    const left = await findProfile(context.db, companyId)
    expect(left?.profile).toMatchObject({ contactName: '', contactEmail: '', representativeName: '' })
    expect(left?.profile.name).not.toBe('')
  })
})

describe('a person without a company', () => {
  it('deletes the own account', async () => {
    const email = 'newcomer-who-leaves@example.jp'
    const browser = await portal.signIn(email)
    await expectValidHtml((await browser.get('/company/deletion')).body)
    expect((await browser.post(confirmation, { confirmed: 'yes' })).status).toBe(303)
    expect(await findAccountByEmail(portal.context.db, email)).toBeNull()
  })
})

describe('whether a company may delete itself', () => {
  const period = { startsOn: '2024-01-01', endsOn: '2026-12-31' }
  const held = { period, endedOn: null, latestEndsOn: '2026-12-31', continuedUntil: null }

  it.each([
    ['2026-12-31', held, false],
    ['2027-01-01', held, true],
    ['2023-12-31', held, false],
    ['2027-01-01', { ...held, continuedUntil: '9999-12-31' }, false],
    ['2026-06-01', { ...held, endedOn: '2026-06-01' }, true],
    ['2026-05-31', { ...held, endedOn: '2026-06-01' }, false]
  ])('on %s with %o: %s', (on, facts, ok) => {
    expect(decideDeletion({ applications: [], periods: [facts] }, on).ok).toBe(ok)
  })

  it('counts a draft as nothing and a returned application as under way', () => {
    const draft = { status: 'draft', number: null } as const
    const returned = { status: 'returned', number: 'R8-001' } as const
    expect(decideDeletion({ applications: [draft], periods: [] }, '2026-11-21')).toEqual({
      ok: true,
      isOnRecord: false
    })
    expect(decideDeletion({ applications: [returned], periods: [] }, '2026-11-21').ok).toBe(false)
  })
})
