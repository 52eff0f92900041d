import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { updateStatus } from '../../src/applications/application-store.ts'
import { findCertificateFor } from '../../src/certificates/certificate-store.ts'
import { closeMeeting } from '../../src/committee/close-meeting.ts'
import { giveOpinion } from '../../src/committee/give-opinion.ts'
import { putOnAgenda } from '../../src/committee/put-on-agenda.ts'
import { findDecision } from '../../src/decisions/decision-store.ts'
import { paths } from '../../src/paths.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { meetingOn } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Case, official } from '../support/cases.ts'
import { deciderOf, heardCase } from '../support/heard.ts'
import { expectValidHtml } from '../support/html.ts'
import { issueFor } from '../support/issued.ts'

let portal: TestApp
let decider: Awaited<ReturnType<typeof deciderOf>>
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  decider = await deciderOf(portal.context)
  desk = await portal.signIn(decider.email)
})
afterAll(() => portal.close())

const heard = (parts: Parameters<typeof heardCase>[2] = {}) => heardCase(portal.context, decider.id, parts)
const urlOf = ({ applicationId }: Case): string => paths.caseDecision(applicationId)

const certify = { outcome: 'certified', startsOn: '2026-12-01', certificationReasons: '', refusalReasons: '' }
const refuse = { outcome: 'refused', startsOn: '', certificationReasons: '', refusalReasons: '基準に届きません。' }

describe('the page of a decision', () => {
  it('shows the verdict and proposes the start and the reasons', async () => {
    const submitted = await heard({ rejected: ['7-2'] })
    const answer = await desk.get(urlOf(submitted))
    expect(answer.status).toBe(200)
    for (const part of [
      '満たさない',
      '2分野（基準は3分野以上）',
      'value="2026-11-21"',
      '令和8年11月21日から令和11年11月20日まで',
      '項目7-2：記載だけでは',
      '認定基準までの近道も添えます：「',
      submitted.number
    ])
      expect(answer.body).toContain(part)
    await expectValidHtml(answer.body)
  })

  it('shows what the committee said, and of whom nothing is known says so', async () => {
    const { context } = portal
    const submitted = await heard({ status: 'awaiting_committee' })
    const { applicationId } = submitted
    const email = await official(context, 'committee', '意見 三郎')
    const member = { id: (await findAccountByEmail(context.db, email))?.id ?? '', name: '意見 三郎' }
    const meetingId = await meetingOn(context, '2026-11-21', decider)
    await putOnAgenda(context, { meetingId, cases: { applicationId }, actor: decider })
    const comment = '若手の定着に<工夫>がある。'
    await giveOpinion(context, { meetingId, applicationId, member, opinion: 'comment', comment })
    const closing = {
      meetingId,
      shown: [applicationId],
      holdOver: [],
      confirmed: true,
      attended: [member.id],
      nobodyCame: false,
      actor: decider
    }
    expect(await closeMeeting(context, closing)).toMatchObject({ ok: true, heard: 1 })
    const answer = await desk.get(urlOf(submitted))
    for (const part of ['（令和8年11月21日）', '意見あり1', '意見 三郎', '意見あり：若手の定着に&lt;工夫>がある。'])
      expect(answer.body).toContain(part)
    await expectValidHtml(answer.body)
    expect((await desk.get(urlOf(await heard()))).body).toContain('記録された意見はありません')
  })

  it('warns before anything is entered of what a certificate could not show', async () => {
    const answer = await desk.get(urlOf(await heard({ profile: { name: '株式会社🍎' } })))
    expect(answer.body).toContain('このままでは認定できません')
    expect(answer.body).toContain('認定証を作れません：「🍎」（U+1F34E）')
    await expectValidHtml(answer.body)
  })

  it('warns of a certification that stands', async () => {
    const [submitted, other] = [await heard(), await heard()]
    const { number } = await issueFor(portal.context, { ...other, companyId: submitted.companyId })
    const answer = await desk.get(urlOf(submitted))
    expect(answer.body).toContain(`すでに認定を受けています（第${number}号、令和11年11月30日まで）`)
    await expectValidHtml(answer.body)
  })

  it.each(['submitted', 'awaiting_committee', 'withdrawn'] as const)(
    'says why not while the case is %s',
    async (status) => {
      const submitted = await heard({ status })
      const answer = await desk.get(urlOf(submitted))
      expect([answer.status, answer.body.includes('いまは決定できません')]).toEqual([200, true])
      expect(answer.body).not.toContain('name="outcome"')
      await expectValidHtml(answer.body)
      const posted = await desk.post(urlOf(submitted), { ...certify, step: 'decide' })
      expect(posted.status).toBe(409)
      await expectValidHtml(posted.body)
      expect(await findDecision(portal.context.db, submitted.applicationId)).toBeNull()
    }
  )

  it('is reached from the case once the committee was heard, and shows the result afterwards', async () => {
    const submitted = await heard({ status: 'screening' })
    const { applicationId } = submitted
    const casePage = async () => (await desk.get(paths.case(applicationId))).body
    const link = (words: string) => new RegExp(`href="${urlOf(submitted)}"[^>]*>${words}<`)
    expect(await casePage()).not.toContain(`href="${urlOf(submitted)}"`)
    await updateStatus(portal.context.db, applicationId, 'heard', portal.context.clock.now())
    expect(await casePage()).toMatch(link('決定する'))
    await desk.post(urlOf(submitted), { ...refuse, step: 'decide' })
    expect(await casePage()).toMatch(link('決定の結果を見る'))
  })

  it('exists for the secretariat only', async () => {
    const submitted = await heard()
    const member = await official(portal.context, 'committee', '委員 三郎')
    for (const email of [submitted.email, member]) {
      const browser = await portal.signIn(email)
      expect((await browser.get(urlOf(submitted))).status).toBe(404)
      expect((await browser.post(urlOf(submitted), { ...certify, step: 'decide' })).status).toBe(404)
    }
    expect((await portal.visitor().get(urlOf(submitted))).status).toBe(303)
    expect((await portal.visitor().post(urlOf(submitted), { ...certify, step: 'decide' })).status).toBe(401)
    expect(await findDecision(portal.context.db, submitted.applicationId)).toBeNull()
  })

  it('does not exist for what is no submitted case', async () => {
    for (const id of [portal.context.ids(), 'no-uuid'])
      for (const answer of [await desk.get(paths.caseDecision(id)), await desk.post(paths.caseDecision(id), certify)])
        expect(answer.status).toBe(404)
  })
})

