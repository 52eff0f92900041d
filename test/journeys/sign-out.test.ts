import type { Browser, Cookie, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { beginApplication, describeCompany } from '../support/applicant.ts'
import { signInByCode } from '../support/sign-in.ts'
import { launchBrowser, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
const email = `soumu@rogu-auto-${Date.now()}.example.jp`

let browser: Browser
let application: string
// An address is mailed few codes: who is still signed in goes on.
let session: Cookie[]

const signIn = async (visitor: Visitor): Promise<void> => {
  await signInByCode(visitor, email)
  session = await visitor.page.context().cookies()
}

beforeAll(async () => {
  browser = await launchBrowser()
  const visitor = await Visitor.arrive(browser, portalUrl)
  await signIn(visitor)
  await describeCompany(visitor, 'ログアウト商会')
  application = await beginApplication(visitor)
  await visitor.leave()
})
afterAll(() => browser.close())

const open = async (): Promise<Visitor> => {
  const visitor = await Visitor.arrive(browser, portalUrl)
  await visitor.page.context().addCookies(session)
  await visitor.visit(`${application}/categories/7`)
  return visitor
}

const field = ({ page }: Visitor): Locator => page.locator('[name="7-2.text"]')

const type = async (visitor: Visitor, text: string): Promise<void> => {
  await visitor.page.locator('input[name="mark.7-2"][value="checked"]').check()
  await field(visitor).fill(text)
}

/** What the tab keeps of answers that are not saved yet. */
const kept = ({ page }: Visitor): Promise<unknown> => page.evaluate('Object.values(sessionStorage).join()')

/** No save arrives any more, as on a line that breaks. */
const breakSaves = async ({ page }: Visitor): Promise<void> => {
  await page.route('**/categories/7', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue()
  )
}

describe('who signs out', () => {
  it('saves first what was typed a moment ago', async () => {
    const visitor = await open()
    await type(visitor, '直前に書いた文。')
    await visitor.press('ログアウト')
    expect(await visitor.text()).toContain('ログアウトしました')
    await signIn(visitor)
    await visitor.visit(`${application}/categories/7`)
    expect(await field(visitor).inputValue()).toBe('直前に書いた文。')
    await visitor.leave()
  })

  it('leaves nothing in the browser, even of what could not be saved', async () => {
    const visitor = await open()
    await breakSaves(visitor)
    await type(visitor, '送れなかった文。')
    await expect.poll(() => kept(visitor)).toContain('送れなかった文。')
    await visitor.press('ログアウト')
    expect(await kept(visitor)).toBe('')
    await visitor.leave()
  })
})

it('whose session merely ran out finds what was typed again', async () => {
  await signIn(await Visitor.arrive(browser, portalUrl))
  const visitor = await open()
  await breakSaves(visitor)
  await type(visitor, '待っている文。')
  await expect.poll(() => kept(visitor)).toContain('待っている文。')
  await visitor.page.context().clearCookies({ name: 'wlgb_session' })
  await visitor.page.reload()
  expect(visitor.path()).toBe('/sign-in')
  await signIn(visitor)
  await visitor.visit(`${application}/categories/7`)
  expect(await field(visitor).inputValue()).toBe('待っている文。')
  await visitor.leave()
})
