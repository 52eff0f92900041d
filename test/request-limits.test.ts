import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../src/paths.ts'
import { openTestApp, type TestApp } from './support/app.ts'
import { expectValidHtml } from './support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp({ env: { REQUESTS_PER_MINUTE: '60', TRUST_PROXY: '127.0.0.1' } })
})
afterAll(() => portal.close())

const from =
  (address: string) =>
  (url: string, headers: Readonly<Record<string, string>> = {}) =>
    portal.visitor().send({ method: 'GET', url, headers, remoteAddress: address })

const statuses = async (ask: () => Promise<{ readonly status: number }>, times: number): Promise<readonly number[]> => {
  const got: number[] = []
  for (let time = 0; time < times; time++) got.push((await ask()).status)
  return got
}

describe('who asks too often', () => {
  it('is told so in words and when to come again, while others are served', async () => {
    const get = from('198.51.100.1')
    expect(await statuses(() => get(paths.signIn), 60)).not.toContain(429)
    const refused = await get(paths.privacy)
    expect(refused.status).toBe(429)
    expect(refused.body).toContain('1分ほど待ってから')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    await expectValidHtml(refused.body)
    expect((await from('198.51.100.2')(paths.signIn)).status).toBe(200)
  })

  it('is refused as well where there is nothing, so that nobody tries out addresses', async () => {
    const get = from('198.51.100.3')
    const got = await statuses(() => get('/nowhere'), 61)
    expect([got[0], got.at(-1)]).toEqual([404, 429])
  })

  it('is told in JSON where a script asks', async () => {
    const get = from('198.51.100.4')
    await statuses(() => get(paths.signIn), 60)
    const answer = await get(paths.signIn, { accept: 'application/json' })
    expect([answer.status, answer.json()]).toMatchObject([429, { error: expect.any(String) }])
  })

  it('may post and draw documents less often than read, each counted by itself', async () => {
    const get = from('198.51.100.5')
    expect(await statuses(() => get(paths.siteCard), 10)).toEqual([...Array.from({ length: 9 }, () => 200), 429])
    expect((await get(paths.signIn)).status).toBe(200)
    const post = () =>
      portal.visitor().send({ method: 'POST', url: paths.signOut, remoteAddress: '198.51.100.5', payload: '' })
    expect((await statuses(post, 46)).indexOf(429)).toBe(45)
  })

  it('is counted by the customer’s half of an IPv6 address, and not by what a header claims', async () => {
    const ask = (address: string, forwarded: string) =>
      portal.visitor().send({
        method: 'GET',
        url: paths.signIn,
        remoteAddress: address,
        headers: { 'x-forwarded-for': forwarded }
      })
    for (let host = 1; host <= 60; host++) await ask(`2001:db8::${host.toString(16)}`, `203.0.113.${host}`)
    expect((await ask('2001:db8::ffff', '203.0.113.99')).status).toBe(429)
    expect((await ask('2001:db8:0:1::1', '203.0.113.99')).status).toBe(200)
  })

  it('never stops what asks for health', async () => {
    const get = from('198.51.100.6')
    expect(new Set(await statuses(() => get(paths.liveness), 80))).toEqual(new Set([200]))
  })
})

describe('what is too much of a form', () => {
  const post = async (fields: Readonly<Record<string, string>>) => portal.visitor().post(paths.signIn, fields)

  it('is refused with a page that says so', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_value, index) => [`f${index}`, '1']))
    for (const fields of [many, { ['n'.repeat(201)]: '1' }, { email: 'x'.repeat(1_100_000) }]) {
      const { status, body } = await post(fields)
      expect(status).toBe(413)
      expect(body).toContain('送信された内容が大きすぎます')
    }
  })

  it('is no form at all', async () => {
    for (const type of ['application/json', 'text/plain', 'application/xml', 'text/html']) {
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
      const { status } = await portal.visitor().send({ method: 'POST', url: paths.signIn, payload: '{}', headers })
      expect(status).toBe(415)
    }
  })
})

it('waits for no one: headers, bodies and idle connections have their time', () => {
  expect(portal.waits()).toEqual({ headers: 20_000, request: 120_000, idle: 180_000, keptAlive: 75_000 })
})
