import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { costs } from '../src/costs.ts'
import { openTestApp, type Route, type TestApp } from './support/app.ts'
import type { Answer, Browser } from './support/browser.ts'
import { official } from './support/cases.ts'
import { expectSafeHeaders } from './support/headers.ts'
import { filled } from './support/world.ts'

/** Embedded by other sites on purpose: pictures beside links, badges, open data, what verifiers read. */
const embeddable =
  /^\/(badges|open-data\/.|card\.png|companies\/:number\/card|credentials|\.well-known|verify\/:code\/cred)/

/** What other sites' pages may read: the same for everybody, and meant for programs. */
const readable = /^\/(badges|open-data\/.|credentials|\.well-known|verify\/:code\/cred)/

let portal: TestApp
let people: readonly Browser[]
beforeAll(async () => {
  portal = await openTestApp({ env: { BASE_URL: 'https://wlgb.example.jp' } })
  const secretariat = await portal.signIn(await official(portal.context, 'secretariat', '事務局 太郎'))
  people = [portal.visitor(), secretariat]
})
afterAll(() => portal.close())

const ask = (browser: Browser, { method, url }: Route): Promise<Answer> => {
  const address = filled(url, { slug: 'faq', kind: 'certified', edition: 'asaka-2023', file: '1.svg' })
  return method === 'GET' ? browser.get(address) : browser.post(address)
}

/** Every body says what it is, and text in which characters. JSON has no choice of them (RFC 8259, 8.1). */
const expectNamedContent = ({ headers, bytes }: Answer): void => {
  if (bytes.length === 0) return
  const type = String(headers['content-type'])
  expect(type).toMatch(/^(text|application|image)\/[\w.+-]+(; ?charset=utf-8(; header=present)?)?$/)
  if (/^text\/|xml/.test(type) && !type.startsWith('image/')) expect(type).toMatch(/; ?charset=utf-8/)
}

/** Asked for by https alone, and shown and read by other sites only where that is meant. */
const expectOwnSite = ({ url }: Route, { headers }: Answer): void => {
  expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
  if (!readable.test(url)) expect(headers).not.toHaveProperty('access-control-allow-origin')
  if (!embeddable.test(url)) expect(headers['cross-origin-resource-policy']).toBe('same-origin')
}

const nameOf = ({ method, url }: Route): string => `${method} ${url}`

describe('every route', () => {
  it('tells browsers what they may do with its answer', async () => {
    const walked = portal.routes()
    expect(walked.length).toBeGreaterThan(150)
    for (const route of walked)
      for (const browser of people) {
        const answer = await ask(browser, route)
        try {
          expectSafeHeaders(answer)
          expectNamedContent(answer)
          expectOwnSite(route, answer)
        } catch (error) {
          throw new Error(`${nameOf(route)} (${answer.status})`, { cause: error })
        }
      }
  })

  it('answers no method that it does not name', async () => {
    for (const method of ['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'] as const)
      for (const { url } of portal.routes()) {
        const asked = { method, url: filled(url, {}), headers: { 'x-echo': 'me' }, remoteAddress: '198.51.100.9' }
        const { status, body } = await portal.visitor().send(asked)
        expect([method, url, status]).toEqual([method, url, 404])
        expect(body).not.toContain('x-echo')
      }
  })

  it('has a limit, but for those that balancers ask', async () => {
    const limits = new Map<string, number>()
    for (const route of portal.routes()) {
      const { headers } = await ask(portal.visitor(), route)
      limits.set(nameOf(route), Number(headers['x-ratelimit-limit'] ?? Number.POSITIVE_INFINITY))
    }
    const without = [...limits].filter(([, limit]) => limit === Number.POSITIVE_INFINITY).map(([route]) => route)
    expect(without.sort()).toEqual(Object.keys(costs).filter((route) => costs[route] === 'free'))
    const most = { free: Number.POSITIVE_INFINITY, heavy: 180, upload: 300 }
    for (const [route, limit] of limits) {
      const cost = costs[route]
      const allowed = cost === undefined ? (route.startsWith('POST') ? 900 : 1200) : most[cost]
      expect([route, limit <= allowed]).toEqual([route, true])
    }
    expect(limits.get('POST /sign-in')).toBeLessThanOrEqual(60)
    expect(limits.get('GET /verify/:code')).toBeLessThanOrEqual(60)
    expect(limits.get('POST /verify/file')).toBeLessThanOrEqual(20)
  })

  it('is named by the table of costs only if it exists', () => {
    const routes = portal.routes().map(nameOf)
    expect(Object.keys(costs).filter((route) => !routes.includes(route))).toEqual([])
  })
})
