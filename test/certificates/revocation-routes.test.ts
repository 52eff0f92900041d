import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findApplication } from '../../src/applications/application-store.ts'
import { findCertification } from '../../src/certificates/certification-record-store.ts'
import { proceedingsOf } from '../../src/certificates/proceeding-store.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { accountOf } from '../committee/meeting-of-cases.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certificationCase } from '../support/issued.ts'
import { proceedingOn } from '../support/proceedings.ts'
import { renewalCase } from '../support/renewals.ts'

let portal: TestApp
let city: string
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  city = await official(portal.context, 'secretariat', '産業 太郎')
  desk = await portal.signIn(city)
})
afterAll(() => portal.close())

const notice = { grounds: '申請書の記載が事実と異なるため。', answerBy: '2026-12-05' }
const revoke = { outcome: 'revoked', reason: '虚偽の記載があったため。', confirmed: 'yes' }
const dismiss = { outcome: 'dismissed', reason: '誤解であったため。' }
const recordOf = (id: string) => findCertification(portal.context.db, id)
const mailsAbout = async (id: string, kind: string) =>
  (await portal.mails()).filter((mail) => mail.subjectId === id && mail.kind === kind)

const certified = () => certificationCase(portal.context, { startsOn: '2026-11-01' })

/** A certification whose company was sent the notice, and the addresses of what follows. */
const underWay = async () => {
  const held = await certified()
  const proceedingId = await proceedingOn(portal.context, held.certificationId, await accountOf(portal.context, city))
  const base = `/certifications/${held.certificationId}`
  return {
    ...held,
    page: base,
    own: `/company${base}`,
    answer: `${base}/proceedings/${proceedingId}/answer`,
    ownAnswer: `/company${base}/proceedings/${proceedingId}/answer`,
    decision: `${base}/proceedings/${proceedingId}/decision`
  }
}

const at = async <Result>(now: string, act: () => Promise<Result>): Promise<Result> => {
  portal.setNow(now)
  try {
    return await act()
  } finally {
    portal.setNow(testNow)
  }
}

