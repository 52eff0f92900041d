import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findApplication, findLatestSubmission, updateStatus } from '../../src/applications/application-store.ts'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { expectValidHtml } from '../support/html.ts'
import { formOf } from '../support/posted-form.ts'
import { endFor, type Renewable, type RenewableParts, renewableCase } from '../support/renewable.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())
beforeEach(() => portal.setNow(testNow))

type Renewing = { readonly one: Renewable; readonly browser: Browser; readonly id: string; readonly url: string }

const renewing = async (parts: RenewableParts = {}): Promise<Renewing> => {
  const one = await renewableCase(portal.context, parts)
  const browser = await portal.signIn(one.email)
  const url = (await browser.post(paths.renewals)).location ?? ''
  return { one, browser, url, id: url.split('/')[2] ?? '' }
}

const change = async ({ browser, url }: Renewing, changes: Readonly<Record<string, string>>) =>
  browser.post(url, formOf((await browser.get(url)).body, url, changes))

const attested = { attestedBy: '浅香 一郎', attested: 'yes' }

const send = async ({ browser, id }: Renewing) => {
  const page = await browser.get(paths.confirmation(id))
  return browser.post(paths.submission(id), formOf(page.body, paths.submission(id), attested))
}

describe('the confirmation of a renewal', () => {
  it('says that nothing changed, and that no examination is likely', async () => {
    const { browser, id } = await renewing()
    const page = await browser.get(paths.confirmation(id))
    expect(page.status).toBe(200)
    await expectValidHtml(page.body)
    expect(page.body).toContain('事務局の確認だけで更新できる見込みです')
    expect(page.body).toContain('年ごとの数字のほかに、前回から変わったところはありません。')
    expect(page.body).toContain(`href="${paths.renewal(id)}#category-1"`)
    expect(page.body).toContain('決定までのあいだも認定が続きます')
  })

  it('shows what changed, and why the committee will be heard', async () => {
    const one = await renewing()
    await change(one, { 'mark.5-1': 'unchecked', '1-1.text': '別の方針' })
    const page = await one.browser.get(paths.confirmation(one.id))
    await expectValidHtml(page.body)
    expect(page.body).toContain('委員会の意見を聴いて、審査し直す見込みです')
    expect(page.body).toContain('「5 多様な働き方の推進」が合格の基準に届かなくなりました。')
    expect(page.body).toContain('当てはまる → 当てはまらない')
    expect(page.body).toContain('記入を変更')
  })

  it('warns of a missing legal declaration without refusing it', async () => {
    const one = await renewing({ declarations: {} })
    const page = await one.browser.get(paths.confirmation(one.id))
    expect(page.body).toContain('関係法令を遵守しているという申告がありません。')
    expect((await send(one)).location).toBe(paths.receipt(one.id))
  })

  it('cannot compare with a paper that was never entered', async () => {
    const { browser, id } = await renewing({ withoutSheet: true })
    const page = await browser.get(paths.confirmation(id))
    await expectValidHtml(page.body)
    expect(page.body).toContain('前回との違いは表示できません')
  })
})

describe('submitting a renewal', () => {
  it('gives it a number, keeps what only a renewal says, and tells company and secretariat', async () => {
    const one = await renewing()
    await change(one, { organisationChanged: 'yes', organisationDetail: '令和8年に子会社と合併' })
    expect((await send(one)).location).toBe(paths.receipt(one.id))
    const { db } = portal.context
    expect(await findApplication(db, one.id)).toMatchObject({
      status: 'submitted',
      number: expect.stringMatching(/^R8-/)
    })
    expect((await findLatestSubmission(db, one.id))?.content.renewal).toEqual({
      organisationChanged: true,
      organisationDetail: '令和8年に子会社と合併'
    })
    const receipt = await one.browser.get(paths.receipt(one.id))
    expect(receipt.body).toContain('更新の申請を受け付けました')
    expect(receipt.body).toContain('前回の認定から変わったところを確かめます。')
    await expectValidHtml(receipt.body)
    const mail = (await portal.mails()).find(({ kind }) => kind === 'receipt')
    expect(mail?.subject).toContain('更新の申請を受け付けました')
    expect(mail?.body).toContain('決定までのあいだも認定が続きます')
    const status = await one.browser.get(paths.applicationStatus(one.id))
    expect(status.body).not.toContain('>委員会<')
    expect((await one.browser.get(one.url)).location).toBe(paths.applicationStatus(one.id))
    expect((await one.browser.post(paths.renewals)).location).toBe(one.url)
  })

  it('needs what a merger was, and every figure that a mark calls for', async () => {
    const one = await renewing({
      marks: { '1-1': 'checked', '4-3': 'checked' },
      evidence: { '1-1': { text: '方針' }, '4-3': { 'rows.0.year': '2021', 'rows.0.men': '1', 'rows.0.women': '1' } }
    })
    await change(one, { organisationChanged: 'yes' })
    const refused = await send(one)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(`href="${paths.renewal(one.id)}#organisationDetail"`)
    expect(refused.body).toContain(`href="${paths.renewal(one.id)}#4-3.rows.0.year"`)
  })

  it.each([
    ['2027-01-15T14:59:59.999Z', '決定までのあいだも認定が続きます'],
    ['2027-01-15T15:00:00.000Z', '認定期間の終わり（令和9年1月15日）から1日後の提出です'],
    ['2027-04-15T14:59:59.999Z', '認定期間の終わり（令和9年1月15日）から90日後の提出です']
  ])('is taken at %s, and says what its day means', async (instant, words) => {
    const one = await renewing()
    portal.setNow(instant)
    one.browser.forget()
    const browser = await portal.signIn(one.one.email)
    expect((await send({ ...one, browser })).location).toBe(paths.receipt(one.id))
    expect((await browser.get(paths.receipt(one.id))).body).toContain(words)
  })

  it('is refused after the late period, unless it was sent before and is only corrected', async () => {
    const one = await renewing()
    portal.setNow('2027-04-15T15:00:00.000Z')
    const browser = await portal.signIn(one.one.email)
    const refused = await send({ ...one, browser })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('更新の申請は令和9年4月15日で締め切りました')
    await expectValidHtml(refused.body)
    expect((await findApplication(portal.context.db, one.id))?.status).toBe('draft')
    portal.setNow('2027-04-15T10:00:00+09:00')
    await send({ ...one, browser: await portal.signIn(one.one.email) })
    await updateStatus(portal.context.db, one.id, 'returned', portal.context.clock.now())
    portal.setNow('2027-05-10T10:00:00+09:00')
    const later = await portal.signIn(one.one.email)
    expect((await later.get(paths.renewal(one.id))).status).toBe(200)
    expect((await send({ ...one, browser: later })).location).toBe(paths.receipt(one.id))
  })

  it.each(['revoked', 'surrendered'] as const)('is refused after the certification was %s meanwhile', async (how) => {
    const one = await renewing()
    await endFor(portal.context, one.one, how, '2026-11-21')
    const refused = await send(one)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('この更新の申請は提出できません')
    expect((await findApplication(portal.context.db, one.id))?.status).toBe('draft')
  })
})
