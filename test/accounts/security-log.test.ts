import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { grantRole } from '../../src/accounts/grant-role.ts'
import { paths } from '../../src/paths.ts'
import { systemActor } from '../../src/platform/audit.ts'
import { codeFor, openTestApp, type TestApp, testNow } from '../support/app.ts'
import { official } from '../support/cases.ts'
import { draftCase } from '../support/drafts.ts'
import { enrol } from '../support/factor.ts'
import { answerOf, startIdentityProvider, type TestProvider } from '../support/identity-provider.ts'

const demoPerson = { name: '試験 太郎', email: 'demo@log.example.jp', about: '試験のための人' }

let provider: TestProvider
let portal: TestApp
beforeAll(async () => {
  provider = await startIdentityProvider()
  portal = await openTestApp({
    demoPeople: [demoPerson],
    env: {
      ...provider.env('CITY'),
      OIDC_CITY_ACR: 'mfa',
      SECOND_FACTOR: 'required',
      LOG_LEVEL: 'info'
    }
  })
})
afterAll(async () => {
  await portal.close()
  await provider.close()
})

type Line = { readonly level: number; readonly msg: string; readonly account?: string; readonly security?: unknown }

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null && 'msg' in value

const lines = (): readonly Line[] =>
  portal
    .log()
    .split('\n')
    .filter((text) => text !== '')
    .map((text): unknown => JSON.parse(text))
    .filter(isLine)

let from = 0
/** What was written until now is not looked at. */
const begin = (): void => {
  from = lines().length
}
beforeEach(begin)

/** What was written about security since the test began, without the lines of the requests. */
const noted = () =>
  lines()
    .slice(from)
    .flatMap(({ security }) => (security === undefined ? [] : [security]))

/** How grave each of these lines is. */
const levels = () =>
  lines()
    .slice(from)
    .flatMap(({ level, security }) => (security === undefined ? [] : [level]))

const [information, warning] = [30, 40]

const idOf = async (email: string): Promise<string> => (await findAccountByEmail(portal.context.db, email))?.id ?? ''

const step = (path: string): string => `POST ${path}`

describe('a sign-in', () => {
  it('by a mailed code is told with each failure before it, whoever it is about', async () => {
    const email = 'code@log.example.jp'
    await portal.signIn(email)
    const account = await idOf(email)
    begin()
    const browser = portal.visitor()
    await browser.post(paths.signIn, { email })
    const code = codeFor(await portal.mails(), email)
    await browser.post(paths.signInCode, { email, code: code === '000000' ? '111111' : '000000' })
    await browser.post(paths.signInCode, { email, code })
    await portal.visitor().post(paths.signInCode, { email: 'nobody@log.example.jp', code })
    const route = step(paths.signInCode)
    expect(noted()).toEqual([
      { event: 'sign-in-failed', by: 'code', reason: 'wrong', account, route },
      { event: 'signed-in', by: 'code', account, route },
      { event: 'sign-in-failed', by: 'code', reason: 'expired', account: null, route }
    ])
    expect(levels()).toEqual([warning, information, warning])
  })

  it('with a second factor is told step by step', async () => {
    const email = await official(portal.context, 'secretariat', '事務局 太郎')
    const account = await idOf(email)
    const first = await portal.signIn(email)
    const { app, recoveryCodes } = await enrol(portal, first)
    begin()
    await enrol(portal, first, '000000')
    const browser = await portal.signIn(email)
    await browser.get(paths.desk)
    await browser.post(paths.signInFactor, { code: '000000' })
    await browser.post(paths.signInFactor, { code: recoveryCodes[0] ?? '' })
    await browser.post(paths.secondFactorRemoval, { code: app.codeAt(portal.context.clock.now()) })
    expect(noted()).toEqual([
      { event: 'factor-failed', at: 'set-up', reason: 'wrong-current', account, route: step(paths.secondFactor) },
      { event: 'signed-in', by: 'code', account, route: step(paths.signInCode) },
      { event: 'access-refused', reason: 'factor', account, route: `GET ${paths.desk}` },
      { event: 'factor-failed', at: 'sign-in', reason: 'wrong', account, route: step(paths.signInFactor) },
      { event: 'factor-given', by: 'recovery', account, route: step(paths.signInFactor) },
      { event: 'factor-failed', at: 'removal', reason: 'required', account, route: step(paths.secondFactorRemoval) }
    ])
  })

  it('has its second factor set up and given up again in the log', async () => {
    const browser = await portal.signIn('voluntary@log.example.jp')
    const account = await idOf('voluntary@log.example.jp')
    begin()
    const { recoveryCodes } = await enrol(portal, browser)
    await browser.post(paths.secondFactorRemoval, { code: recoveryCodes[0] ?? '' })
    expect(noted()).toEqual([
      { event: 'factor-changed', to: 'set-up', account, route: step(paths.secondFactor) },
      { event: 'factor-changed', to: 'removed', account, route: step(paths.secondFactorRemoval) }
    ])
  })

  it('at an identity provider is told with its factor, and with why there was none', async () => {
    portal.setNow(new Date().toISOString())
    const email = 'city@log.example.jp'
    const account = await grantRole(portal.context, { email, name: '', role: 'secretariat', actor: systemActor })
    provider.person = { claims: { sub: 'city-1', email, email_verified: true }, acr: 'mfa' }
    const browser = portal.visitor()
    begin()
    await browser.get(await answerOf(provider, browser, 'city'))
    provider.person = null
    const other = portal.visitor()
    await other.get(await answerOf(provider, other, 'city'))
    const route = `GET ${paths.providerAnswer(':provider')}`
    expect(noted()).toEqual([
      { event: 'signed-in', by: 'city', account, route },
      { event: 'factor-given', by: 'city', account, route },
      { event: 'sign-in-failed', by: 'city', reason: 'declined', account: null, route }
    ])
    portal.setNow(testNow)
  })

  it('in the demo is told too', async () => {
    const browser = portal.visitor()
    expect((await browser.post(paths.demoSession, { email: demoPerson.email })).status).toBe(303)
    expect((await portal.visitor().post(paths.demoSession, { email: 'other@log.example.jp' })).status).toBe(404)
    const account = await idOf(demoPerson.email)
    const route = step(paths.demoSession)
    expect(noted()).toEqual([
      { event: 'signed-in', by: 'demo', account, route },
      { event: 'sign-in-failed', by: 'demo', reason: 'unknown', account: null, route }
    ])
  })
})

