import { readdirSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetUrl } from '../../src/platform/assets.ts'
import { stylesheets } from '../../views/layout.tsx'
import { openTestApp, type TestApp } from '../support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const forEver = 'public, max-age=31536000, immutable'

describe('the style sheet', () => {
  it('holds every style sheet of the portal behind the design tokens', async () => {
    const { body, headers } = await portal.visitor().get(assetUrl('styles.css'))
    expect(headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': forEver })
    expect(body.indexOf('--color-primitive-blue-900:')).toBeLessThan(body.indexOf('var(--color-primitive-blue-900)'))
    expect([...stylesheets].sort()).toEqual(
      readdirSync('views/assets')
        .filter((name) => name.endsWith('.css'))
        .sort()
    )
  })

  it('loads nothing from elsewhere', async () => {
    expect((await portal.visitor().get(assetUrl('styles.css'))).body).not.toMatch(/url\(|@import/)
  })

  it('is packed for the way', async () => {
    const plain = await portal.visitor().get(assetUrl('styles.css'))
    const packed = await portal.visitor().get(assetUrl('styles.css'), { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: expect.stringContaining('accept-encoding') })
    expect(brotliDecompressSync(packed.bytes).toString()).toBe(plain.body)
  })
})

describe('other assets', () => {
  it('are kept for ever under the version of their content', async () => {
    const { status, headers } = await portal.visitor().get(assetUrl('logo.svg'))
    expect([status, headers['cache-control'], headers['content-type']]).toEqual([200, forEver, 'image/svg+xml'])
  })

  it.each(['styles.css', 'logo.svg'])('are given under another version too, to be kept by nobody: %s', async (name) => {
    const other = await portal.visitor().get(`/assets/0123456789ab/${name}`)
    const { body } = await portal.visitor().get(assetUrl(name))
    expect([other.status, other.headers['cache-control'], other.body]).toEqual([200, 'no-store', body])
  })

  it.each([
    'nothing.css',
    '../../../package.json',
    '..%2f..%2fpackage.json',
    'scripts/../../../package.json',
    '%00',
    'scripts/database.js'
  ])('are all there is: %s is refused', async (path) => {
    const { status, body } = await portal.visitor().get(assetUrl(path))
    expect([400, 403, 404]).toContain(status)
    expect(body).not.toContain('dependencies')
  })
})
