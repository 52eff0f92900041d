import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAccountByEmail } from '../../src/accounts/account-store.ts'
import { grantRole } from '../../src/accounts/grant-role.ts'
import { historyOf, systemActor } from '../../src/platform/audit.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'
import { answerOf, startIdentityProvider, type TestProvider } from '../support/identity-provider.ts'

let provider: TestProvider
let portal: TestApp

beforeAll(async () => {
  provider = await startIdentityProvider()
  portal = await openTestApp({
    env: { ...provider.env('CITY'), ...provider.env('GBIZ'), OIDC_CITY_ACR: 'mfa', SECOND_FACTOR: 'required' }
  })
})
afterAll(async () => {
  await portal.close()
  await provider.close()
})
beforeEach(() => portal.setNow(new Date().toISOString()))
afterEach(() => {
  provider.isDown = false
})

let people = 0

/** An official with an account at the provider who signs in next. */
const official = async (changes: Readonly<Record<string, unknown>> = {}) => {
  const email = `official${++people}@city.example.jp`
  const userId = await grantRole(portal.context, { email, name: '職員', role: 'secretariat', actor: systemActor })
  provider.person = { claims: { sub: `city-${people}`, email, email_verified: true, ...changes }, acr: 'mfa' }
  return { email, userId }
}

/** A company's person with a prime account of GビズID who signs in next. */
const companyPerson = (changes: Readonly<Record<string, unknown>> = {}): string => {
  const email = `company${++people}@company.example.jp`
  provider.person = { claims: { sub: `gbiz-${people}`, email, email_verified: true, ...changes } }
  return email
}

const signIn = async (id: 'city' | 'gbiz', returnTo = '') => {
  const browser = portal.visitor()
  return { browser, answer: await browser.get(await answerOf(provider, browser, id, returnTo)) }
}

const expectRefusal = (answer: { status: number; body: string }, status: number, words: string) => {
  expect(answer.status).toBe(status)
  expect(answer.body).toContain(words)
}

describe('the way to a provider', () => {
  it.each(['cross-site', 'same-site'])(
    'is not gone when a page of another site sends a browser there (%s)',
    async (site) => {
      const visitor = portal.visitor()
      const sent = await visitor.get('/sign-in/with/city?return=%2Fdesk', { 'sec-fetch-site': site })
      expect([sent.status, sent.location]).toEqual([303, '/sign-in?return=%2Fdesk'])
    }
  )

  it.each(['same-origin', 'none'])('is gone from a page of ours or by a typed address (%s)', async (site) => {
    const sent = await portal.visitor().get('/sign-in/with/city', { 'sec-fetch-site': site })
    expect(sent.location).toMatch(/^https?:/)
  })
})

describe('an official', () => {
  it('signs in at the city’s provider and goes on to where they wanted to be', async () => {
    const { userId } = await official()
    const { browser, answer } = await signIn('city', '/desk?q=1')
    expect([answer.status, answer.location]).toEqual([303, '/desk?q=1'])
    expect((await browser.get('/desk')).status).toBe(200)
    const kinds = (await historyOf(portal.context.db, userId)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['identity-linked', 'signed-in']))
  })

  it('gives the second factor here when it was not given there', async () => {
    await official()
    provider.person = provider.person === null ? null : { claims: provider.person.claims }
    const { browser, answer } = await signIn('city')
    expect(answer.location).toBe('/account/second-factor')
    expect((await browser.get('/desk')).status).toBe(303)
  })

  it('stays who they are when the provider knows a new address of them', async () => {
    const { userId } = await official()
    await signIn('city')
    const sub = `city-${people}`
    provider.person = { claims: { sub, email: 'married@city.example.jp', email_verified: true }, acr: 'mfa' }
    const { answer } = await signIn('city')
    expect(answer.location).toBe('/desk')
    const signedIn = (await historyOf(portal.context.db, userId)).filter(({ kind }) => kind === 'signed-in')
    expect(signedIn).toHaveLength(2)
  })

  it('is not who had the address before', async () => {
    const { email } = await official()
    await signIn('city')
    provider.person = { claims: { sub: 'the-next-one', email, email_verified: true }, acr: 'mfa' }
    expectRefusal((await signIn('city')).answer, 403, '別のアカウントと結び付いています')
  })

  it('needs a role here, which signing in never gives', async () => {
    provider.person = { claims: { sub: 'stranger', email: 'stranger@city.example.jp', email_verified: true } }
    expectRefusal((await signIn('city')).answer, 403, '役割がありません')
    const email = companyPerson()
    await portal.signIn(email)
    expectRefusal((await signIn('city')).answer, 403, '役割がありません')
  })

  it('is asked to sign out at the provider too', async () => {
    await official()
    const { browser } = await signIn('city')
    const out = await browser.post('/sign-out')
    expect([out.status, out.location]).toEqual([303, '/sign-out/city'])
    expect(out.headers['clear-site-data']).toBe('"storage"')
    const page = await browser.get('/sign-out/city')
    expect(page.body).toContain(`href="${provider.issuer}/session/end?`)
    await expectValidHtml(page.body)
    expect((await browser.get('/desk')).status).toBe(303)
  })
})