describe('a refusal', () => {
  it('tells whose session asked for what: a page of others, a case of others, a page that needs a session', async () => {
    const { applicationId } = await draftCase(portal.context)
    const browser = await portal.signIn('curious@log.example.jp')
    const account = await idOf('curious@log.example.jp')
    begin()
    expect((await browser.get(paths.desk)).status).toBe(404)
    expect((await browser.get(paths.application(applicationId))).status).toBe(404)
    expect((await portal.visitor().get(paths.desk)).status).toBe(303)
    expect((await browser.get('/nowhere')).status).toBe(404)
    expect(noted()).toEqual([
      { event: 'access-refused', reason: 'role', account, route: `GET ${paths.desk}` },
      { event: 'access-refused', reason: 'absent', account, route: `GET ${paths.application(':id')}` },
      { event: 'access-refused', reason: 'session', account: null, route: `GET ${paths.desk}` }
    ])
    expect(levels()).toEqual([warning, warning, information])
  })

  it('of a form tells whether its token or its origin was wrong', async () => {
    const browser = await portal.signIn('forms@log.example.jp')
    const account = await idOf('forms@log.example.jp')
    begin()
    await browser.post(paths.profile, { formToken: 'x' })
    await browser.post(paths.profile, {}, { 'sec-fetch-site': 'cross-site' })
    const route = step(paths.profile)
    expect(noted()).toEqual([
      { event: 'form-refused', reason: 'token', account, route },
      // Before anybody is looked up.
      { event: 'form-refused', reason: 'origin', account: null, route }
    ])
  })

  it('of what cannot come from a page of ours tells the status', async () => {
    const browser = await portal.signIn('bodies@log.example.jp')
    const account = await idOf('bodies@log.example.jp')
    begin()
    await browser.post(paths.profile, { name: 'x'.repeat(1_100_000) })
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    await browser.send({ method: 'POST', url: paths.profile, payload: '{}', headers })
    const route = step(paths.profile)
    expect(noted()).toEqual([
      { event: 'content-refused', status: 413, account, route },
      { event: 'content-refused', status: 415, account, route }
    ])
  })

  it('by a limit tells which one was reached', async () => {
    const email = 'limits@log.example.jp'
    for (let time = 0; time < 6; time++) await portal.visitor().post(paths.signIn, { email })
    const ask = () =>
      portal.visitor().send({ method: 'GET', url: paths.providerSignIn('city'), remoteAddress: '198.51.100.9' })
    for (let time = 0; time < 21; time++) await ask()
    expect(noted()).toEqual([
      { event: 'limit-reached', limit: 'codes', account: null, route: step(paths.signIn) },
      { event: 'limit-reached', limit: 'requests', account: null, route: `GET ${paths.providerSignIn(':provider')}` }
    ])
  })

  it('for too many wrong codes names the account that they were tried on', async () => {
    const email = await official(portal.context, 'secretariat', '事務局 次郎')
    const account = await idOf(email)
    const browser = await portal.signIn(email)
    await enrol(portal, browser)
    const half = await portal.signIn(email)
    begin()
    for (let time = 0; time < 11; time++) await half.post(paths.signInFactor, { code: '000000' })
    for (const tries of [5, 5, 1]) {
      const stranger = portal.visitor()
      await stranger.post(paths.signIn, { email })
      for (let time = 0; time < tries; time++) await stranger.post(paths.signInCode, { email, code: '000000' })
    }
    const reached = noted().filter((line) => JSON.stringify(line).includes('limit-reached'))
    expect(reached).toEqual([
      { event: 'limit-reached', limit: 'wrong-factors', account, route: step(paths.signInFactor) },
      { event: 'limit-reached', limit: 'wrong-codes', account, route: step(paths.signInCode) }
    ])
  })
})

describe('the line of an answer', () => {
  it('names the account behind the request, and none where nobody is signed in', async () => {
    const browser = await portal.signIn('line@log.example.jp')
    begin()
    await browser.get(paths.company)
    await portal.visitor().get(paths.privacy)
    const answered = lines()
      .slice(from)
      .filter(({ msg }) => msg === 'request completed')
    expect(answered.map(({ account }) => account)).toEqual([await idOf('line@log.example.jp'), undefined])
  })

  it('stands beside nothing that a person typed', () => {
    for (const word of ['log.example.jp', encodeURIComponent('@log.example.jp'), '事務局', 'wlgb_'])
      expect(portal.log()).not.toContain(word)
  })
})