describe('entering a decision', () => {
  it.each([
    [{}, 'outcome', '認定するか、不認定とするかを選んでください'],
    [{ outcome: 'maybe' }, 'outcome', '認定するか、不認定とするかを選んでください'],
    [{ ...certify, startsOn: '2026-02-30' }, 'startsOn', '正しい日付'],
    [{ ...certify, startsOn: '' }, 'startsOn', '認定期間の初日を入力してください'],
    [{ ...certify, startsOn: '2026-11-20' }, 'startsOn', '令和8年11月21日以後の日'],
    [{ ...certify, startsOn: '2027-11-22' }, 'startsOn', '令和9年11月21日までの日'],
    [{ ...certify, certificationReasons: 'あ'.repeat(2001) }, 'certificationReasons', '2,000文字以内'],
    [{ ...refuse, refusalReasons: ' \n ' }, 'refusalReasons', '不認定の理由を入力してください'],
    [{ ...refuse, refusalReasons: '理由\u0000' }, 'refusalReasons', '制御文字']
  ])('%j comes back with the message beside %s', async (fields, field, message) => {
    const submitted = await heard()
    for (const step of ['check', 'decide']) {
      const answer = await desk.post(urlOf(submitted), { ...fields, step })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('<title>エラー：')
      expect(answer.body).toContain(`href="#${field}"`)
      expect(answer.body).toContain(message)
      if (!answer.body.includes('\u0000')) await expectValidHtml(answer.body)
    }
    expect(await findDecision(portal.context.db, submitted.applicationId)).toBeNull()
  })

  it('asks for reasons to certify against the verdict, and keeps every entry', async () => {
    const submitted = await heard({ rejected: ['7-2'] })
    const answer = await desk.post(urlOf(submitted), { ...certify, refusalReasons: '書きかけの<理由>', step: 'check' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('認定する理由を入力してください')
    expect(answer.body).toContain('書きかけの&lt;理由>')
    expect(answer.body).toContain('令和8年12月1日から令和11年11月30日まで')
    expect(answer.body).toMatch(/value="certified"[^>]*checked|checked[^>]*value="certified"/)
    await expectValidHtml(answer.body)
  })

  it('answers 409 where the case, not the entry, stands against it', async () => {
    const submitted = await heard({ profile: { name: '株式会社🍎' } })
    for (const step of ['check', 'decide']) {
      const answer = await desk.post(urlOf(submitted), { ...certify, step })
      expect(answer.status).toBe(409)
      expect(answer.body).toContain('この内容では決定できません')
      expect(answer.body.split('認定証を作れません')).toHaveLength(2)
      await expectValidHtml(answer.body)
    }
    const open = await heard({ undecided: ['5-1'] })
    const answer = await desk.post(urlOf(open), { ...refuse, step: 'check' })
    expect([answer.status, answer.body.includes('確認を終えてください')]).toEqual([409, true])
  })

  it('does not mind what stands in the fields of the other outcome', async () => {
    const answer = await desk.post(urlOf(await heard()), { ...refuse, startsOn: 'いつか', step: 'check' })
    expect([answer.status, answer.body.includes('決定の確認')]).toEqual([200, true])
  })
})

describe('the last look', () => {
  it('shows name and period of a certification, and decides nothing', async () => {
    const submitted = await heard()
    const answer = await desk.post(urlOf(submitted), { ...certify, step: 'check' })
    expect(answer.status).toBe(200)
    for (const part of ['決定の確認', '令和8年12月1日から令和11年11月30日まで', 'value="decide"', '取り消せません'])
      expect(answer.body).toContain(part)
    await expectValidHtml(answer.body)
    expect(await findDecision(portal.context.db, submitted.applicationId)).toBeNull()
  })

  it('shows the letter of a refusal exactly as it is sent', async () => {
    const submitted = await heard({ rejected: ['7-2'] })
    const answer = await desk.post(urlOf(submitted), { ...refuse, step: 'check' })
    await expectValidHtml(answer.body)
    await desk.post(urlOf(submitted), { ...refuse, step: 'decide' })
    const [mail] = await mailsOf(portal.context.db, submitted.applicationId)
    expect(mail?.body).toContain('基準に届きません。')
    const [letter = '-'] = mail?.body.split('\n\nこの通知の書面（PDF）') ?? []
    expect(answer.body).toContain(letter)
  })

  it('leads back to the form with everything kept', async () => {
    const submitted = await heard()
    const answer = await desk.post(urlOf(submitted), { ...refuse, step: 'edit' })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('基準に届きません。')
    await expectValidHtml(answer.body)
    expect(await findDecision(portal.context.db, submitted.applicationId)).toBeNull()
  })
})

describe('a decision that was taken', () => {
  it('is shown with certificate and letters, and the certificate can be opened', async () => {
    const submitted = await heard()
    const posted = await desk.post(urlOf(submitted), { ...certify, step: 'decide' })
    expect([posted.status, posted.location]).toEqual([303, urlOf(submitted)])
    const certificate = await findCertificateFor(portal.context.db, submitted.applicationId)
    const answer = await desk.get(urlOf(submitted))
    for (const part of [
      '「認定」と決定し、事業者に知らせました',
      `第${certificate?.number}号`,
      paths.certificate(certificate?.id ?? ''),
      certificate?.sha256 ?? '-',
      submitted.email,
      '認定通知（PDF）',
      '産業 次郎'
    ])
      expect(answer.body).toContain(part)
    await expectValidHtml(answer.body)
    expect((await desk.get(paths.certificate(certificate?.id ?? ''))).status).toBe(200)
    const company = await portal.signIn(submitted.email)
    expect((await company.get(paths.certificate(certificate?.id ?? ''))).status).toBe(200)
    expect((await desk.get(paths.verification(certificate?.verificationCode ?? ''))).body).toContain('始まる前')
  })

  it('is taken once, and who posts it again is led to it', async () => {
    const submitted = await heard()
    const answers = await Promise.all([1, 2, 3].map(() => desk.post(urlOf(submitted), { ...certify, step: 'decide' })))
    const again = await desk.post(urlOf(submitted), { ...certify, step: 'check' })
    for (const answer of [...answers, again]) expect([answer.status, answer.location]).toEqual([303, urlOf(submitted)])
    expect(await mailsOf(portal.context.db, submitted.applicationId)).toHaveLength(2)
  })

  it('cannot become another one', async () => {
    const submitted = await heard()
    await desk.post(urlOf(submitted), { ...refuse, step: 'decide' })
    const answer = await desk.post(urlOf(submitted), { ...certify, step: 'decide' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('すでに「不認定」と決定されています')
    await expectValidHtml(answer.body)
    expect(await findCertificateFor(portal.context.db, submitted.applicationId)).toBeNull()
  })
})
