import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const get = (headers: Record<string, string> = {}) => portal.visitor().get(paths.home, headers)

describe('a page for everybody', () => {
  it('may be kept, and is not sent again while it stands', async () => {
    const first = await get()
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: expect.stringContaining('cookie')
    })
    const again = await get({ 'if-none-match': `W/"older", ${first.headers.etag}` })
    expect([again.status, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag])
    expect((await get({ 'if-none-match': 'W/"older"' })).status).toBe(200)
  })

  it('is sent compressed to who takes it so', async () => {
    const plain = await get()
    const packed = await get({ 'accept-encoding': 'br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/html; charset=utf-8' })
    expect(brotliDecompressSync(packed.bytes).toString()).toBe(plain.body)
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2)
  })

  it('is kept by nobody when it says who is signed in', async () => {
    const answer = await (await portal.signIn('someone@example.jp')).get(paths.home)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect(answer.headers).not.toHaveProperty('etag')
  })

  it('names itself for search engines, and others ask not to be found', async () => {
    expect((await get()).body).toContain(`<link rel="canonical" href="${portal.context.baseUrl}/"/>`)
    const other = await portal.visitor().get(paths.signIn)
    expect(other.body).toContain('<meta name="robots" content="noindex"/>')
    expect(other.body).not.toContain('canonical')
  })
})
