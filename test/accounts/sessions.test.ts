import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { beginSession } from '../../src/accounts/begin-session.ts'
import { browserName } from '../../src/accounts/browser-name.ts'
import { grantRole } from '../../src/accounts/grant-role.ts'
import { makeSecretKeys } from '../../src/accounts/make-secret-keys.ts'
import { removeEndedSignIns } from '../../src/accounts/remove-ended-sign-ins.ts'
import { sessionsPerAccount } from '../../src/accounts/session-limits.ts'
import { historyOf, systemActor } from '../../src/platform/audit.ts'
import { codeFor, openTestApp, type TestApp, testNow } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { official } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp({ sessionsEnd: true })
})
afterAll(() => portal.close())

const minute = 60_000
const hour = 60 * minute
const moveTo = (milliseconds: number): void =>
  portal.setNow(new Date(new Date(testNow).getTime() + milliseconds).toISOString())

const isIn = async (browser: Browser, path: string): Promise<boolean> => (await browser.get(path)).status === 200

describe('a session that is not used', () => {
  it.each([
    ['company', '/company', 12 * hour],
    ['secretariat', '/desk', hour],
    ['committee', '/meetings', hour],
    ['administrator', '/administration', hour]
  ] as const)('ends for the %s at its idle limit, and is prolonged by use before', async (role, path, idle) => {
    moveTo(0)
    const email = role === 'company' ? `${role}@idle.example.jp` : await official(portal.context, role, '職員 太郎')
    const [used, left] = [await portal.signIn(email), await portal.signIn(email)]
    moveTo(idle - 1)
    expect(await isIn(used, path)).toBe(true)
    moveTo(idle)
    expect([await isIn(used, path), await isIn(left, path)]).toEqual([true, false])
    moveTo(2 * idle)
    expect(await isIn(used, path)).toBe(false)
  })

  it.each([
    ['company', '/company', 7 * 24 * hour, 11 * hour],
    ['secretariat', '/desk', 12 * hour, 50 * minute]
  ] as const)('ends for the %s at its absolute limit, however much it is used', async (role, path, absolute, every) => {
    moveTo(0)
    const email = role === 'company' ? 'busy@example.jp' : await official(portal.context, role, '職員 次郎')
    const browser = await portal.signIn(email)
    for (let passed = every; passed < absolute; passed += every) {
      moveTo(passed)
      expect(await isIn(browser, path)).toBe(true)
    }
    moveTo(absolute)
    expect(await isIn(browser, path)).toBe(false)
  })

  it('is noted as used every two minutes at most', async () => {
    moveTo(0)
    const browser = await portal.signIn('noted@example.jp')
    const seen = async () => {
      const { rows } = await portal.context.db.execute(
        sql`select last_seen_at from sessions join users on users.id = user_id where email = 'noted@example.jp'`
      )
      return new Date(String(rows[0]?.last_seen_at)).getTime() - new Date(testNow).getTime()
    }
    moveTo(2 * minute)
    await browser.get('/company')
    expect(await seen()).toBe(0)
    moveTo(2 * minute + 1)
    await browser.get('/company')
    expect(await seen()).toBe(2 * minute + 1)
  })

  it('is removed with codes and counts whose time is over', async () => {
    moveTo(0)
    await portal.signIn('swept@example.jp')
    await portal.visitor().post('/sign-in', { email: 'swept@example.jp' })
    moveTo(7 * 24 * hour + 1)
    const removed = await removeEndedSignIns(portal.context)
    expect(removed.sessions).toBeGreaterThan(0)
    expect(removed.codes).toBeGreaterThan(0)
    expect(removed.attempts).toBeGreaterThan(0)
    expect(await removeEndedSignIns(portal.context)).toEqual({ sessions: 0, codes: 0, attempts: 0 })
    moveTo(0)
  })
})

describe('a person', () => {
  const sessionsOf = async (email: string): Promise<number> => {
    const { rows } = await portal.context.db.execute(
      sql`select count(*)::int as kept from sessions join users on users.id = user_id where email = ${email}`
    )
    return Number(rows[0]?.kept)
  }

  it('is signed in at ten places at most: one more ends the one that was not used for longest', async () => {
    const browsers: Browser[] = []
    for (let place = 0; place < sessionsPerAccount; place++) {
      moveTo(place * 3 * minute)
      browsers.push(await portal.signIn('everywhere@example.jp'))
    }
    moveTo(60 * minute)
    const [first, second, ...others] = browsers
    if (first === undefined || second === undefined) throw new Error('ten browsers are signed in')
    expect(await isIn(first, '/company')).toBe(true)
    moveTo(65 * minute)
    const eleventh = await portal.signIn('everywhere@example.jp')
    expect(await isIn(second, '/company')).toBe(false)
    for (const browser of [first, eleventh, ...others]) expect(await isIn(browser, '/company')).toBe(true)
    const userId = String((await findAccountByEmail(portal.context.db, 'everywhere@example.jp'))?.id)
    const last = (await historyOf(portal.context.db, userId)).at(-1)
    expect([last?.kind, last?.details]).toMatchObject(['signed-in', { ended: 1 }])
    expect((await eleventh.get('/account/sessions')).body).toContain('同時にログインできるブラウザーは10個までです')
    moveTo(0)
  })

  it('is so too when many sign-ins come at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => portal.signIn('crowd@example.jp')))
    const { db, clock, ids } = portal.context
    const userId = String((await findAccountByEmail(db, 'crowd@example.jp'))?.id)
    const keys = makeSecretKeys('a secret of this test that is long enough')
    const signIn = { userId, method: 'code', browser: 'Firefox', earlierToken: null } as const
    await Promise.all(
      Array.from({ length: 15 }, () => db.transaction((tx) => beginSession(tx, { clock, ids }, { keys }, signIn)))
    )
    expect(await sessionsOf('crowd@example.jp')).toBe(sessionsPerAccount)
  })
})

