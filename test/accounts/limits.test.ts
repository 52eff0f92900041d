import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptLimits } from '../../src/accounts/attempt-limits.ts'
import { giveBackAttempt, takeAttempt } from '../../src/accounts/attempt-store.ts'
import { sourceOf } from '../../src/accounts/source-of.ts'
import { codeFor, openTestApp, type TestApp, testNow } from '../support/app.ts'
import { expectValidHtml } from '../support/html.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const at = (minutes: number): Date => new Date(new Date(testNow).getTime() + minutes * 60_000)

describe('the count of attempts', () => {
  const take = (minutes: number) => takeAttempt(portal.context.db, 'codes-for-address', 'counted', at(minutes))

  it('lets as many pass as may, and again when the time since the first is over', async () => {
    const first: boolean[] = []
    for (let count = 0; count < 6; count++) first.push(await take(count))
    expect(first).toEqual([true, true, true, true, true, false])
    expect([await take(10), await take(10.1)]).toEqual([false, true])
  })

  it('lets no more pass when all come at once', async () => {
    const { db } = portal.context
    const all = Array.from({ length: 40 }, () => takeAttempt(db, 'wrong-codes-by-source', 'at once', at(0)))
    const passed = (await Promise.all(all)).filter((passes) => passes)
    expect(passed).toHaveLength(attemptLimits['wrong-codes-by-source'].most)
  })

  it('takes back what was right', async () => {
    const { db } = portal.context
    for (let count = 0; count < 20; count++) {
      expect(await takeAttempt(db, 'codes-for-address', 'right', at(0))).toBe(true)
      await giveBackAttempt(db, 'codes-for-address', 'right')
    }
  })
})

describe('a source', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64']
  ])('is of %s the network %s', (ip, source) => expect(sourceOf(ip)).toBe(source))

  it('may ask for sixty codes in ten minutes, for whatever addresses, in every process', async () => {
    const counted = sql`select key, count from attempts where kind = 'codes-by-source'`
    const visitor = portal.visitor()
    await visitor.post('/sign-in', { email: 'one@example.jp' })
    const before = await portal.context.db.execute(counted)
    await portal.context.db.execute(
      sql`update attempts set count = ${attemptLimits['codes-by-source'].most} where kind = 'codes-by-source'`
    )
    const refused = await visitor.post('/sign-in', { email: 'two@example.jp' })
    expect(before.rows).toHaveLength(1)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('10分ほど待ってから')
    await expectValidHtml(refused.body)
    expect((await portal.visitor().post('/sign-in', { email: 'two@example.jp' })).status).toBe(200)
  })

  it('may be a hall in which thirty companies sign in within a minute', { timeout: 60_000 }, async () => {
    for (let seat = 1; seat <= 30; seat++) {
      const visitor = portal.visitor('192.0.2.30')
      const email = `seat${seat}@example.jp`
      await visitor.post('/sign-in', { email })
      const code = codeFor(await portal.mails(), email)
      expect([seat, (await visitor.post('/sign-in/code', { email, code })).status]).toEqual([seat, 303])
    }
  })

  it('that is refused does not use up what an address may ask for', async () => {
    const visitor = portal.visitor()
    await visitor.post('/sign-in', { email: 'first@example.jp' })
    await portal.context.db.execute(sql`update attempts set count = 60 where kind = 'codes-by-source'`)
    for (let count = 0; count < 6; count++) await visitor.post('/sign-in', { email: 'victim@example.jp' })
    await portal.context.db.execute(sql`update attempts set count = 0 where kind = 'codes-by-source'`)
    expect((await visitor.post('/sign-in', { email: 'victim@example.jp' })).status).toBe(200)
  })

  it('is not kept: neither it nor the addresses stand in the database', async () => {
    await portal.visitor().post('/sign-in', { email: 'kept@example.jp' })
    const { rows } = await portal.context.db.execute(sql`select * from attempts`)
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toMatch(/127\.0|@|kept/)
  })
})

describe('wrong codes', () => {
  /** Somebody has a code mailed to an address and tries to guess it. */
  const guess = async (email: string, times: number): Promise<readonly string[]> => {
    const visitor = portal.visitor()
    await visitor.post('/sign-in', { email })
    const bodies: string[] = []
    for (let count = 0; count < times; count++)
      bodies.push((await visitor.post('/sign-in/code', { email, code: '000000' })).body)
    return bodies
  }

  it('are taken ten times an hour for one address, wherever they come from; then the right one is refused too', async () => {
    await guess('guessed@example.jp', 5)
    await guess('guessed@example.jp', 5)
    const owner = portal.visitor()
    await owner.post('/sign-in', { email: 'guessed@example.jp' })
    const code = codeFor(await portal.mails(), 'guessed@example.jp')
    const refused = await owner.post('/sign-in/code', { email: 'guessed@example.jp', code })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('1時間ほど待ってから')
    await expectValidHtml(refused.body)
  })

  it('are taken thirty times from one source, whatever the addresses', async () => {
    const visitor = portal.visitor()
    await visitor.post('/sign-in/code', { email: 'a0@example.jp', code: '000000' })
    await portal.context.db.execute(sql`update attempts set count = 30 where kind = 'wrong-codes-by-source'`)
    const refused = await visitor.post('/sign-in/code', { email: 'a1@example.jp', code: '000000' })
    expect(refused.body).toContain('1時間ほど待ってから')
  })

  it('do not count once the right one came', async () => {
    for (let round = 0; round < 12; round++) {
      portal.setNow(at(100 + round * 11).toISOString())
      await portal.signIn('regular@example.jp')
    }
    portal.setNow(testNow)
  })
})
