import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clamdScanner } from '../../src/platform/clamd.ts'
import { ScannerAwayError } from '../../src/platform/file-scanner.ts'
import { type FakeClamd, openFakeClamd } from '../support/fake-clamd.ts'

let clamd: FakeClamd
beforeAll(async () => {
  clamd = await openFakeClamd()
})
afterAll(() => clamd.close())

const patience = { silence: 300, whole: 1_000 }
const scan = (content: Buffer | string, url = clamd.url, waits = patience) =>
  clamdScanner(url, waits).scan(Buffer.from(content))
const engine = 'FakeAV 1.0/27000/Sat Nov 21'

describe('clamd', () => {
  let heard: Buffer = Buffer.alloc(0)
  beforeEach(() => {
    clamd.setTemper((content) => {
      heard = content
      return 'stream: OK\0'
    })
  })

  it.each([0, 1, 65_536, 65_537, 3_000_000])('is sent all %i bytes of a file, as they are', async (length) => {
    const content = Buffer.alloc(length, 'wxyz')
    expect(await scan(content, clamd.url, { silence: 10_000, whole: 10_000 })).toEqual({ kind: 'clean', engine })
    expect(heard.equals(content)).toBe(true)
  })

  it.each([
    ['stream: Win.Test.EICAR_HDB-1 FOUND\0', { kind: 'infected', found: 'Win.Test.EICAR_HDB-1', engine }],
    ['INSTREAM size limit exceeded. ERROR\0', { kind: 'refused', why: 'INSTREAM size limit exceeded. ERROR', engine }],
    ['stream: Can’t allocate memory ERROR\0', { kind: 'refused', why: 'Can’t allocate memory ERROR', engine }]
  ])('says %j, and is understood though it comes letter by letter', async (said, answer) => {
    clamd.setTemper(() => said)
    expect(await scan('x')).toEqual(answer)
  })

  it.each([
    ['stays silent', 'silent'],
    ['hangs up', 'hang up'],
    ['breaks off', 'stream: O'],
    ['says nothing known', 'PONG\0'],
    ['never comes to an end', 'x'.repeat(5_000)]
  ])('counts as away when it %s', async (_what, said) => {
    clamd.setTemper(() => said)
    await expect(scan('x')).rejects.toBeInstanceOf(ScannerAwayError)
  })

  it('counts as away where nobody listens', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    await new Promise((resolve) => server.close(resolve))
    const port = typeof address === 'object' ? address?.port : 0
    await expect(scan('x', `tcp://127.0.0.1:${port}`)).rejects.toBeInstanceOf(ScannerAwayError)
    await expect(scan('x', 'unix:/nowhere/clamd.ctl')).rejects.toBeInstanceOf(ScannerAwayError)
  })
})
