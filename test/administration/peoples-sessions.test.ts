import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { paths } from '../../src/paths.ts'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
let administrator: string
let browser: Browser
beforeAll(async () => {
  portal = await openTestApp()
  administrator = await official(portal.context, 'administrator', '管理 一郎')
})
afterAll(() => portal.close())
let minutes = 0
beforeEach(async () => {
  // An address is mailed few codes within ten minutes.
  minutes += 11
  portal.setNow(new Date(new Date(testNow).getTime() + 60_000 * minutes).toISOString())
  browser = await portal.signIn(administrator)
})

const idOf = async (email: string): Promise<string> => String((await findAccountByEmail(portal.context.db, email))?.id)

const isIn = async (one: Browser, path: string): Promise<boolean> => (await one.get(path)).status === 200

const end = async (email: string) => {
  const answer = await browser.post(paths.peoplesSessions, { email })
  return { ...answer, told: (await browser.get(answer.location ?? '')).body }
}

describe('the sessions of one person', () => {
  it('are reached from the page of the portal’s state', async () => {
    expect((await browser.get(paths.administration)).body).toContain(`href="${paths.peoplesSessions}"`)
    await expectValidHtml((await browser.get(paths.peoplesSessions)).body)
  })

  it.each(['company', 'secretariat'] as const)('end everywhere, of the %s, and of nobody else', async (role) => {
    const email =
      role === 'company' ? 'lost-phone@example.jp' : await official(portal.context, 'secretariat', '事務 花子')
    const home = role === 'company' ? paths.company : paths.desk
    const [one, other] = [await portal.signIn(email), await portal.signIn(email)]
    const bystander = await portal.signIn('bystander@example.jp')
    expect((await end(` ${email.toUpperCase()} `)).status).toBe(303)
    expect([await isIn(one, home), await isIn(other, home)]).toEqual([false, false])
    expect([await isIn(bystander, paths.company), await isIn(browser, paths.administration)]).toEqual([true, true])
    const last = (await historyOf(portal.context.db, await idOf(email))).at(-1)
    expect(last).toMatchObject({ kind: 'sessions-ended', actorName: '管理 一郎', details: { ended: 2 } })
    // Nothing but the sessions: whoever it is signs in again.
    expect(await isIn(await portal.signIn(email), home)).toBe(true)
  })

  it('are answered for in the same words where nobody has the address', async () => {
    await portal.signIn('known@example.jp')
    const [known, unknown] = [await end('known@example.jp'), await end('stranger@example.jp')]
    const shown = ({ told }: { readonly told: string }): string =>
      told.replaceAll(/known@|stranger@/g, '').replaceAll(/name="formToken" value="[^"]*"/g, '')
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location])
    expect(known.told).toContain('known@example.jp でログインしているブラウザーがあれば')
    expect(shown(known)).toBe(shown(unknown))
  })

  it('are not ended without an address', async () => {
    const refused = await browser.post(paths.peoplesSessions, { email: 'nobody' })
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('正しい形式')])
    expect(refused.body).toContain('value="nobody"')
    await expectValidHtml(refused.body)
  })
})

describe('the sessions of everybody', () => {
  it('do not end by one click', async () => {
    const person = await portal.signIn('person@example.jp')
    await expectValidHtml((await browser.get(paths.everybodysSessions)).body)
    const refused = await browser.post(paths.everybodysSessions)
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('チェックを入れてください')])
    await expectValidHtml(refused.body)
    expect(await isIn(person, paths.company)).toBe(true)
  })

  it('end once that was confirmed, the administrator’s own among them', async () => {
    const person = await portal.signIn('person@example.jp')
    const committee = await portal.signIn(await official(portal.context, 'committee', '委員 太郎'))
    const done = await browser.post(paths.everybodysSessions, { confirmed: 'yes' })
    expect([done.status, done.location]).toEqual([303, paths.signIn])
    expect((await browser.get(paths.signIn)).body).toContain('全員のログイン')
    expect([
      await isIn(person, paths.company),
      await isIn(committee, paths.meetings),
      await isIn(browser, paths.administration)
    ]).toEqual([false, false, false])
    const last = (await historyOf(portal.context.db, await idOf(administrator))).at(-1)
    expect(last).toMatchObject({ kind: 'all-sessions-ended', details: { ended: expect.any(Number) } })
    expect(Number(last?.details.ended)).toBeGreaterThan(2)
  })
})
