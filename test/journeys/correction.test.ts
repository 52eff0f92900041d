import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { secretariat } from '../../fixtures/people.ts'
import { formatDateWithWeekday } from '../../views/format.ts'
import { beginApplication, describeCompany, fillInCheapest, sendApplication } from '../support/applicant.ts'
import { signInAs, signInByCode } from '../support/sign-in.ts'
import { launchBrowser, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
const question = '在宅勤務の制度はありますか。'
const message = '柔軟な働き方について、1点だけ教えてください。'
const before = '出荷の時間に合わせて、出勤時間を自分で決められます。'
const after = '出勤時間を自分で決められます。出荷のない日は在宅で事務をします。'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const dateIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(
    new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  )

/** The secretariat asks about an item and returns the application. */
const returnWithQuestion = async (office: Visitor, name: string): Promise<string> => {
  await office.visit('/desk')
  await office.follow(name)
  const path = office.path()
  await office.press(/裏付けのある項目をすべて認める/)
  const item = office.page.locator('#item-5-2')
  await item.getByLabel('照会', { exact: true }).check()
  await item.getByLabel('事業者への質問').fill(question)
  await office.press('判定を保存')
  await office.visit(`${path}/correction`)
  expect(await office.text()).toContain(question)
  await office.fill(/^お願いの文/, message)
  await office.fill(/^期限/, dateIn(7))
  await office.press('補正を依頼する')
  return path
}

/** The company reads what is asked, where it is asked, and answers there. */
const correct = async (company: Visitor, application: string): Promise<void> => {
  await company.visit(`${application}/status`)
  const status = await company.text()
  expect(status).toContain(message)
  expect(status).toContain(formatDateWithWeekday(dateIn(7)))
  await company.follow('5-2の照会に答える')
  expect(await company.page.locator('#item-5-2').textContent()).toContain(question)
  await company.page.locator('[name="5-2.text"]').fill(after)
  await company.press('保存して一覧に戻る')
  await sendApplication(company, '再提出する')
}

it('asks a company, shows what it changed and accepts the answer', async () => {
  const company = await Visitor.arrive(browser, portalUrl, { width: 375 })
  const office = await Visitor.arrive(browser, portalUrl, { width: 1280 })
  await signInByCode(company, `soumu@hosei-${Date.now()}.example.jp`)
  const name = `補正農園${Date.now()}`
  await describeCompany(company, name)
  const application = await beginApplication(company)
  await fillInCheapest(company)
  await sendApplication(company)

  await signInAs(office, secretariat[0].name)
  const path = await returnWithQuestion(office, name)
  await correct(company, application)

  await office.visit(path)
  const item = office.page.locator('#item-5-2')
  const shown = (await item.textContent()) ?? ''
  for (const words of ['再提出で変更', before, after, question]) expect(shown).toContain(words)
  await item.getByLabel('認める', { exact: true }).check()
  await office.press('判定を保存')
  await office.press('委員会に付す')
  await company.visit(`${application}/status`)
  expect(await company.text()).toContain('委員会')
  for (const visitor of [company, office]) await visitor.leave()
})
