import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { secretariat } from '../../fixtures/people.ts'
import { signInAs } from '../support/sign-in.ts'
import { launchBrowser, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** An official on a page with a form, in whose browser time passes as the test says. */
const officialWithForm = async (): Promise<Visitor> => {
  const office = await Visitor.arrive(browser, portalUrl)
  await office.page.clock.install()
  await signInAs(office, secretariat[0].name)
  await office.visit('/committee-members')
  return office
}

const warning = (office: Visitor) => office.page.locator('.session-warning')

it('warns five minutes before the session ends, and goes on at a press without leaving the page', async () => {
  const office = await officialWithForm()
  await office.fill('名前', '書きかけの 名前')
  await office.page.clock.fastForward('54:00')
  expect(await warning(office).textContent()).toBe('')
  await office.page.clock.fastForward('02:00')
  await office.page.getByRole('link', { name: 'ログインを続ける' }).waitFor()
  expect(await warning(office).textContent()).toContain('5分後にログインが終わります')
  await office.look()

  await office.page.getByRole('link', { name: 'ログインを続ける' }).click()
  await warning(office).getByRole('paragraph').waitFor({ state: 'detached' })
  expect(await office.page.getByLabel('名前').inputValue()).toBe('書きかけの 名前')

  await office.page.clock.fastForward('56:00')
  await office.page.getByRole('link', { name: 'ログインを続ける' }).waitFor()
  await office.leave()
})

it('says so where the session cannot be prolonged any more', async () => {
  const office = await officialWithForm()
  await office.page.route('**/account/session', (route) => route.fulfill({ json: { seconds: 100 } }))
  await office.page.clock.fastForward('56:00')
  await office.page.getByRole('link', { name: 'ログインを続ける' }).click()
  await office.page.getByText('これ以上延長できません').waitFor()
  await office.leave()
})
