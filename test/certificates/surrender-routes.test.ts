import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { findCertification } from '../../src/certificates/certification-record-store.ts'
import { proceedingsOf } from '../../src/certificates/proceeding-store.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { readIndicator } from '../../src/reports/read-indicator.ts'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { proceedingOn } from '../support/proceedings.ts'
import { renewalCase } from '../support/renewals.ts'

let portal: TestApp
let city: string
beforeAll(async () => {
  portal = await openTestApp()
  city = await official(portal.context, 'secretariat', '産業 太郎')
})
afterAll(() => portal.close())

const certified = (startsOn = '2026-11-01') => certificationCase(portal.context, { startsOn })
const surrender = { step: 'surrender', reason: '廃業するため', on: '2026-11-21', confirmed: 'yes' }
const urlOf = (id: string) => `/company/certifications/${id}/surrender`
const mailsAbout = async (id: string) => (await portal.mails()).filter(({ subjectId }) => subjectId === id)
const recordOf = (id: string) => findCertification(portal.context.db, id)

describe('a surrender', () => {
  it('is explained, looked at once more, and then done at once', async () => {
    const { certificationId, email, verificationCode, number } = await certified()
    const company = await portal.signIn(email)
    const own = await company.get(`/company/certifications/${certificationId}`)
    await expectValidHtml(own.body)
    expect(own.body).toContain(urlOf(certificationId))
    const form = await company.get(urlOf(certificationId))
    await expectValidHtml(form.body)
    for (const words of ['辞退すると、次のようになります', 'value="2026-11-21"', 'max="2029-10-31"'])
      expect(form.body).toContain(words)
    const check = await company.post(urlOf(certificationId), { ...surrender, step: 'check' })
    expect(check.status).toBe(200)
    await expectValidHtml(check.body)
    for (const words of ['辞退の確認', '廃業するため', '令和8年11月21日（土）']) expect(check.body).toContain(words)
    expect((await recordOf(certificationId))?.endedOn).toBeNull()

    const counted = async () =>
      (await readIndicator(portal.context.db, portal.context.scheme, '2026-11-21')).find(
        ({ fiscalYear }) => fiscalYear === 2026
      )?.certified ?? 0
    const before = await counted()
    const done = await company.post(urlOf(certificationId), surrender)
    expect([done.status, done.location]).toEqual([303, `/company/certifications/${certificationId}`])
    expect(await counted()).toBe(before - 1)
    expect(await recordOf(certificationId)).toMatchObject({
      endedOn: '2026-11-21',
      endedHow: 'surrendered',
      endedReason: '廃業するため'
    })
    const after = await company.get(done.location ?? '')
    await expectValidHtml(after.body)
    expect(after.body).toContain('令和8年11月21日に辞退されました')
    expect(after.body).toContain('辞退受理通知（PDF）')
    expect(after.body).not.toContain('認定の辞退に進む')

    const verification = await portal.visitor().get(`/verify/${verificationCode}`)
    expect(verification.body).toContain('辞退により効力のない認定証です')
    expect(verification.body).not.toContain('廃業')
    const mails = await mailsAbout(certificationId)
    expect(mails.map(({ kind }) => kind).toSorted()).toEqual([
      'surrender-confirmation',
      'surrender-confirmation',
      'surrender-notice'
    ])
    expect(mails.find(({ kind }) => kind === 'surrender-notice')?.body).toContain('廃業するため')
    expect(mails.find(({ recipient }) => recipient === email)?.body).toContain(`第${number}号`)
    const [event] = await historyOf(portal.context.db, certificationId)
    expect(event).toMatchObject({ kind: 'certification-surrendered', details: { on: '2026-11-21' } })
  })

  it('may take effect later: until then the certificate holds', async () => {
    const { certificationId, email, verificationCode } = await certified()
    const company = await portal.signIn(email)
    await company.post(urlOf(certificationId), { ...surrender, on: '2027-03-31' })
    const verify = async (now: string) => {
      portal.setNow(now)
      const { body } = await portal.visitor().get(`/verify/${verificationCode}`)
      portal.setNow(testNow)
      return body
    }
    expect(await verify('2027-03-30T23:59:59+09:00')).toContain('有効な認定証です')
    expect(await verify('2027-03-31T00:00:00+09:00')).toContain('辞退により効力のない認定証です')
    const { body } = await company.get(`/company/certifications/${certificationId}`)
    expect(body).toContain('令和9年3月31日に、辞退の効力が生じます')
  })

  it.each([
    ['without a reason', { reason: ' ' }, '辞退の理由を入力してください'],
    ['without a day', { on: '' }, '辞退の効力が生じる日を入力してください'],
    ['from yesterday on', { on: '2026-11-20' }, '令和8年11月21日から令和11年10月31日までの日にしてください'],
    ['after the period', { on: '2029-11-01' }, 'までの日にしてください'],
    ['on a day that does not exist', { on: '2027-02-29' }, '正しい日付で'],
    ['unconfirmed', { confirmed: '' }, 'チェックを付けてください']
  ])('is not done %s', async (_how, parts, words) => {
    const { certificationId, email } = await certified()
    const company = await portal.signIn(email)
    const answer = await company.post(urlOf(certificationId), { ...surrender, ...parts })
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('reason' in parts ? '2026-11-21' : '廃業するため')
    expect((await recordOf(certificationId))?.endedOn).toBeNull()
  })

  it('can be gone over once more', async () => {
    const { certificationId, email } = await certified()
    const answer = await (await portal.signIn(email)).post(urlOf(certificationId), { ...surrender, step: 'edit' })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('内容を確かめる')
    expect(answer.body).toContain('廃業するため')
  })

  it('happens once, also from two tabs', async () => {
    const { certificationId, email } = await certified()
    const company = await portal.signIn(email)
    const answers = await Promise.all([
      company.post(urlOf(certificationId), surrender),
      company.post(urlOf(certificationId), { ...surrender, on: '2027-01-01' })
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const late = await company.get(urlOf(certificationId))
    expect(late.status).toBe(409)
    await expectValidHtml(late.body)
    expect((await mailsAbout(certificationId)).filter(({ kind }) => kind === 'surrender-notice')).toHaveLength(1)
  })

  it('is not possible when the certification ran out, from midnight in Japan on', async () => {
    const soon = await certified('2023-11-22')
    const other = await portal.signIn(soon.email)
    const endOf = async (now: string) => {
      portal.setNow(now)
      const { status } = await other.get(urlOf(soon.certificationId))
      portal.setNow(testNow)
      return status
    }
    expect(await endOf('2026-11-21T23:59:59+09:00')).toBe(200)
    expect(await endOf('2026-11-22T00:00:00+09:00')).toBe(409)
  })

  it('belongs to the company alone', async () => {
    const { certificationId } = await certified()
    const other = await portal.signIn((await submittedCase(portal.context)).email)
    expect((await other.get(urlOf(certificationId))).status).toBe(404)
    expect((await other.post(urlOf(certificationId), surrender)).status).toBe(404)
    expect((await recordOf(certificationId))?.endedOn).toBeNull()
  })
})

describe('what ends with a surrender', () => {
  it.each(['draft', 'submitted', 'returned', 'awaiting_committee', 'heard'] as const)(
    'is a renewal in the state %s',
    async (status) => {
      const held = await certificationCase(portal.context, { startsOn: '2024-01-16' })
      const renewal = await renewalCase(portal.context, held, { status })
      const company = await portal.signIn(held.email)
      expect((await company.get(urlOf(held.certificationId))).body).toContain('同時に取り下げられます')
      expect((await company.post(urlOf(held.certificationId), surrender)).status).toBe(303)
      expect((await findApplication(portal.context.db, renewal.applicationId))?.status).toBe('withdrawn')
      const history = await historyOf(portal.context.db, renewal.applicationId)
      expect(history.at(-1)).toMatchObject({ kind: 'status-withdrawn', details: { reason: '認定の辞退に伴う取下げ' } })
    }
  )

  it('is a certification that only a renewal under examination keeps, today', async () => {
    portal.setNow('2026-11-10T10:00:00+09:00')
    const held = await certificationCase(portal.context, { startsOn: '2023-11-16' })
    await renewalCase(portal.context, held)
    portal.setNow(testNow)
    const company = await portal.signIn(held.email)
    expect((await company.get(urlOf(held.certificationId))).body).toContain('（今日）になります')
    expect((await company.post(urlOf(held.certificationId), { ...surrender, on: '2026-11-22' })).status).toBe(422)
    expect((await company.post(urlOf(held.certificationId), surrender)).status).toBe(303)
    const { body } = await portal.visitor().get(`/verify/${held.verificationCode}`)
    expect(body).toContain('辞退により効力のない認定証です')
  })

  it('is a revocation under way, and the surrender then takes effect today', async () => {
    const { certificationId, email } = await certified()
    await proceedingOn(portal.context, certificationId, await accountOf(portal.context, city))
    const company = await portal.signIn(email)
    expect((await company.post(urlOf(certificationId), { ...surrender, on: '2027-01-01' })).status).toBe(422)
    expect((await company.post(urlOf(certificationId), surrender)).status).toBe(303)
    const [proceeding] = await proceedingsOf(portal.context.db, certificationId)
    expect(proceeding?.decision).toMatchObject({ outcome: 'dismissed', reason: '事業者が認定を辞退したため' })
    expect(await recordOf(certificationId)).toMatchObject({ endedHow: 'surrendered', isRevocationOpen: false })
  })
})