describe('a company’s person', () => {
  it('signs in through GビズID, and the number that it has checked stands in the profile', async () => {
    companyPerson({ account_type: '2', corp_type: '1', corporate_number: '5000012010019' })
    const { browser, answer } = await signIn('gbiz')
    expect([answer.status, answer.location]).toEqual([303, '/company'])
    expect((await browser.get('/company/profile')).body).toContain('value="5000012010019"')
  })

  it('finds no number in the profile that nobody has checked', async () => {
    companyPerson({ account_type: '1', corp_type: '1', corporate_number: '5000012010019' })
    const { browser } = await signIn('gbiz')
    expect((await browser.get('/company/profile')).body).not.toContain('5000012010019')
  })

  it('reaches the account that a code from a mail had made', async () => {
    const email = companyPerson()
    await portal.signIn(email)
    const account = await findAccountByEmail(portal.context.db, email)
    await signIn('gbiz')
    const methods = (await historyOf(portal.context.db, account?.id ?? '')).map(({ details }) => details.method)
    expect(methods).toEqual(expect.arrayContaining(['code', 'gbiz']))
  })

  it('is no official, whatever the address', async () => {
    const { email } = await official()
    provider.person = { claims: { sub: 'gbiz-official', email, email_verified: true } }
    expectRefusal((await signIn('gbiz')).answer, 403, 'この方法ではログインできません')
  })

  it.each([
    ['unverified', { email_verified: false }, '確認が済んでいません'],
    ['of which nothing is said', { email_verified: undefined }, '確認が済んでいません'],
    ['missing', { email: undefined }, 'メールアドレスを受け取れませんでした'],
    ['none', { email: 'soumu' }, 'メールアドレスを受け取れませんでした']
  ])('is not let in with an address that is %s', async (_what, changes, words) => {
    companyPerson(changes)
    expectRefusal((await signIn('gbiz')).answer, 403, words)
  })
})