describe('the token of a session', () => {
  it('is new at each sign-in, and the one before ends', async () => {
    const browser = await portal.signIn('rotating@example.jp')
    const before = browser.cookie('wlgb_session')
    await browser.post('/sign-in', { email: 'rotating@example.jp' })
    await browser.post('/sign-in/code', {
      email: 'rotating@example.jp',
      code: codeFor(await portal.mails(), 'rotating@example.jp')
    })
    expect(browser.cookie('wlgb_session')).not.toBe(before)
    const thief = await portal.visitor().get('/company', { cookie: `wlgb_session=${before}` })
    expect(thief.status).toBe(303)
  })

  it('is not taken from outside: a planted one never becomes a session', async () => {
    const planted = 'p'.repeat(43)
    const victim = portal.visitor()
    await victim.post('/sign-in', { email: 'victim@example.jp' }, { cookie: `wlgb_session=${planted}` })
    expect((await portal.visitor().get('/company', { cookie: `wlgb_session=${planted}` })).status).toBe(303)
  })

  it('does not stand in the database: what stands there opens nothing', async () => {
    const browser = await portal.signIn('dumped@example.jp')
    const { rows } = await portal.context.db.execute(sql`select * from sessions`)
    expect(JSON.stringify(rows)).not.toContain(browser.cookie('wlgb_session'))
    for (const { token_hash } of rows)
      expect((await portal.visitor().get('/company', { cookie: `wlgb_session=${token_hash}` })).status).toBe(303)
  })
})

describe('the page of own sessions', () => {
  it('shows when and with which kind of browser, and marks this one', async () => {
    const [one, other] = [await portal.signIn('list@example.jp'), await portal.signIn('list@example.jp')]
    const page = await one.get('/account/sessions')
    expect(page.body.match(/ログアウトさせる<\/button>/g)).toHaveLength(2)
    expect(page.body).toContain('（このブラウザー）')
    expect(page.body).toContain('最後に使ってから12時間、長くても7日')
    await expectValidHtml(page.body)
    expect((await other.get('/account/sessions')).status).toBe(200)
  })

  it('ends one other, but not somebody else’s', async () => {
    const [one, other] = [await portal.signIn('pair@example.jp'), await portal.signIn('pair@example.jp')]
    const { body } = await one.get('/account/sessions')
    const [, path = ''] = body.match(/action="(\/account\/sessions\/[0-9a-f-]+\/removal)"/) ?? []
    expect((await (await portal.signIn('stranger@example.jp')).post(path)).status).toBe(404)
    expect((await one.post(path)).status).toBe(303)
    expect([await isIn(one, '/company'), await isIn(other, '/company')]).toEqual([true, false])
  })

  it('ends all others', async () => {
    const browsers = [1, 2, 3].map(() => portal.signIn('many@example.jp'))
    const [one, ...others] = await Promise.all(browsers)
    expect((await one?.post('/account/sessions/removal'))?.status).toBe(303)
    for (const browser of others) expect(await isIn(browser, '/company')).toBe(false)
    expect((await one?.get('/account/sessions'))?.body).not.toContain('すべてログアウトさせる')
  })

  it('tells the page’s script how long the session lasts when it goes on', async () => {
    moveTo(0)
    const browser = await portal.signIn('going-on@example.jp')
    moveTo(11 * hour)
    const answer = await browser.get('/account/session', { accept: 'application/json' })
    expect(answer.json()).toEqual({ seconds: 12 * 3600 })
    await expectValidHtml((await browser.get('/account/session')).body)
    moveTo(0)
  })
})

describe('every session of an account', () => {
  it('ends when a role is given', async () => {
    const [one, other] = [await portal.signIn('promoted@example.jp'), await portal.signIn('promoted@example.jp')]
    const role = { email: 'promoted@example.jp', name: '昇進 太郎', role: 'secretariat', actor: systemActor } as const
    await grantRole(portal.context, role)
    for (const browser of [one, other]) expect((await browser.get('/company')).location).toContain('/sign-in')
  })

  it('ends when a company’s person is removed', async () => {
    const { email, companyId } = await draftCase(portal.context)
    const colleague = await portal.signIn('removed@example.jp')
    const { rows } = await portal.context.db.execute(sql`select id from users where email = 'removed@example.jp'`)
    const id = String(rows[0]?.id)
    await portal.context.db.execute(
      sql`insert into company_members (company_id, user_id, since) values (${companyId}, ${id}, now())`
    )
    expect(await isIn(colleague, '/company/members')).toBe(true)
    expect((await (await portal.signIn(email)).post(`/company/members/${id}/removal`)).status).toBe(303)
    expect((await colleague.get('/company')).location).toContain('/sign-in')
  })
})

describe('the kind of browser', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome（Windows）'
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Microsoft Edge（Windows）'
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari（iPhone）'
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox（Mac）'],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome（Android）'
    ],
    ['curl/8.0', '不明なブラウザー'],
    ['<script>', '不明なブラウザー'],
    [undefined, '不明なブラウザー']
  ])('of %s is %s', (userAgent, name) => expect(browserName(userAgent)).toBe(name))
})
