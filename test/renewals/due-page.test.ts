import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateStatus } from '../../src/applications/application-store.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { periodsEnding } from '../../src/renewals/ending-store.ts'
import { remindCompanies } from '../../src/renewals/remind-companies.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official, submittedCase } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'
import { certifiedCase } from '../support/issued.ts'
import { renewalCase } from '../support/renewals.ts'

let portal: TestApp
let desk: Browser
beforeAll(async () => {
  portal = await openTestApp()
  desk = await portal.signIn(await official(portal.context, 'secretariat', '産業 太郎'))
})
afterAll(() => portal.close())

/** A company whose certification began on a day, with the key of its period. */
const company = async (name: string, startsOn: string) => {
  const certified = await certifiedCase(
    portal.context,
    { startsOn, companyName: name },
    { profile: { name }, status: 'certified' }
  )
  const all = await periodsEnding(portal.context.db, { from: '2020-01-01', until: '2040-01-01' })
  return { ...certified, periodId: all.find(({ companyId }) => companyId === certified.companyId)?.periodId ?? '' }
}

const noticesAt = (periodId: string) => `/renewals/${periodId}/notices`

describe('the list of certifications that are due', () => {
  it('says so where there is none', async () => {
    const { status, body } = await desk.get('/renewals')
    expect(status).toBe(200)
    await expectValidHtml(body)
    expect(body).toContain('12か月以内に満了する認定はありません')
    expect(body).toContain('満了の180日前・90日前・30日前・7日前と、満了の7日後の朝に自動で送られます')
    expect((await desk.get('/renewals?tab=over')).body).toContain('当てはまる認定はありません')
  })

  it('shows end, days, state and the last reminder by group', async () => {
    await company('超過の会社', '2023-11-01')
    await company('一月の会社', '2023-12-11')
    await company('十二月の会社', '2024-11-01')
    await company('先の会社', '2026-01-01')
    await remindCompanies(portal.context, (error) => {
      throw error
    })
    const { body } = await desk.get('/renewals')
    await expectValidHtml(body)
    for (const words of [
      '期限切れ（更新できる期間中）',
      '令和8年10月31日（土）',
      '21日経過',
      '受付中（期限後）',
      '満了7日後の案内',
      '令和8年12月10日（木）',
      '残り19日',
      '満了30日前の案内',
      '残り344日',
      '案内前'
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('先の会社')
    const counts = [...body.matchAll(/class="tabs__link"[^>]*>([^<]+)<span class="tabs__count"> (\d+)</g)]
    expect(counts.map(([, label, count]) => `${label} ${count}`)).toEqual([
      'すべて 3',
      '期限切れ 1',
      '1か月以内 1',
      '3か月以内 0',
      '6か月以内 0',
      '12か月以内 1',
      '更新できない 0'
    ])
    const part = (await desk.get('/renewals?tab=month1')).body
    expect([part.includes('一月の会社'), part.includes('超過の会社')]).toEqual([true, false])
    expect((await desk.get('/renewals?tab=nothing')).body).toContain('超過の会社')
  })

  it('leads to the case of a renewal that was submitted, and tells a draft', async () => {
    const sent = await company('提出の会社', '2023-12-12')
    const begun = await company('入力の会社', '2023-12-13')
    const renewal = await renewalCase(portal.context, sent)
    const draft = await renewalCase(portal.context, begun, { status: 'draft' })
    const { body } = await desk.get('/renewals?tab=month1')
    expect(body).toContain(`<a href="/cases/${renewal.applicationId}">${renewal.number}</a>`)
    expect(body).not.toContain(draft.applicationId)
    expect(body).toContain('入力中')
    expect([body.includes(noticesAt(sent.periodId)), body.includes(noticesAt(begun.periodId))]).toEqual([false, true])
    await updateStatus(portal.context.db, renewal.applicationId, 'screening', portal.context.clock.now())
    expect((await desk.get('/renewals?tab=month1')).body).toContain('確認中')
  })

  it('is saved as CSV, whole or in part', async () => {
    const answer = await desk.get('/renewals/list.csv?tab=late')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="renewals-late-2026-11-21.csv"')
    expect(answer.body.split('\r\n').map((line) => line.split(',')[1])).toEqual(['事業者名', '超過の会社', undefined])
    expect((await desk.get('/renewals/list.csv')).body.split('\r\n').length).toBe(7)
  })

  it('is in the navigation, and linked from the desk', async () => {
    const { body } = await desk.get('/desk?tab=ending')
    expect(body).toContain('<a href="/renewals">更新の期限の一覧</a>')
    await expectValidHtml(body)
    expect((await desk.get('/renewals')).body).toMatch(
      /<a[^>]*href="\/renewals"[^>]*aria-current="page"[^>]*>更新の期限/
    )
  })

  it('exists for the secretariat only', async () => {
    const { email, periodId } = await company('部外の会社', '2023-12-14')
    const people = [
      await portal.signIn(email),
      await portal.signIn(await official(portal.context, 'committee', '委員'))
    ]
    for (const browser of people) {
      for (const url of ['/renewals', '/renewals/list.csv']) expect((await browser.get(url)).status).toBe(404)
      expect((await browser.post(noticesAt(periodId), { sent: '0', tab: 'all' })).status).toBe(404)
    }
    expect((await portal.visitor().get('/renewals')).status).toBe(303)
  })
})

describe('sending the notice again', () => {
  it('queues the notice for everybody at the company, notes who did it, and comes back to the list', async () => {
    const { periodId, applicationId } = await company('案内の会社', '2023-12-15')
    const answer = await desk.post(noticesAt(periodId), { sent: '0', tab: 'month1' })
    expect([answer.status, answer.location]).toEqual([303, '/renewals?tab=month1'])
    const mails = await mailsOf(portal.context.db, applicationId)
    expect(mails.map(({ subject }) => subject)).toEqual(
      [1, 2].map(() => 'ワーク・ライフ・グッドバランス企業の認定の更新について（お知らせ）')
    )
    const history = await historyOf(portal.context.db, applicationId)
    expect(history.at(-1)).toMatchObject({
      kind: 'renewal-reminded',
      actorName: '産業 太郎',
      details: { occasion: 'again-0', recipients: 2 }
    })
    const { body } = await desk.get('/renewals?tab=month1')
    expect(body).toContain('案内の会社に更新の案内を送りました。')
    expect(body).toContain('事務局からの案内')
    expect((await desk.get(`/cases/${applicationId}`)).body).toContain('更新の案内を送りました（事務局の操作）')
  })

  it('sends one when the button is pressed twice, from two tabs, or on a page that is out of date', async () => {
    const { periodId, applicationId } = await company('二度押しの会社', '2023-12-16')
    const press = (sent: string) => desk.post(noticesAt(periodId), { sent, tab: 'all' })
    const answers = await Promise.all([press('0'), press('0'), press('0')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    const late = await press('0')
    expect([late.status, late.body.includes('この画面を開いたあとに、案内が送られました')]).toEqual([409, true])
    await expectValidHtml(late.body)
    expect((await mailsOf(portal.context.db, applicationId)).length).toBe(2)
    expect((await press('1')).status).toBe(303)
    expect((await mailsOf(portal.context.db, applicationId)).length).toBe(4)
  })

  it('does not keep the schedule from its own reminders', async () => {
    const { periodId, applicationId } = await company('予定の会社', '2023-12-20')
    await desk.post(noticesAt(periodId), { sent: '0', tab: 'all' })
    await remindCompanies(portal.context, (error) => {
      throw error
    })
    const told = (await historyOf(portal.context.db, applicationId)).filter(({ kind }) => kind === 'renewal-reminded')
    expect(told.map(({ details }) => details.occasion)).toEqual(['again-0', '-30'])
  })

  it.each([
    ['before the window opens', '2024-05-22', null],
    ['after the late days', '2023-08-23', null],
    ['once a renewal was submitted', '2023-12-17', 'submitted']
  ] as const)('is refused %s', async (_what, startsOn, status) => {
    const one = await company('断られる会社', startsOn)
    if (status !== null) await renewalCase(portal.context, one, { status })
    const answer = await desk.post(noticesAt(one.periodId), { sent: '0', tab: 'all' })
    expect([answer.status, answer.body.includes('更新できる期間ではありません')]).toEqual([409, true])
    await expectValidHtml(answer.body)
    expect(await mailsOf(portal.context.db, one.applicationId)).toEqual([])
  })

  it('says what the mail of a company is put like after the end', async () => {
    const { periodId, applicationId } = await company('期限後の会社', '2023-11-15')
    expect((await desk.post(noticesAt(periodId), { sent: '0', tab: 'late' })).status).toBe(303)
    expect((await mailsOf(portal.context.db, applicationId))[0]?.subject).toContain('認定期間が終わりました')
  })

  it('says that there is no address to write to', async () => {
    const { eq } = await import('drizzle-orm')
    const { companies, companyMembers } = await import('../../src/companies/table.ts')
    const { periodId, companyId } = await company('宛先のない会社', '2023-12-18')
    const { db } = portal.context
    await db.update(companies).set({ contactEmail: '' }).where(eq(companies.id, companyId))
    await db.delete(companyMembers).where(eq(companyMembers.companyId, companyId))
    const answer = await desk.post(noticesAt(periodId), { sent: '0', tab: 'all' })
    expect([answer.status, answer.body.includes('メールアドレスが登録されていません')]).toEqual([409, true])
  })

  it.each([
    ['no fields', {}],
    ['no number', { sent: 'x', tab: 'all' }],
    ['a negative number', { sent: '-1', tab: 'all' }],
    ['a part of the list that is none', { sent: '0', tab: 'desk' }]
  ])('takes nothing with %s', async (_what, body) => {
    const { periodId } = await company('不正な会社', '2023-12-19')
    expect((await desk.post(noticesAt(periodId), body)).status).toBe(400)
  })

  it('knows no period that nobody has', async () => {
    for (const id of [portal.context.ids(), 'x', (await submittedCase(portal.context)).applicationId])
      expect((await desk.post(noticesAt(id), { sent: '0', tab: 'all' })).status).toBe(404)
  })
})