describe('a revocation begins', () => {
  it('with a notice to the company, while the certification holds on', async () => {
    const { certificationId, email, verificationCode } = await certified()
    const page = await desk.get(`/certifications/${certificationId}`)
    await expectValidHtml(page.body)
    expect(page.body).toContain('取消しの手続に進む')
    const form = await desk.get(`/certifications/${certificationId}/proceedings`)
    await expectValidHtml(form.body)
    expect(form.body).toContain('value="2026-12-05"')
    const sent = await desk.post(`/certifications/${certificationId}/proceedings`, notice)
    expect([sent.status, sent.location]).toEqual([303, `/certifications/${certificationId}`])
    const mails = await mailsAbout(certificationId, 'revocation-notice')
    expect(mails.map(({ recipient }) => recipient)).toContain(email)
    for (const words of [
      notice.grounds,
      '　御中',
      '令和8年12月5日（土）まで',
      `/company/certifications/${certificationId}`
    ])
      expect(mails[0]?.body).toContain(words)
    const company = await portal.signIn(email)
    const own = await company.get(`/company/certifications/${certificationId}`)
    await expectValidHtml(own.body)
    for (const words of [notice.grounds, '令和8年12月5日（土）までに', '意見を送る']) expect(own.body).toContain(words)
    expect(own.body).not.toContain('産業 太郎')
    const home = await company.get('/company')
    await expectValidHtml(home.body)
    expect(home.body).toContain('令和8年12月5日（土）までにご意見をお聞かせください')
    const { body } = await portal.visitor().get(`/verify/${verificationCode}`)
    expect(body).toContain('有効な認定証です')
  })

  it.each([
    ['without grounds', { grounds: '' }, '取消しを検討する理由を入力してください'],
    ['without a day', { answerBy: '' }, '回答の期限を入力してください'],
    ['a day too soon', { answerBy: '2026-12-04' }, '令和8年12月5日から令和9年11月22日までの日にしてください'],
    ['more than a year ahead', { answerBy: '2027-11-23' }, 'までの日にしてください']
  ])('not %s', async (_how, parts, words) => {
    const { certificationId } = await certified()
    const answer = await desk.post(`/certifications/${certificationId}/proceedings`, { ...notice, ...parts })
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
    expect(answer.body).toContain(words)
    expect(await proceedingsOf(portal.context.db, certificationId)).toEqual([])
  })

  it('once at a time, also from two tabs', async () => {
    const { certificationId } = await certified()
    const url = `/certifications/${certificationId}/proceedings`
    const answers = await Promise.all([desk.post(url, notice), desk.post(url, notice)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const again = await desk.get(url)
    expect(again.status).toBe(409)
    await expectValidHtml(again.body)
    expect(await proceedingsOf(portal.context.db, certificationId)).toHaveLength(1)
  })

  it('not for what ran out', async () => {
    const { certificationId } = await certificationCase(portal.context, { startsOn: '2023-11-21' })
    const refused = await desk.post(`/certifications/${certificationId}/proceedings`, notice)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain(`保存していない入力：${notice.grounds}`)
    expect((await desk.get(`/certifications/${certificationId}`)).body).not.toContain('取消しの手続に進む')
  })
})

describe('the company', () => {
  it('answers on its page until the last day is over in Japan', async () => {
    const { email, own, ownAnswer, certificationId } = await underWay()
    const late = await underWay()
    const early = await at('2026-12-05T09:00:00+09:00', () => portal.signIn(email))
    const other = await at('2026-12-05T09:00:00+09:00', () => portal.signIn(late.email))
    const empty = await at('2026-12-05T23:59:59+09:00', () => early.post(ownAnswer, { answer: '' }))
    expect(empty.status).toBe(422)
    await expectValidHtml(empty.body)
    const text = '記載は改めました。<b>'
    const sent = await at('2026-12-05T23:59:59+09:00', () => early.post(ownAnswer, { answer: text }))
    expect([sent.status, sent.location]).toEqual([303, own])
    const tooLate = await at('2026-12-06T00:00:00+09:00', () => other.post(late.ownAnswer, { answer: text }))
    expect(tooLate.status).toBe(409)
    await expectValidHtml(tooLate.body)
    expect(tooLate.body).toContain('回答の期限を過ぎたため')
    expect(tooLate.body).toContain('送られなかったご意見：記載は改めました。&lt;b>')
    const [told] = await mailsAbout(certificationId, 'revocation-answer-notice')
    expect(told?.body).toContain(text)
    expect(await mailsAbout(certificationId, 'revocation-answer')).not.toHaveLength(0)
  })

  it('answers once', async () => {
    const { email, ownAnswer, own } = await underWay()
    const company = await portal.signIn(email)
    const answers = [
      await company.post(ownAnswer, { answer: '一回目' }),
      await company.post(ownAnswer, { answer: '二回目' })
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 409])
    const { body } = await company.get(own)
    expect(body).toContain('一回目')
    expect(body).not.toContain('意見を送る')
  })

  it('never answers for another one', async () => {
    const [one, other] = [await underWay(), await underWay()]
    const company = await portal.signIn(one.email)
    expect((await company.post(other.ownAnswer, { answer: '意見' })).status).toBe(404)
    const mixed = one.ownAnswer.replace(/proceedings\/[^/]+/, other.ownAnswer.match(/proceedings\/[^/]+/)?.[0] ?? '')
    expect((await company.post(mixed, { answer: '意見' })).status).toBe(404)
  })

  it('may answer by phone or letter, which the secretariat notes, also after the last day', async () => {
    const { answer, page, certificationId } = await underWay()
    const form = await desk.get(answer)
    await expectValidHtml(form.body)
    expect((await desk.post(answer, { answer: '' })).status).toBe(422)
    expect((await desk.post(answer, { channel: 'portal', answer: '電話で聞いた。' })).status).toBe(422)
    const later = await at('2026-12-20T10:00:00+09:00', async () => {
      const own = await portal.signIn(city)
      return own.post(answer, { channel: 'letter', answer: '12月4日付けの書面で回答があった。' })
    })
    expect([later.status, later.location]).toEqual([303, page])
    expect((await mailsAbout(certificationId, 'revocation-answer'))[0]?.body).toContain('書面')
    const again = await desk.post(answer, { channel: 'phone', answer: 'もう一度' })
    expect(again.status).toBe(409)
    expect((await desk.get(answer)).status).toBe(409)
  })
})

describe('a certification is revoked', () => {
  it('after the answer, at once, and nobody reads why', async () => {
    const { email, ownAnswer, decision, page, own, certificationId, verificationCode } = await underWay()
    const company = await portal.signIn(email)
    await company.post(ownAnswer, { answer: '確認中です。' })
    const form = await desk.get(decision)
    await expectValidHtml(form.body)
    expect(form.body).toContain('確認中です。')
    const done = await desk.post(decision, revoke)
    expect([done.status, done.location]).toEqual([303, page])
    expect(await recordOf(certificationId)).toMatchObject({
      endedOn: '2026-11-21',
      endedHow: 'revoked',
      endedReason: revoke.reason,
      endedByName: '産業 太郎',
      isRevocationOpen: false
    })
    const { body } = await portal.visitor().get(`/verify/${verificationCode}`)
    expect(body).toContain('取り消された認定証です')
    for (const secret of [revoke.reason, '記載が事実と異なる', '確認中です。']) expect(body).not.toContain(secret)
    expect((await mailsAbout(certificationId, 'proceeding-revoked'))[0]?.body).toContain(revoke.reason)
    const told = await company.get(own)
    await expectValidHtml(told.body)
    for (const words of [
      '令和8年11月21日付けで取り消されました',
      '認定取消通知（PDF）',
      '取消しに係る意見を述べる機会の通知（PDF）'
    ])
      expect(told.body).toContain(words)
    const kept = await desk.get(page)
    await expectValidHtml(kept.body)
    expect(kept.body).toContain('認定取消通知（PDF）')
    expect((await historyOf(portal.context.db, certificationId)).map(({ kind }) => kind)).toEqual([
      'proceeding-opened',
      'proceeding-answered',
      'certification-revoked'
    ])
  })

  it('without an answer only when the last day is over in Japan', async () => {
    const { decision, certificationId } = await underWay()
    const early = await at('2026-12-05T23:59:59+09:00', async () => (await portal.signIn(city)).post(decision, revoke))
    expect(early.status).toBe(409)
    await expectValidHtml(early.body)
    expect(early.body).toContain('事業者の回答を待っています')
    expect((await recordOf(certificationId))?.endedOn).toBeNull()
    const due = await at('2026-12-06T00:00:00+09:00', async () => (await portal.signIn(city)).post(decision, revoke))
    expect(due.status).toBe(303)
    expect((await recordOf(certificationId))?.endedOn).toBe('2026-12-06')
  })

  it.each([
    ['undecided', {}, '取り消すか、取り消さないかを選んでください'],
    ['without a reason', { ...revoke, reason: ' ' }, '決定の理由を入力してください'],
    ['unconfirmed', { ...revoke, confirmed: '' }, '確かめて、チェックを付けてください']
  ])('not %s', async (_how, fields, words) => {
    const { decision, email, ownAnswer } = await underWay()
    await (await portal.signIn(email)).post(ownAnswer, { answer: '確認中です。' })
    const answer = await desk.post(decision, fields)
    expect(answer.status).toBe(422)
    await expectValidHtml(answer.body)
    expect(answer.body).toContain(words)
  })

  it('once: another decision in another tab is refused, the same one leads on', async () => {
    const { decision, email, ownAnswer } = await underWay()
    await (await portal.signIn(email)).post(ownAnswer, { answer: '確認中です。' })
    expect((await desk.post(decision, revoke)).status).toBe(303)
    expect((await desk.post(decision, revoke)).status).toBe(303)
    const other = await desk.post(decision, dismiss)
    expect(other.status).toBe(409)
    await expectValidHtml(other.body)
    expect((await desk.get(decision)).status).toBe(409)
  })

  it('together with its renewal, wherever that is', async () => {
    const held = await certificationCase(portal.context, { startsOn: '2024-01-16' })
    const renewal = await renewalCase(portal.context, held, { status: 'awaiting_committee' })
    const id = await proceedingOn(portal.context, held.certificationId, await accountOf(portal.context, city))
    const base = `/certifications/${held.certificationId}`
    expect((await desk.get(base)).body).toContain(renewal.number)
    await desk.post(`${base}/proceedings/${id}/answer`, { channel: 'phone', answer: '異議はない。' })
    await desk.post(`${base}/proceedings/${id}/decision`, revoke)
    expect((await findApplication(portal.context.db, renewal.applicationId))?.status).toBe('withdrawn')
    const history = await historyOf(portal.context.db, renewal.applicationId)
    expect(history.at(-1)).toMatchObject({ kind: 'status-withdrawn', details: { reason: '認定の取消しに伴う取下げ' } })
  })

  it('not once its company has given it back', async () => {
    const { decision, own, email } = await underWay()
    const company = await portal.signIn(email)
    await company.post(`${own}/surrender`, { step: 'surrender', reason: '廃業', on: '2026-11-21', confirmed: 'yes' })
    expect((await desk.post(decision, revoke)).status).toBe(409)
  })
})

describe('a revocation is dismissed', () => {
  it('also before the answer, and can be begun anew', async () => {
    const { decision, page, certificationId, verificationCode } = await underWay()
    const form = await desk.get(decision)
    expect(form.body).not.toContain('value="revoked"')
    expect((await desk.post(decision, dismiss)).status).toBe(303)
    expect((await recordOf(certificationId))?.endedOn).toBeNull()
    expect((await portal.visitor().get(`/verify/${verificationCode}`)).body).toContain('有効な認定証です')
    expect(await mailsAbout(certificationId, 'proceeding-dismissed')).not.toHaveLength(0)
    expect((await desk.post(`${page}/proceedings`, notice)).status).toBe(303)
    expect(await proceedingsOf(portal.context.db, certificationId)).toHaveLength(2)
  })
})
