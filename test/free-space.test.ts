import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeHasRoom } from '../src/platform/free-space.ts'
import { openTestApp, type TestApp } from './support/app.ts'
import { expectValidHtml } from './support/html.ts'

let portal: TestApp
let hasRoom = false
beforeAll(async () => {
  portal = await openTestApp({ hasRoom: async () => hasRoom })
})
afterAll(() => portal.close())

describe('a disk that is nearly full', () => {
  it('takes no changes, says what becomes of them, and is read all the same', async () => {
    hasRoom = false
    const visitor = portal.visitor()
    expect((await visitor.get('/sign-in')).status).toBe(200)
    const refused = await visitor.post('/sign-in', { email: 'soumu@example.jp' })
    expect([refused.status, refused.headers['retry-after']]).toEqual([507, '600'])
    expect(refused.body).toContain('空き容量')
    await expectValidHtml(refused.body)
    expect(await portal.mails()).toEqual([])
  })

  it('takes them again when there is room', async () => {
    hasRoom = true
    const visitor = portal.visitor()
    await visitor.get('/sign-in')
    expect((await visitor.post('/sign-in', { email: 'soumu@example.jp' })).status).toBe(200)
    hasRoom = false
  })

  it('is told from one with room by looking at the folder', async () => {
    expect(await makeHasRoom(tmpdir())()).toBeTypeOf('boolean')
    await expect(makeHasRoom('/nowhere/at/all')()).rejects.toThrow('ENOENT')
  })
})
