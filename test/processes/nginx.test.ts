import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDatabase } from '../support/commands.ts'
import { startNginx } from '../support/nginx.ts'
import { freePort, type ServedPortal, servePortal } from '../support/served-portal.ts'
import { askHttp2, askTls, type TlsRequest } from '../support/tls-client.ts'

const host = 'wlgb.test'
const megabyte = 1024 * 1024
let tls: number
let plain: number
let ports: [number, number]
let portals: [ServedPortal, ServedPortal]
const cleanUp: (() => Promise<unknown>)[] = []

let start: (port: number) => Promise<ServedPortal>
const ask = (path: string, what?: TlsRequest) => askTls(tls, host, path, what)
const pause = () => new Promise((resolve) => setTimeout(resolve, 60))

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-nginx-'))
  cleanUp.push(() => rm(folder, { recursive: true, force: true }))
  const database = await makeDatabase()
  cleanUp.push(database.drop)
  tls = await freePort()
  plain = await freePort()
  ports = [await freePort(), await freePort()]
  start = (port) =>
    servePortal({
      PORT: String(port),
      ROLE: 'web',
      DATABASE_URL: database.url,
      BASE_URL: `https://${host}`,
      SESSION_SECRET: 'a secret of more than 32 characters',
      TRUST_PROXY: 'loopback',
      REQUESTS_PER_MINUTE: '1200'
    })
  portals = [await start(ports[0]), await start(ports[1])]
  cleanUp.push(() => Promise.all(portals.map(({ stop }) => stop())))
  const nginx = await startNginx({ folder: join(folder, 'nginx'), host, tls, plain, processes: ports })
  cleanUp.push(nginx.stop)
}, 300_000)
afterAll(async () => {
  for (const clean of cleanUp.reverse()) await clean()
})

describe('the portal behind nginx', () => {
  it('is served over HTTP/2, its own headers once, cookies bound to the host', async () => {
    expect(await askHttp2(tls, host, '/')).toEqual({ protocol: 'h2', status: 200 })
    const { status, headers } = await ask('/sign-in')
    expect(status).toBe(200)
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d+[^,]*$/)
    expect(headers['content-security-policy']).not.toContain(',')
    for (const cookie of headers['set-cookie'] ?? []) expect(cookie).toMatch(/^__Host-.*; Secure/)
  })

  it('answers to its own name only, and sends http to https', async () => {
    await expect(ask('/', { headers: { host: 'other.example.jp' } })).rejects.toThrow()
    const moved = await fetch(`http://127.0.0.1:${plain}/companies?page=2`, { headers: { host }, redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')?.endsWith('/companies?page=2')]).toEqual([301, true])
  })

  it('shows its own pages for what it refuses, and keeps what is for the machine inside', async () => {
    const missing = await ask('/no-such-page')
    expect([missing.status, missing.text.includes('見つかりません')]).toEqual([404, true])
    for (const path of ['/health/live', '/health/ready', '/metrics']) expect((await ask(path)).status).toBe(404)
  })

  const file = (bytes: number): TlsRequest => {
    const part = 'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf'
    const body = Buffer.concat([
      Buffer.from(`--x\r\n${part}\r\n\r\n`),
      Buffer.alloc(bytes, 1),
      Buffer.from('\r\n--x--\r\n')
    ])
    return { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
  }

  it('takes what an application may hold, and says in words what is too large', async () => {
    const largest = await ask('/verify/file', file(50 * megabyte))
    expect(largest.text).not.toContain('60MB')
    expect(largest.headers.server).not.toContain('/')
    const beyond = await ask('/verify/file', file(61 * megabyte))
    expect([beyond.status, beyond.text.includes('60MB')]).toEqual([413, true])
  })

  it('counts a client by its own address, whatever it claims to be', async () => {
    const codes = async (send: (address: string) => Promise<{ status: number }>) => {
      const seen = new Set<number>()
      for (let turn = 0; turn < 62; turn++) seen.add((await send(`203.0.113.${turn}`)).status)
      return [...seen].toSorted()
    }
    const path = '/verify/AAAA-AAAA-AAAA'
    const forged = await codes(async (address) => {
      await pause()
      return ask(path, { headers: { 'x-forwarded-for': address, forwarded: `for=${address}` } })
    })
    // Two processes count apart: the limit of one is 60 a minute.
    const direct = await codes((address) =>
      fetch(`http://127.0.0.1:${ports[0]}${path}`, { headers: { 'x-forwarded-for': address } })
    )
    expect(direct).not.toContain(429)
    expect(forged).not.toContain(500)
    const more = await codes(async (address) => {
      await pause()
      return ask(path, { headers: { 'x-forwarded-for': address } })
    })
    expect([...forged, ...more]).toContain(429)
  })

  it('loses no request while one process after the other is replaced', async () => {
    const answers: number[] = []
    let going = true
    const load = async (): Promise<void> => {
      while (going) {
        answers.push(
          await ask('/').then(
            ({ status }) => status,
            () => 0
          )
        )
        await pause()
      }
    }
    const loads = [load(), load()]
    for (const index of [0, 1] as const) {
      await portals[index].stop()
      portals[index] = await start(ports[index])
      const now = answers.length
      while (answers.length < now + 10) await pause()
    }
    going = false
    await Promise.all(loads)
    expect(answers.filter((status) => status !== 200)).toEqual([])
    expect(answers.length).toBeGreaterThan(20)
  })

  it('fends off a flood, and says so in words', async () => {
    const flood = await Promise.all(Array.from({ length: 250 }, () => ask('/robots.txt')))
    const refused = flood.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.text).toContain('アクセスが集中しています')
  })

  it('says that it is away while no process runs', async () => {
    await Promise.all(portals.map(({ stop }) => stop()))
    const deadline = Date.now() + 20_000
    let away = await ask('/')
    // The flood before is forgotten first.
    for (; away.status === 429 && Date.now() < deadline; away = await ask('/')) await pause()
    portals = [await start(ports[0]), await start(ports[1])]
    expect([away.status, away.headers['retry-after']]).toEqual([502, '30'])
    expect(away.text).toContain('ただいまつながりません')
  })
})