describe('an answer of the provider', () => {
  it('is taken once', async () => {
    await official()
    const browser = portal.visitor()
    const url = await answerOf(provider, browser, 'city')
    expect((await browser.get(url)).status).toBe(303)
    expectRefusal(await browser.get(url), 400, '続けられませんでした')
  })

  it('opens nothing in another browser, and does not spoil the way of the first', async () => {
    await official()
    const browser = portal.visitor()
    const url = await answerOf(provider, browser, 'city')
    expectRefusal(await portal.visitor().get(url), 400, '続けられませんでした')
    const other = portal.visitor()
    await answerOf(provider, other, 'city')
    expectRefusal(await other.get(url), 400, '続けられませんでした')
    expect((await browser.get(url)).status).toBe(303)
  })

  it('comes too late after ten minutes', async () => {
    await official()
    const browser = portal.visitor()
    const url = await answerOf(provider, browser, 'city')
    portal.setNow(new Date(Date.now() + 10 * 60_000).toISOString())
    expectRefusal(await browser.get(url), 400, '続けられませんでした')
  })

  it('is no answer for the other provider', async () => {
    await official()
    const browser = portal.visitor()
    const url = await answerOf(provider, browser, 'city')
    expectRefusal(await browser.get(url.replace('/city/', '/gbiz/')), 400, '続けられませんでした')
  })

  it.each(['', '?state=', '?state=x&code=y', '?code=y', '?state=a&state=b'])('is nothing: %j', async (query) => {
    const browser = portal.visitor()
    await answerOf(provider, browser, 'city')
    expectRefusal(await browser.get(`/sign-in/with/city/answer${query}`), 400, '続けられませんでした')
  })

  it('does not redeem a code with the state of another sign-in, nor a code twice', async () => {
    await official()
    const browser = portal.visitor()
    const first = new URLSearchParams((await answerOf(provider, browser, 'city')).split('?')[1])
    const second = new URLSearchParams((await answerOf(provider, browser, 'city')).split('?')[1])
    const code = second.get('code') ?? ''
    second.set('code', first.get('code') ?? '')
    expectRefusal(await browser.get(`/sign-in/with/city/answer?${second}`), 400, '確かめられませんでした')
    first.set('code', code)
    expectRefusal(await browser.get(`/sign-in/with/city/answer?${first}`), 400, '確かめられませんでした')
  })

  it('of two tabs signs both in', async () => {
    await official()
    const browser = portal.visitor()
    const [one, two] = [
      await answerOf(provider, browser, 'city'),
      await answerOf(provider, browser, 'city', '/desk?q=2')
    ]
    expect((await browser.get(two)).location).toBe('/desk?q=2')
    expect((await browser.get(one)).location).toBe('/desk')
  })

  it('may be that the person declined', async () => {
    provider.person = null
    expectRefusal((await signIn('city')).answer, 400, 'ログインは行われませんでした')
  })

  it('names its issuer, and no other', async () => {
    await official()
    const browser = portal.visitor()
    const url = await answerOf(provider, browser, 'city')
    expect(url).toContain('&iss=')
    const other = url.replace(/&iss=[^&]*/, `&iss=${encodeURIComponent('https://evil.example')}`)
    expectRefusal(await browser.get(other), 400, '確かめられませんでした')
    const again = portal.visitor()
    const without = (await answerOf(provider, again, 'city')).replace(/&iss=[^&]*/, '')
    expectRefusal(await again.get(without), 400, '確かめられませんでした')
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])('never leads to %s', async (target) => {
    await official()
    expect((await signIn('city', target)).answer.location).toBe('/desk')
  })
})

describe('a provider that is down', () => {
  it('is told of, and the code from the mail is still offered', async () => {
    provider.isDown = true
    const fresh = await openTestApp({ env: provider.env('GBIZ') })
    const answer = await fresh.visitor().get('/sign-in/with/gbiz')
    expectRefusal(answer, 503, 'メールの確認コードでログイン')
    await expectValidHtml(answer.body)
    expect((await fresh.visitor().get('/sign-in')).body).toContain('確認コードを送る')
    await fresh.close()
  })

  it('may go down on the way', async () => {
    await official()
    const browser = portal.visitor()
    const url = await answerOf(provider, browser, 'city')
    provider.isDown = true
    expectRefusal(await browser.get(url), 503, '接続できません')
  })

  it('keeps nobody from signing out here', async () => {
    await official()
    const { browser } = await signIn('city')
    provider.isDown = true
    expect((await browser.post('/sign-out')).status).toBe(303)
    expect((await browser.get('/desk')).status).toBe(303)
  })
})

describe('the sign-in page', () => {
  it('leads to the providers that are set up, with the way back', async () => {
    const page = await portal.visitor().get('/sign-in?return=/company')
    expect(page.body).toContain('href="/sign-in/with/city?return=%2Fcompany"')
    expect(page.body).toContain('GビズIDでログイン')
    await expectValidHtml(page.body)
  })

  it('knows no provider unless one is set up', async () => {
    const plain = await openTestApp()
    expect((await plain.visitor().get('/sign-in')).body).not.toContain('ほかのアカウントでログイン')
    for (const path of ['/sign-in/with/city', '/sign-in/with/city/answer', '/sign-out/city'])
      expect((await plain.visitor().get(path)).status).toBe(404)
    await plain.close()
  })
})
