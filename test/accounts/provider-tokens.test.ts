import { decodeJwt, importJWK, type JWK, type JWTHeaderParameters, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { answerOf, newSigningKey, startIdentityProvider, type TestProvider } from '../support/identity-provider.ts'

let provider: TestProvider
let portal: TestApp

beforeAll(async () => {
  provider = await startIdentityProvider()
  portal = await openTestApp({ env: { ...provider.env('GBIZ'), LOG_LEVEL: 'error' } })
  const email = 'person@company.example.jp'
  provider.person = { claims: { sub: 'the-person', email, email_verified: true } }
})
afterAll(async () => {
  await portal.close()
  await provider.close()
})
beforeEach(() => portal.setNow(new Date().toISOString()))
afterEach(() => {
  provider.tamper = null
  vi.useRealTimers()
})

/** Signs in with the portal's clock so many seconds ahead of the provider's. */
const signIn = async (ahead = 0) => {
  const browser = portal.visitor()
  portal.setNow(new Date(Date.now() + ahead * 1000).toISOString())
  return browser.get(await answerOf(provider, browser, 'gbiz'))
}

type Claims = Readonly<Record<string, unknown>>

const signWith = async (claims: Claims, key: JWK, header: Partial<JWTHeaderParameters> = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', ...(key.kid === undefined ? {} : { kid: key.kid }), ...header })
    .sign(await importJWK(key, 'RS256'))

const altered = (changes: Claims) => (token: string, key: JWK) => signWith({ ...decodeJwt(token), ...changes }, key)

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an ID token', () => {
  it('lets in as it is', async () => {
    expect((await signIn()).location).toBe('/company')
  })

  it('lets in when signed anew without a change', async () => {
    provider.tamper = altered({})
    expect((await signIn()).status).toBe(303)
  })

  it.each<[string, Claims]>([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'another-client' }],
    ['a further audience that it is not for', { aud: ['portal', 'another'], azp: 'another' }],
    ['an end long ago', { exp: 1_000_000_000 }],
    ['no end', { exp: undefined }],
    ['no subject', { sub: undefined }]
  ])('is refused with %s', async (_what, changes) => {
    provider.tamper = altered(changes)
    const answer = await signIn()
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('確かめられませんでした')
  })

  it('is refused with no signature', async () => {
    provider.tamper = (token) => `${encode({ alg: 'none' })}.${encode(decodeJwt(token))}.`
    expect((await signIn()).status).toBe(400)
  })

  it('is refused when signed with what everybody can read: the public key as a shared secret', async () => {
    provider.tamper = async (token, key) =>
      new SignJWT(decodeJwt(token))
        .setProtectedHeader({ alg: 'HS256', kid: String(key.kid) })
        .sign(new TextEncoder().encode(JSON.stringify({ kty: key.kty, n: key.n, e: key.e })))
    expect((await signIn()).status).toBe(400)
  })

  it('is refused when signed by somebody else under the provider’s name for its key', async () => {
    const foreign = await newSigningKey()
    provider.tamper = (token, key) => signWith(decodeJwt(token), foreign, { kid: String(key.kid) })
    expect((await signIn()).status).toBe(400)
    provider.tamper = (token) => signWith(decodeJwt(token), foreign)
    expect((await signIn()).status).toBe(400)
  })

  it('is refused without its values reaching the log', async () => {
    provider.tamper = altered({ nonce: 'another' })
    await signIn()
    expect(portal.log()).toContain('sign-in through gbiz failed')
    expect(portal.log()).not.toMatch(/person@company|the-person|eyJ/)
  })
})

// The tokens of this provider last for 60 seconds, and the clocks may differ by 30.
describe('the clocks of portal and provider', () => {
  it.each([-3600, -20, 20, 80])('may differ: %d seconds', async (ahead) => {
    expect((await signIn(ahead)).status).toBe(303)
  })

  it.each([95, 3600])('may not differ so far that a token is over when it comes: %d seconds', async (ahead) => {
    expect((await signIn(ahead)).status).toBe(400)
  })
})

describe('a provider that changes its keys', () => {
  it('is followed, its keys being read again at most once a minute', async () => {
    const begun = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: begun })
    expect((await signIn()).status).toBe(303)
    await provider.rotate()
    expect((await signIn()).status).toBe(400)
    vi.setSystemTime(begun + 61_000)
    const reads = provider.keyReads()
    expect((await signIn()).status).toBe(303)
    expect((await signIn()).status).toBe(303)
    expect(provider.keyReads()).toBe(reads + 1)
  })
})

it('does not begin at a provider that names another issuer', async () => {
  const env = { ...provider.env('GBIZ'), OIDC_GBIZ_ISSUER: provider.issuer.replace('127.0.0.1', 'localhost') }
  const misled = await openTestApp({ env })
  expect((await misled.visitor().get('/sign-in/with/gbiz')).status).toBe(503)
  await misled.close()
})
