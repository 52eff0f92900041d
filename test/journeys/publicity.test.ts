import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { secretariat } from '../../fixtures/people.ts'
import { signInAs } from '../support/sign-in.ts'
import { launchBrowser, type Manner, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const photo = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: '仕事場.png',
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#88aacc' } })
    .png()
    .toBuffer()
})

/** Fills in what is to be shown, looks at it, comes back and sends it. */
const sendStatement = async (company: Visitor, words: string, description: string): Promise<void> => {
  await company.visit('/company/publicity')
  await company.tick('所在地')
  await company.fill('紹介文', words)
  await company.page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(await photo())
  await company.fill('写真の説明', description)
  await company.press('保存せずに見え方を確かめる')
  expect(await company.page.locator('main').textContent()).toContain(words)
  expect(await company.page.getByRole('img', { name: description }).count()).toBe(1)
  await company.press('入力に戻る')
  expect(await company.page.getByLabel('紹介文').inputValue()).toBe(words)
  await company.press('保存する')
  expect(await company.text()).toContain('確認待ち')
}

/** The page of a company as anybody finds it in the directory. */
const findInDirectory = async (citizen: Visitor, name: string): Promise<string> => {
  await citizen.visit(`/companies?q=${encodeURIComponent(name)}`)
  await citizen.follow(name)
  return citizen.text()
}

const isDrawn = (visitor: Visitor, description: string): Promise<boolean> =>
  visitor.page
    .getByRole('img', { name: description })
    .evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0)

const manners: readonly (Manner & { readonly name: string })[] = [
  { name: '株式会社みのりソフト', width: 1280 },
  { name: '月白製菓株式会社', width: 375, script: false }
]

it.each(manners)('what $name says of itself is public once the city has approved it', async ({ name, ...manner }) => {
  const words = `見学はいつでも歓迎です（${manner.width}）。`
  const description = `青い壁の仕事場（${manner.width}）`
  const company = await Visitor.arrive(browser, portalUrl, manner)
  const citizen = await Visitor.arrive(browser, portalUrl, manner)
  const office = await Visitor.arrive(browser, portalUrl)
  await signInAs(company, name)
  await sendStatement(company, words, description)
  expect(await findInDirectory(citizen, name)).not.toContain(words)

  await signInAs(office, secretariat[0].name)
  await office.visit('/publicity')
  await office.follow(name)
  expect(await office.text()).toContain(words)
  await office.press('この内容を公開する')

  expect(await findInDirectory(citizen, name)).toContain(words)
  expect(await isDrawn(citizen, description)).toBe(true)
  for (const visitor of [company, citizen, office]) await visitor.leave()
})
