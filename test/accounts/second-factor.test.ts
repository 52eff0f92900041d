import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { historyOf } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { type App, enrol } from '../support/factor.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp({ env: { SECOND_FACTOR: 'required' } })
})
afterAll(() => portal.close())

let minutes = 0
/** Codes are taken once: each test has a time of its own. */
const wait = (more: number): Date => {
  minutes += more
  const now = new Date(new Date(testNow).getTime() + minutes * 60_000)
  portal.setNow(now.toISOString())
  return now
}
beforeEach(() => wait(60))

const secretary = (): Promise<string> => official(portal.context, 'secretariat', '事務局 太郎')

const enrolled = async () => {
  const email = await secretary()
  const browser = await portal.signIn(email)
  return { email, browser, ...(await enrol(portal, browser)) }
}

const give = (browser: Browser, code: string) => browser.post('/sign-in/factor', { code, return: '' })
const showNow = (app: App): string => app.codeAt(wait(1))
const usersOf = async (email: string): Promise<string> => {
  const { rows } = await portal.context.db.execute(sql`select id from users where email = ${email}`)
  return String(rows[0]?.id)
}

describe('setting up the second factor', () => {
  it('is what an official comes to first, and shows a page that a person can follow without a camera', async () => {
    const browser = await portal.signIn(await secretary())
    expect((await browser.get('/desk')).location).toBe('/account/second-factor?return=%2Fdesk')
    const page = await browser.get('/account/second-factor?return=%2Fdesk')
    expect(page.status).toBe(200)
    expect(page.body).toMatch(/<code class="secret-text">[A-Z2-7]{4}( [A-Z2-7]{4}){7}</)
    await expectValidHtml(page.body)
  })

  it('opens the desk, shows ten recovery codes once, and tells the owner by mail', async () => {
    const { email, browser, recoveryCodes, answer } = await enrolled()
    expect(answer.status).toBe(200)
    expect(new Set(recoveryCodes).size).toBe(10)
    await expectValidHtml(answer.body)
    expect((await browser.get('/desk')).status).toBe(200)
    expect((await browser.get('/account/second-factor')).body).not.toContain(recoveryCodes[0] ?? '-')
    expect((await portal.mails()).find(({ recipient }) => recipient === email)?.kind).toBe('factor-set-up')
  })

  it('shows the same secret however often the page is opened, and another one to another session', async () => {
    const email = await secretary()
    const [one, other] = [await portal.signIn(email), await portal.signIn(email)]
    const secretIn = async (browser: Browser) =>
      (await browser.get('/account/second-factor')).body.match(/secret-text">([^<]+)/)?.[1]
    expect(await secretIn(one)).toBe(await secretIn(one))
    expect(await secretIn(one)).not.toBe(await secretIn(other))
  })

  it('refuses a code that the app does not show, and keeps the secret', async () => {
    const browser = await portal.signIn(await secretary())
    const before = await browser.get('/account/second-factor')
    const refused = await browser.post('/account/second-factor', { code: '000000', current: '' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('数字が違います')
    expect(refused.body.match(/secret-text">[^<]+/)?.[0]).toBe(before.body.match(/secret-text">[^<]+/)?.[0])
    await expectValidHtml(refused.body)
  })

  it('asks to sign in again when the session is older than a quarter of an hour', async () => {
    const browser = await portal.signIn(await secretary())
    const { app } = await enrol(portal, await portal.signIn(await secretary()))
    await browser.get('/account/second-factor')
    const now = wait(16)
    const page = await browser.get('/account/second-factor')
    expect(page.body).toContain('もう一度ログインしてください')
    expect(page.body).not.toContain('secret-text')
    await expectValidHtml(page.body)
    expect((await browser.post('/account/second-factor', { code: app.codeAt(now), current: '' })).status).toBe(409)
    expect((await browser.get('/desk')).status).toBe(303)
  })

  it('keeps neither the secret nor the recovery codes as they are', async () => {
    const { recoveryCodes } = await enrolled()
    const kept = await portal.context.db.execute(sql`select * from second_factors`)
    const codes = await portal.context.db.execute(sql`select * from recovery_codes`)
    const text = JSON.stringify([kept.rows, codes.rows])
    for (const code of recoveryCodes) {
      expect(text).not.toContain(code)
      expect(text).not.toContain(code.replaceAll('-', ''))
    }
  })

  it('signs out every other browser of the account', async () => {
    const email = await secretary()
    const [one, other] = [await portal.signIn(email), await portal.signIn(email)]
    await enrol(portal, one)
    expect((await other.get('/account/second-factor')).location).toContain('/sign-in?return=')
  })
})

describe('signing in to an account with a second factor', () => {
  it('opens nothing by the code from the mail alone, and the desk with the app', async () => {
    const { email, app } = await enrolled()
    const browser = await portal.signIn(email)
    expect((await browser.get('/desk')).location).toBe('/sign-in/factor?return=%2Fdesk')
    await expectValidHtml((await browser.get('/sign-in/factor')).body)
    const passed = await browser.post('/sign-in/factor', { code: showNow(app), return: '/meetings' })
    expect([passed.status, passed.location]).toEqual([303, '/meetings'])
    expect((await browser.get('/desk')).status).toBe(200)
  })

  it('cannot replace the app by the code from the mail alone', async () => {
    const { email } = await enrolled()
    const browser = await portal.signIn(email)
    expect((await browser.get('/account/second-factor')).location).toBe('/sign-in/factor')
    expect((await browser.post('/account/second-factor', { code: '123456' })).location).toBe('/sign-in/factor')
  })

  it('takes a code once, even for another sign-in', async () => {
    const { email, app } = await enrolled()
    const [one, other] = [await portal.signIn(email), await portal.signIn(email)]
    const code = showNow(app)
    expect((await give(one, code)).status).toBe(303)
    const again = await give(other, code)
    expect(again.status).toBe(422)
    expect(again.body).toContain('認証コードが違います')
    await expectValidHtml(again.body)
  })

  it.each([
    [-61, 422],
    [-31, 303],
    [31, 303],
    [61, 422]
  ])('takes the code of a clock that is %i seconds off: %i', async (seconds, status) => {
    const { email, app } = await enrolled()
    const browser = await portal.signIn(email)
    const step = 30_000
    const now = Math.floor(wait(5).getTime() / step) * step + step / 2
    portal.setNow(new Date(now).toISOString())
    expect((await give(browser, app.codeAt(new Date(now + seconds * 1000)))).status).toBe(status)
  })

  it('changes the token: the one of the half session opens nothing', async () => {
    const { email, app } = await enrolled()
    const browser = await portal.signIn(email)
    const half = browser.cookie('wlgb_session')
    await give(browser, showNow(app))
    expect(browser.cookie('wlgb_session')).not.toBe(half)
    const thief = await portal.visitor().get('/desk', { cookie: `wlgb_session=${half}` })
    expect(thief.location).toContain('/sign-in?return=')
  })

  it('takes each recovery code once and tells the owner', async () => {
    const { email, recoveryCodes } = await enrolled()
    const [code = ''] = recoveryCodes
    expect((await give(await portal.signIn(email), code)).status).toBe(303)
    const mail = (await portal.mails()).find(({ recipient }) => recipient === email)
    expect([mail?.kind, mail?.body]).toEqual(['recovery-code-used', expect.stringContaining('残りの回復コードは9個')])
    expect((await give(await portal.signIn(email), code)).status).toBe(422)
  })

  it('stops after ten wrong codes in an hour, also for the right one', async () => {
    const { email, app } = await enrolled()
    const browser = await portal.signIn(email)
    for (let count = 0; count < 10; count++) expect((await give(browser, '000000')).status).toBe(422)
    const refused = await give(browser, showNow(app))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('1時間ほど待ってから')
    wait(61)
    expect((await give(browser, showNow(app))).status).toBe(303)
  })

  it('is written into the history', async () => {
    const { email, app } = await enrolled()
    await give(await portal.signIn(email), showNow(app))
    const history = await historyOf(portal.context.db, await usersOf(email))
    expect(history.map(({ kind }) => kind)).toEqual([
      'role-granted',
      'signed-in',
      'factor-set-up',
      'signed-in',
      'factor-given'
    ])
  })
})

describe('another device', () => {
  it('is set up with a code of the present one, which then opens nothing', async () => {
    const { email, browser, app } = await enrolled()
    const { app: newer, answer } = await enrol(portal, browser, showNow(app))
    expect(answer.status).toBe(200)
    const again = await portal.signIn(email)
    expect((await give(again, showNow(app))).status).toBe(422)
    expect((await give(again, showNow(newer))).status).toBe(303)
  })

  it('is set up with a recovery code; the recovery codes of before are worthless', async () => {
    const { email, browser, recoveryCodes } = await enrolled()
    wait(1)
    const { answer } = await enrol(portal, browser, recoveryCodes[0])
    expect(answer.status).toBe(200)
    expect((await give(await portal.signIn(email), recoveryCodes[1] ?? '')).status).toBe(422)
  })

  it('is not set up without a code of the present one', async () => {
    const { browser } = await enrolled()
    wait(1)
    const { answer } = await enrol(portal, browser, '000000')
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('いまの認証コードが違います')
    await expectValidHtml(answer.body)
  })

  it('is not set up later than a quarter of an hour after signing in, even with a code of the present one', async () => {
    const { browser, app } = await enrolled()
    const now = wait(16)
    const page = await browser.get('/account/second-factor')
    expect(page.body).toContain('もう一度ログインしてください')
    expect(page.body).not.toContain('secret-text')
    await expectValidHtml(page.body)
    const refused = await browser.post('/account/second-factor', { code: '000000', current: app.codeAt(now) })
    expect(refused.status).toBe(409)
    await expectValidHtml(refused.body)
  })
})

describe('giving the second factor up', () => {
  it('is not open to officials', async () => {
    const { browser, app } = await enrolled()
    expect((await browser.get('/account/second-factor')).body).not.toContain('二段階認証をやめる')
    expect((await browser.post('/account/second-factor/removal', { code: showNow(app) })).status).toBe(409)
  })

  it('is open to a company’s person who had set it up without being asked', async () => {
    const browser = await portal.signIn('voluntary@example.jp')
    expect((await browser.get('/company')).status).toBe(200)
    const { app } = await enrol(portal, browser)
    expect((await (await portal.signIn('voluntary@example.jp')).get('/company')).location).toContain('/sign-in/factor')
    const wrong = await browser.post('/account/second-factor/removal', { code: '000000' })
    expect(wrong.status).toBe(422)
    await expectValidHtml(wrong.body)
    expect((await browser.post('/account/second-factor/removal', { code: showNow(app) })).status).toBe(303)
    expect((await (await portal.signIn('voluntary@example.jp')).get('/company')).status).toBe(200)
  })

  it('is not open later than a quarter of an hour after signing in', async () => {
    const browser = await portal.signIn('late@example.jp')
    const { app } = await enrol(portal, browser)
    const now = wait(16)
    expect((await browser.get('/account/second-factor')).body).not.toContain('二段階認証をやめる')
    const refused = await browser.post('/account/second-factor/removal', { code: app.codeAt(now) })
    expect(refused.status).toBe(409)
    await expectValidHtml(refused.body)
    expect((await (await portal.signIn('late@example.jp')).get('/company')).location).toContain('/sign-in/factor')
  })
})
