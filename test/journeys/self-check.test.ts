import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fillInCompany, mark } from '../support/applicant.ts'
import { enterCode, signInAs } from '../support/sign-in.ts'
import { launchBrowser, type Manner, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

type Way = Required<Manner> & { readonly name: string }

const ways: readonly Way[] = [375, 1280].flatMap((width) => [
  { width, script: true, name: `${width} px` },
  { width, script: false, name: `${width} px without script` }
])

/** A page in its state of the moment: what the script wrote, or what the server answered. */
const said = (visitor: Visitor, selector: string): Promise<string | null> =>
  visitor.page.locator(selector).first().textContent()

/** With a script the next part opens on the same page; without it a page comes. */
const goOn = async (visitor: Visitor, { script }: Way, name: RegExp): Promise<void> => {
  if (script) await visitor.page.getByRole('button', { name }).click()
  else await visitor.press(name)
}

const openCategories = (visitor: Visitor): Promise<readonly string[]> =>
  visitor.page.locator('details.check[open]').evaluateAll((found) => found.map(({ id }) => id))

const openCategory = (visitor: Visitor, number: number): Promise<void> =>
  visitor.page.locator(`#category-${number} summary`).click()

/** Four items in three categories, which is the least that meets the standard. */
const answer = async (visitor: Visitor, way: Way): Promise<void> => {
  await visitor.visit('/self-check')
  expect(await openCategories(visitor)).toEqual(['category-1'])
  await mark(visitor, '1-1')
  await goOn(visitor, way, /長時間労働の抑制/)
  expect(await openCategories(visitor)).toEqual(['category-2'])
  expect(await said(visitor, '[data-progress-text]')).toBe('23項目のうち1項目に回答')
  expect(await said(visitor, '#category-1 [data-verdict]')).toBe('合格の見込み')
  await openCategory(visitor, 5)
  await mark(visitor, '5-1')
  await mark(visitor, '5-2')
  await goOn(visitor, way, /働きやすい職場づくり」へ/)
  await goOn(visitor, way, /地域・社会貢献活動/)
  expect(await said(visitor, '#category-7 [data-verdict]')).toBe('あと1項目で合格')
  await mark(visitor, '7-2')
  await goOn(visitor, way, /申請の条件へ進む/)
  expect(await said(visitor, '.forecast [data-forecast="passed"] >> visible=true')).toBe('3')
  await visitor.tick(/関係法令/)
  await visitor.press('結果を見る')
}

describe.each(ways)('at $name', (way) => {
  it('a newcomer checks, passes the link on, and carries the answers into an application', async () => {
    const visitor = await Visitor.arrive(browser, portalUrl, way)
    await answer(visitor, way)
    expect(await visitor.heading()).toBe('セルフチェックの結果')
    expect(await visitor.text()).toContain('認定基準を満たす見込みです')
    const link = await visitor.page.locator('#link').inputValue()
    expect(new URL(link).search).toMatch(/^\?c=1-2023-[0-9a-z]{12}$/)

    const colleague = await Visitor.arrive(browser, portalUrl, way)
    await colleague.visit(link.slice(portalUrl.length))
    expect(await colleague.text()).toContain('認定基準を満たす見込みです')
    await colleague.leave()

    await visitor.follow('この内容で申請をはじめる')
    expect(await visitor.text()).toContain('セルフチェックの答えを、申請に引き継ぎます')
    await enterCode(visitor, `selfcheck-${way.width}-${way.script}@nouen.example.jp`)
    await fillInCompany(visitor, '玉川農園')
    expect(await visitor.text()).toContain('セルフチェックの答えを4項目引き継ぎました。')
    expect(await visitor.text()).toContain('認定基準を満たす見込みです')
    await visitor.leave()
  })
})

describe('with a script', () => {
  it('the answers stay in the address, so that loading the page anew loses nothing', async () => {
    const visitor = await Visitor.arrive(browser, portalUrl, { width: 375 })
    await visitor.visit('/self-check')
    await mark(visitor, '1-2')
    const { pathname, search } = new URL(visitor.page.url())
    expect(search).toMatch(/^\?c=1-2023-/)
    await visitor.visit(`${pathname}${search}`)
    expect(await visitor.page.locator('[name="mark.1-2"][value="checked"]').isChecked()).toBe(true)
    await visitor.leave()
  })

  it('the keyboard alone is enough: the next category has the focus when it opens', async () => {
    const visitor = await Visitor.arrive(browser, portalUrl)
    await visitor.visit('/self-check')
    const { page } = visitor
    await page.locator('[name="mark.1-1"][value=""]').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await said(visitor, '#category-1 [data-verdict]')).toBe('合格の見込み')
    await page.getByRole('button', { name: /長時間労働の抑制/ }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#category-2 summary').evaluate((element) => element.matches(':focus'))).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.name')).toBe('mark.2-1')
    await visitor.leave()
  })

  it('the result has buttons that copy its link and print it', async () => {
    const visitor = await Visitor.arrive(browser, portalUrl)
    await visitor.visit('/self-check')
    await visitor.press('結果を見る')
    await visitor.page.getByRole('button', { name: 'リンクをコピーする' }).click()
    await visitor.page.locator('[data-copy-status]:not(:empty)').waitFor()
    expect(await visitor.page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(true)
    await visitor.leave()
  })
})

describe('a company with an open draft', () => {
  it('sees what is filled in and what is kept before anything changes', async () => {
    const visitor = await Visitor.arrive(browser, portalUrl, { width: 375 })
    await signInAs(visitor, '株式会社あさか製作所')
    await visitor.visit('/self-check')
    await visitor.page.locator('[name="mark.1-1"][value="unchecked"]').check()
    await openCategory(visitor, 7)
    await mark(visitor, '7-1')
    await visitor.press('結果を見る')
    await visitor.follow('この内容で申請をはじめる')
    const told = await visitor.text()
    expect(told).toContain('まだ答えのない1項目に、セルフチェックの答えを入れます')
    expect(told).toContain('1-1 経営者が理念を表明している')
    await visitor.press('申請に答えを入れる')
    expect(await visitor.text()).toContain('すでに違う答えがある項目（1-1）は、そのまま残しました')
    await visitor.follow(/地域・社会貢献活動/)
    expect(await visitor.page.locator('[name="mark.7-1"][value="checked"]').isChecked()).toBe(true)
    await visitor.leave()
  })
})
