import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { companies } from '../../fixtures/cases/companies.ts'
import { signInByCode } from '../support/sign-in.ts'
import { launchBrowser, type Manner, Visitor } from '../support/visitor.ts'

const portalUrl = inject('portalUrl')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

/** A certified company of the demo on its home, with a count of what it enters and asks for from there. */
const atHome = async (key: 'tsukishiro' | 'isogawa', manner: Manner) => {
  const visitor = await Visitor.arrive(browser, portalUrl, manner)
  await signInByCode(visitor, companies[key].contactEmail)
  expect(visitor.path()).toBe('/company')
  const before = visitor.navigations
  let entries = 0
  const count = async (act: Promise<unknown>): Promise<void> => {
    entries += 1
    await act
  }
  // The home itself is the first of the requests.
  return { visitor, count, entries: () => entries, requests: () => 1 + visitor.navigations - before }
}

type Home = Awaited<ReturnType<typeof atHome>>

const attest = async ({ visitor, count }: Home): Promise<string> => {
  await count(visitor.tick(/記載内容は事実と相違ありません/))
  await visitor.press('申請する')
  return (await visitor.text()).match(/R\d+-\d{3}/)?.[0] ?? ''
}

describe('a renewal with nothing new', () => {
  it('takes the figures of this year, one tick and seven requests', async () => {
    const home = await atHome('tsukishiro', { width: 1280 })
    const { visitor, count } = home
    await visitor.press('更新の申請をはじめる')
    expect(await visitor.heading()).toBe('更新の申請')
    const field = (name: string) => visitor.page.locator(`[name="${name}"]`)
    const blanks = await visitor.page
      .locator('.renewal-figures-beside')
      .locator('input[type="text"]:visible, select:visible')
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name') ?? ''))
    const years = blanks.filter((name) => name.endsWith('.month'))
    for (const [index, name] of years.entries()) await count(field(name).fill(['11.0', '10.4', '9.1'][index] ?? '0'))
    await count(field('4-3.rows.0.year').selectOption({ index: 1 }))
    await count(field('4-3.rows.0.men').fill('1'))
    await count(field('4-3.rows.0.women').fill('2'))
    await visitor.press('保存して確認へ進む')
    const confirmation = await visitor.text()
    expect(confirmation).toContain('事務局の確認だけで更新できる見込みです')
    expect(confirmation).toContain('年ごとの数字のほかに、前回から変わったところはありません。')
    expect(await attest(home)).not.toBe('')
    expect({ entries: home.entries(), requests: home.requests() }).toEqual({ entries: 7, requests: 7 })
    await visitor.follow('申請の状況を見る')
    await visitor.leave()
  })
})

describe('a renewal in which a category no longer passes', () => {
  it('says so before it is sent, late, on a phone and without script, and is mended', async () => {
    const home = await atHome('isogawa', { width: 375, script: false })
    const { visitor, count } = home
    expect(await visitor.text()).toContain('まで受け付けます')
    await visitor.press('更新の申請をはじめる')
    expect(await visitor.text()).toContain('認定期間が終わってから')
    const form = visitor.path()
    const answer = async (words: string) => {
      const item = visitor.page.locator('#item-7-2')
      await item.locator('summary').last().click()
      await count(item.getByText(words, { exact: true }).last().click())
      await visitor.press('保存して確認へ進む')
      return visitor.text()
    }
    const flipped = await answer('当てはまらない')
    expect(flipped).toContain('委員会の意見を聴いて、審査し直す見込みです')
    expect(flipped).toContain('「7 地域・社会貢献活動」が合格の基準に届かなくなりました。')
    await visitor.visit(form)
    expect(await answer('当てはまる')).toContain('事務局の確認だけで更新できる見込みです')
    expect(await attest(home)).not.toBe('')
    expect({ entries: home.entries(), requests: home.requests() }).toEqual({ entries: 3, requests: 10 })
    expect(await visitor.text()).toContain('日後の提出です')
    await visitor.leave()
  })
})
