import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { codeFor, openTestApp, type TestApp } from './support/app.ts'
import type { Answer } from './support/browser.ts'

let portal: TestApp
let secured: TestApp
beforeAll(async () => {
  portal = await openTestApp()
  secured = await openTestApp({ env: { BASE_URL: 'https://wlgb.example.jp' } })
})
afterAll(async () => {
  await portal.close()
  await secured.close()
})

const cookiesOf = ({ headers }: Answer): readonly string[] => [headers['set-cookie'] ?? []].flat().map(String)

/** Every cookie that a sign-in, a sign-out and the page after it set or remove. */
const cookiesOfVisit = async ({ visitor, mails }: TestApp): Promise<readonly string[]> => {
  const browser = visitor()
  const email = 'cookie@example.jp'
  await browser.post(paths.signIn, { email })
  const signedIn = await browser.post(paths.signInCode, { email, code: codeFor(await mails(), email) })
  expect(signedIn.status).toBe(303)
  expect((await browser.get(paths.company)).status).toBe(200)
  const signedOut = await browser.post(paths.signOut)
  return [signedIn, signedOut, await browser.get(paths.home)].flatMap(cookiesOf)
}

const pages = [paths.home, paths.signIn, paths.verifications, '/nowhere', paths.liveness, paths.company]

describe('every answer', () => {
  it.each(pages)('of %s lets a browser load and run nothing but the portal’s own files', async (path) => {
    const { headers } = await portal.visitor().get(path)
    const policy = String(headers['content-security-policy'])
    expect(policy).not.toMatch(/unsafe|data:|blob:|\*|https?:/)
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'"
    ])
      expect(policy.split(';')).toContain(directive)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': expect.any(String) })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it.each(pages)('of %s asks for https where the portal is served by it, and not elsewhere', async (path) => {
    const { headers } = await secured.visitor().get(path)
    expect(String(headers['strict-transport-security'])).toMatch(/^max-age=\d{8}/)
    expect((await portal.visitor().get(path)).headers).not.toHaveProperty('strict-transport-security')
  })

  it.each([paths.home, paths.signIn, '/nowhere'])(
    'of %s holds no script, style or handler in the page',
    async (path) => {
      const { body } = await portal.visitor().get(path)
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=|\stype="application\/ld\+json")/)
      expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/)
      const loading = body.replaceAll(/<link rel="(canonical|alternate)"[^>]*>/g, '')
      expect(loading).not.toMatch(/(?:src|href)="(?:https?:)?\/\/(?!www\.city)/)
    }
  )
})

describe('cookies', () => {
  it('are out of reach of scripts and of other sites’ forms', async () => {
    const cookies = await cookiesOfVisit(portal)
    expect(cookies.length).toBeGreaterThan(2)
    for (const cookie of cookies.filter((text) => !/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(text))) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      expect(cookie).toMatch(/; Path=\/(;|$)/i)
    }
  })

  it('are bound to the host and to https where the portal is served by it', async () => {
    const cookies = await cookiesOfVisit(secured)
    expect(cookies.length).toBeGreaterThan(2)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-wlgb/)
      expect(cookie).toMatch(/; Secure/i)
      expect(cookie).not.toMatch(/; Domain=/i)
    }
  })
})
