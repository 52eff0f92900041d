import { getCiphers } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessTable } from '../../src/access.ts'
import { ambiguousMessages, foreignRequest } from '../support/ambiguous-messages.ts'
import { type BehindNginx, openBehindNginx } from '../support/behind-nginx.ts'
import { untilTrue } from '../support/portal-process.ts'
import { sayPlain, sayTls, shakeHands } from '../support/tls-client.ts'

let front: BehindNginx
beforeAll(async () => {
  front = await openBehindNginx({ LOG_LEVEL: 'info' })
}, 300_000)
afterAll(() => front.close())

describe('TLS', () => {
  const weak = { ciphers: 'ALL@SECLEVEL=0' } as const
  const shake = (options: Parameters<typeof shakeHands>[1]) =>
    shakeHands(front.tls, { servername: front.host, ...options })

  it('is spoken in its current versions only, whatever name is asked for', async () => {
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      const old = { ...weak, minVersion: version, maxVersion: version }
      for (const servername of [front.host, 'other.example.jp'])
        expect([version, await shake({ ...old, servername })]).toEqual([
          version,
          { refusal: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }
        ])
    }
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
      expect(await shake({ minVersion: version, maxVersion: version })).toHaveProperty('cipher')
  })

  it('takes the good ciphers and no other, each with forward secrecy', async () => {
    const taken = new Set<string>()
    for (const name of getCiphers().filter((cipher) => !cipher.startsWith('tls_'))) {
      const hands = await shake({ ciphers: `${name.toUpperCase()}@SECLEVEL=0`, maxVersion: 'TLSv1.2' })
      if ('cipher' in hands) taken.add(hands.cipher)
    }
    // The certificate of the test is RSA; an ECDSA one has three of its own.
    expect([...taken].toSorted()).toEqual([
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
      'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'
    ])
  })

  it('takes the good curves and no other, and shows no certificate to whoever asks for another name', async () => {
    for (const ecdhCurve of ['X25519', 'prime256v1', 'secp384r1'])
      expect([ecdhCurve, await shake({ ecdhCurve })]).toEqual([ecdhCurve, { cipher: expect.any(String) }])
    for (const ecdhCurve of ['secp224r1', 'secp521r1'])
      expect([ecdhCurve, await shake({ ...weak, ecdhCurve })]).toEqual([ecdhCurve, { refusal: expect.any(String) }])
    expect(await shake({ servername: 'other.example.jp' })).toEqual({ refusal: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' })
  })
})

describe('plain http', () => {
  const ask = async (path: string, method = 'GET') => {
    const said = await sayPlain(
      front.plain,
      `${method} ${path} HTTP/1.1\r\nHost: ${front.host}\r\nConnection: close\r\n\r\n`
    )
    return { status: Number(said.slice(9, 12)), location: said.match(/^location: (\S+)/im)?.[1] ?? null }
  }
  const sentOn = (path: string) => ({ status: 301, location: `https://${front.host}${path}` })
  const refused = { status: 403, location: null }
  const routes = Object.keys(accessTable).map((route) => route.split(' ') as [string, string])

  it('sends on who opens a page, and refuses who asks for anything else', async () => {
    const seen = { pages: 0, others: 0 }
    for (const [method, path] of routes) {
      if (method !== 'GET' || path.includes(':')) continue
      const answer = await fetch(`http://127.0.0.1:${front.ports[0]}${path}`, { redirect: 'manual' })
      await answer.body?.cancel()
      if (answer.status !== 200) continue
      const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true
      seen[isPage ? 'pages' : 'others'] += 1
      expect([path, await ask(path)]).toEqual([path, isPage ? sentOn(path) : refused])
    }
    expect(seen.pages).toBeGreaterThan(8)
    expect(seen.others).toBeGreaterThan(10)
  })

  it('knows what needs a sign-in, a key or a number by its address', async () => {
    const pages = [
      '/companies?page=2',
      '/companies/12',
      '/verify/AAAA-AAAA-AAAA',
      '/desk',
      '/certificates/1',
      '/no-such'
    ]
    for (const path of pages) expect([path, await ask(path)]).toEqual([path, sentOn(path)])
    const others = [
      '/.well-known/jwks.json',
      '/.well-known/did.json',
      '/metrics',
      '/health/ready',
      '/account/session',
      '/badges/12.svg',
      '/credentials/keys/1',
      '/credentials/status?list=1',
      '/credentials/achievements/2025',
      '/verify/AAAA-AAAA-AAAA/credential.jwt',
      '/companies/12/card.png',
      '/companies/12/photo/00ff.webp',
      '/desk/cases.csv',
      '/meetings/1/minutes.txt',
      '/assets/0123456789ab/styles.css',
      '//open-data//companies.csv',
      '/x/../%62adges/12.svg?/companies'
    ]
    for (const path of others) expect([path, await ask(path)]).toEqual([path, refused])
  })

  it('refuses everything that sends something, and whoever asks for another name', async () => {
    for (const [method, path] of routes)
      if (method === 'POST') expect([path, await ask(path.replaceAll(/:\w+/g, '1'), method)]).toEqual([path, refused])
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect(await ask('/', method)).toEqual(refused)
    expect(await ask('/', 'HEAD')).toEqual(sentOn('/'))
    expect(await sayPlain(front.plain, 'GET / HTTP/1.1\r\nHost: other.example.jp\r\n\r\n')).toBe('')
  })
})

describe('a message whose length can be read in two ways', () => {
  const answersIn = (said: string) => [...said.matchAll(/HTTP\/1\.[01] (\d{3})/g)].map(([, status]) => Number(status))
  const asked = () => front.portals().map(({ output }) => output().split(`"path":"${foreignRequest.path}"`).length - 1)

  it('is refused by nginx and by the portal, and hides no second request', async () => {
    const before = asked()
    for (const [name, message] of ambiguousMessages(front.host)) {
      const through = answersIn(await sayTls(front.tls, front.host, message))
      expect([name, 'nginx', through]).toEqual([
        name,
        'nginx',
        [expect.toSatisfy((status) => [400, 501].includes(status))]
      ])
      const straight = answersIn(await sayPlain(front.ports[0], message))
      expect([name, 'portal', straight]).toEqual([name, 'portal', [400]])
    }
    expect(asked()).toEqual(before)
  })

  it('would be seen if it did', async () => {
    const [before] = asked()
    const said = await sayPlain(
      front.ports[0],
      `${foreignRequest.text(front.host).replace(/\r\n$/, '')}Connection: close\r\n\r\n`
    )
    expect(answersIn(said)).toEqual([200])
    await untilTrue('the portal has noted it', () => asked()[0] === (before ?? 0) + 1)
  })
})
