import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Cookie, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { beginApplication, describeCompany } from '../support/applicant.ts'
import { freePort, servePortal } from '../support/served-portal.ts'
import { signInAs, signInByCode } from '../support/sign-in.ts'
import { launchBrowser, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
const email = `soumu@jidou-hozon-${Date.now()}.example.jp`

let browser: Browser
/** The application of this file's company; every test fills in a category of its own. */
let application: string
let session: Cookie[]
beforeAll(async () => {
  browser = await launchBrowser()
  const visitor = await Visitor.arrive(browser, portalUrl)
  await signInByCode(visitor, email)
  await describeCompany(visitor, '自動保存商会')
  application = await beginApplication(visitor)
  session = await visitor.page.context().cookies()
  await visitor.leave()
})
afterAll(() => browser.close())

const open = async (category: number): Promise<Visitor> => {
  const visitor = await Visitor.arrive(browser, portalUrl, { width: 375 })
  await visitor.page.context().addCookies(session)
  await visitor.visit(`${application}/categories/${category}`)
  return visitor
}

const field = ({ page }: Visitor, name: string): Locator => page.locator(`[name="${name}"]`)

/** Marks an item, which opens its field, and types into it as a person does. */
const type = async (visitor: Visitor, code: string, text: string): Promise<void> => {
  await visitor.page.locator(`input[name="mark.${code}"][value="checked"]`).check()
  await field(visitor, `${code}.text`).fill('')
  await field(visitor, `${code}.text`).pressSequentially(text)
}

const untilSaved = ({ page }: Visitor): Promise<void> =>
  page.locator('[data-save-status]').getByText('保存しました').waitFor()

const untilAlarmed = ({ page }: Visitor, words: string): Promise<void> =>
  page.getByRole('alert').filter({ hasText: words }).waitFor()

/** What the server has, seen in another tab. */
const stored = async (visitor: Visitor, category: number, name: string): Promise<string> => {
  const page = await visitor.page.context().newPage()
  await page.goto(`${portalUrl}${application}/categories/${category}`)
  const value = await page.locator(`[name="${name}"]`).inputValue()
  await page.close()
  return value
}

describe('a category page saves by itself', () => {
  it('what is typed, without any button, and moves the forecast with a click', async () => {
    const visitor = await open(1)
    const row = visitor.page.locator('[data-forecast-category="1"] .forecast__result').first()
    const before = await row.textContent()
    await type(visitor, '1-1', '方針を朝礼で読み上げています。')
    await expect.poll(() => row.textContent()).not.toBe(before)
    await untilSaved(visitor)
    expect(await stored(visitor, 1, '1-1.text')).toBe('方針を朝礼で読み上げています。')
    await visitor.leave()
  })

  it('once the connection is back, and says until then that it is gone', async () => {
    const visitor = await open(2)
    await visitor.page.context().setOffline(true)
    await type(visitor, '2-2', 'タイムカードで記録しています。')
    await untilAlarmed(visitor, 'サーバーに接続できない')
    expect(await field(visitor, '2-2.text').inputValue()).toBe('タイムカードで記録しています。')
    await visitor.page.context().setOffline(false)
    await untilSaved(visitor)
    expect((await visitor.page.getByRole('alert').allTextContents()).join('')).toBe('')
    expect(await stored(visitor, 2, '2-2.text')).toBe('タイムカードで記録しています。')
    await visitor.leave()
  })

  it('once somebody has signed in again in another tab, and leads there', async () => {
    const visitor = await open(3)
    await visitor.page.context().clearCookies({ name: 'wlgb_session' })
    await type(visitor, '3-3', '誕生日に休めます。')
    await untilAlarmed(visitor, 'ログインの有効時間が切れた')
    const tab = visitor.page.context().waitForEvent('page')
    await visitor.page.getByRole('link', { name: '別のタブでログインする' }).click()
    await signInByCode(visitor.inTab(await tab), email)
    await visitor.page.bringToFront()
    await untilSaved(visitor)
    expect(await field(visitor, '3-3.text').inputValue()).toBe('誕生日に休めます。')
    expect(await stored(visitor, 3, '3-3.text')).toBe('誕生日に休めます。')
    await visitor.leave()
  })

  it('never over what another tab saved: the later writer is told and sees both texts', async () => {
    const visitor = await open(5)
    const other = visitor.inTab(await visitor.page.context().newPage())
    await other.visit(`${application}/categories/5`)
    await type(other, '5-2', '先に書いた文。')
    await untilSaved(other)
    await visitor.page.bringToFront()
    await type(visitor, '5-2', '後から書いた文。')
    await untilAlarmed(visitor, '別の画面で先に保存した')
    expect(await stored(visitor, 5, '5-2.text')).toBe('先に書いた文。')
    await visitor.press('保存して一覧に戻る')
    const row = await visitor.page.locator('table.conflict').textContent()
    expect(row).toContain('先に書いた文。')
    expect(row).toContain('後から書いた文。')
    expect(await field(visitor, '5-2.text').inputValue()).toBe('後から書いた文。')
    await visitor.press('保存して一覧に戻る')
    expect(await stored(visitor, 5, '5-2.text')).toBe('後から書いた文。')
    await visitor.leave()
  })

  it('after a reload what the page could not save before', async () => {
    const visitor = await open(7)
    await visitor.page.route('**/categories/7', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue()
    )
    await type(visitor, '7-2', '市民まつりを手伝いました。')
    await untilAlarmed(visitor, 'サーバーに接続できない')
    await visitor.page.unroute('**/categories/7')
    expect(await stored(visitor, 7, '7-2.text')).toBe('')
    await visitor.page.route('**/categories/7', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue()
    )
    await visitor.page.reload()
    expect(await field(visitor, '7-2.text').inputValue()).toBe('市民まつりを手伝いました。')
    await visitor.page.unroute('**/categories/7')
    await untilSaved(visitor)
    expect(await stored(visitor, 7, '7-2.text')).toBe('市民まつりを手伝いました。')
    await visitor.leave()
  })
})

it('keeps what is typed while the server is down, and saves it when it is up again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-down-'))
  const env = { PORT: String(await freePort()), DATA_DIR: join(folder, 'data') }
  const first = await servePortal(env)
  const visitor = await Visitor.arrive(browser, first.url)
  await signInAs(visitor, '初めての事業者')
  await describeCompany(visitor, '停電商店')
  await beginApplication(visitor)
  await first.stop()
  await type(visitor, '1-1', '停電しても残る文。')
  await untilAlarmed(visitor, 'サーバーに接続できない')
  const second = await servePortal(env)
  await untilSaved(visitor)
  await visitor.page.reload()
  expect(await field(visitor, '1-1.text').inputValue()).toBe('停電しても残る文。')
  await visitor.leave()
  await second.stop()
  await rm(folder, { recursive: true, force: true })
})
