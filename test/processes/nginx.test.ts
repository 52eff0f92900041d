import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BehindNginx, openBehindNginx } from '../support/behind-nginx.ts'
import { untilTrue } from '../support/portal-process.ts'
import { askHttp2, type TlsAnswer, type TlsRequest } from '../support/tls-client.ts'

const megabyte = 1024 * 1024
let front: BehindNginx
beforeAll(async () => {
  front = await openBehindNginx()
}, 300_000)
afterAll(() => front.close())

const ask = (path: string, what?: TlsRequest) => front.ask(path, what)

/** The words of nginx's own page; the portal has others for a limit of its own. */
const isFenced = ({ status, text }: TlsAnswer): boolean => status === 429 && text.includes('アクセスが集中しています')

/** Asks until the outer fence, which counts the whole test as one visitor, lets it through. */
const askPatiently = async (path: string, what?: TlsRequest): Promise<TlsAnswer> => {
  let answer = await ask(path, what)
  await untilTrue('the fence lets it through', async () => {
    if (isFenced(answer)) answer = await ask(path, what)
    return !isFenced(answer)
  })
  return answer
}

describe('the portal behind nginx', () => {
  it('is served over HTTP/2, its own headers once, cookies bound to the host', async () => {
    expect(await askHttp2(front.tls, front.host, '/')).toEqual({ protocol: 'h2', status: 200 })
    const { status, headers } = await ask('/sign-in')
    expect(status).toBe(200)
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d+[^,]*$/)
    expect(headers['content-security-policy']).not.toContain(',')
    for (const cookie of headers['set-cookie'] ?? []) expect(cookie).toMatch(/^__Host-.*; Secure/)
  })

  it('answers to its own name only', async () => {
    await expect(ask('/', { headers: { host: 'other.example.jp' } })).rejects.toThrow()
  })

  it('shows its own pages for what it refuses, and keeps what is for the machine inside', async () => {
    const missing = await ask('/no-such-page')
    expect([missing.status, missing.text.includes('見つかりません')]).toEqual([404, true])
    for (const path of ['/health/live', '/health/ready', '/metrics']) expect((await ask(path)).status).toBe(404)
  })

  it('writes down who asked for what and when, and neither searches nor codes', async () => {
    const headers = { referer: `https://${front.host}/desk?search=planted`, 'user-agent': 'planted "agent"' }
    const asked = [
      ['/desk?search=planted&a=%0A{"planted":1}', '/desk'],
      ['/sign-in/with/city/answer?code=planted&state=planted', '/sign-in/with/city/answer'],
      ['/verify/7KQ2-M9XT-4HDR?planted', '/verify/...'],
      ['/%22,%22level%22:%22?planted', '/%22,%22level%22:%22']
    ] as const
    for (const [path] of asked) await askPatiently(path, { headers })
    const written = async () => (await front.accessLog()).trim().split('\n')
    // A line is written after the answer has gone.
    await untilTrue('all is written', async () => {
      const lines = await written()
      return asked.every(([, path]) => lines.some((line) => line.includes(`"path":"${path}"`)))
    })
    expect((await written()).join()).not.toMatch(/planted|7KQ2/i)
    for (const line of await written())
      expect(JSON.parse(line)).toEqual({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}[+-]\d\d:\d\d$/),
        address: '127.0.0.1',
        method: expect.stringMatching(/^[A-Z]+$/),
        path: expect.not.stringContaining('?'),
        status: expect.stringMatching(/^[2345]\d\d$/),
        bytes: expect.any(Number),
        seconds: expect.any(Number)
      })
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
    // It came through as a whole: what is said of it is said by the portal.
    expect([largest.status, largest.text.includes('ファイルが大きすぎます')]).toEqual([422, true])
    expect(largest.headers.server).not.toContain('/')
    const beyond = await ask('/verify/file', file(61 * megabyte))
    expect([beyond.status, beyond.text.includes('60MB')]).toEqual([413, true])
    expect(beyond.headers).toMatchObject({
      'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store'
    })
  })

  it('counts a client by its own address, whatever it claims to be', async () => {
    const path = '/verify/AAAA-AAAA-AAAA'
    const address = (turn: number): string => `203.0.113.${turn}`
    // The limit is 60 a minute. Straight at a process a claim is believed: that is what the proxy is for.
    for (let turn = 0; turn < 62; turn++) {
      const headers = { 'x-forwarded-for': address(turn) }
      expect((await fetch(`http://127.0.0.1:${front.ports[0]}${path}`, { headers })).status).toBe(404)
    }
    // Two processes count apart, and a minute may begin in between.
    let turn = 0
    let answer: TlsAnswer
    do {
      turn += 1
      const claim = { 'x-forwarded-for': address(turn), forwarded: `for=${address(turn)}` }
      answer = await askPatiently(path, { headers: claim })
    } while (answer.status === 404 && turn < 250)
    expect([answer.status, answer.text.includes('短い時間に何度も')]).toEqual([429, true])
  })

  it('loses no request while one process after the other is replaced', async () => {
    const answers: number[] = []
    let going = true
    const load = async (): Promise<void> => {
      while (going)
        answers.push(
          await askPatiently('/').then(
            ({ status }) => status,
            () => 0
          )
        )
    }
    const loads = [load(), load()]
    for (const index of [0, 1] as const) {
      await front.stopOne(index)
      await front.startOne(index)
      const now = answers.length
      await untilTrue('both processes have served', () => answers.length >= now + 10)
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
    await Promise.all(front.portals().map(({ stop }) => stop()))
    const away = await askPatiently('/')
    expect([away.status, away.headers['retry-after']]).toEqual([502, '30'])
    expect(away.text).toContain('ただいまつながりません')
  })
})
