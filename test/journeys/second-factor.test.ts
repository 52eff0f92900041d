import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { App } from '../support/factor.ts'
import { type ServedPortal, servePortal } from '../support/served-portal.ts'
import { signInByCode } from '../support/sign-in.ts'
import { launchBrowser, type Manner, Visitor } from '../support/visitor.ts'

let portal: ServedPortal
let browser: Browser
const emails = ['one@city.example.jp', 'two@city.example.jp']
beforeAll(async () => {
  portal = await servePortal({ SECOND_FACTOR: 'required', SECRETARIAT_EMAILS: emails.join(',') })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await portal.stop()
})

/** An app's code is taken once: the next step of time is in the skew that is allowed for. */
const nextStep = 30_000

const walk = async (manner: Manner, email: string): Promise<void> => {
  const visitor = await Visitor.arrive(browser, portal.url, manner)
  await signInByCode(visitor, email)
  expect(visitor.path()).toBe('/account/second-factor')
  const app = new App(await visitor.page.content())
  await visitor.fill('認証アプリの数字', app.codeAt(new Date()))
  await visitor.press('二段階認証を設定する')
  const [recoveryCode = ''] = await visitor.page.locator('.recovery-codes code').allTextContents()
  await visitor.follow('保管したので続ける')
  expect(visitor.path()).toBe('/desk')

  await visitor.press('ログアウト')
  await signInByCode(visitor, email)
  await visitor.fill('認証コード', app.codeAt(new Date(Date.now() + nextStep)))
  await visitor.press('ログインする')
  expect(visitor.path()).toBe('/desk')

  await visitor.press('ログアウト')
  await signInByCode(visitor, email)
  await visitor.fill('認証コード', recoveryCode)
  await visitor.press('ログインする')
  await visitor.visit('/account/sessions')
  await visitor.follow('二段階認証の設定')
  expect(await visitor.text()).toContain('9個')
  await visitor.leave()
}

describe('an official with an authenticator app', () => {
  it.each([
    ['at a desk', { width: 1280 }, 'one@city.example.jp'],
    ['on a phone without script', { width: 375, script: false }, 'two@city.example.jp']
  ] as const)('sets it up, signs in with it, and once with a recovery code: %s', (_where, manner, email) =>
    walk(manner, email)
  )
})
