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
          expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
          if (!embeddable.test(route.url)) expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
        } catch (error) {
          throw new Error(`${nameOf(route)} (${answer.status})`, { cause: error })
        }
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
