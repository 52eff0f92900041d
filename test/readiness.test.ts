import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeReadiness } from '../src/platform/readiness.ts'
import { openTestApp, type TestApp } from './support/app.ts'

let portal: TestApp
beforeAll(async () => {
  portal = await openTestApp()
})
afterAll(() => portal.close())

const ready = async () => {
  const { status, json } = await portal.visitor().get('/health/ready')
  return [status, json()]
}

describe('readiness', () => {
  it('is told while the database answers', async () => {
    expect(await ready()).toEqual([200, { status: 'ready' }])
  })

  it('waits for the migrations, and does not mind those of a newer version', async () => {
    const { db } = portal.context
    await db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 10000000000000`)
    expect(await ready()).toEqual([503, { status: 'migrations' }])
    await db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at + 20000000000000`)
    expect(await ready()).toEqual([200, { status: 'ready' }])
    await db.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 10000000000000`)
  })

  it('is refused as soon as the process is told to stop, without asking the database', async () => {
    expect(await makeReadiness(portal.context.db, () => true)()).toBe('stopping')
  })

  it('is refused when the database gives no answer', async () => {
    const { db } = portal.context
    await db.execute(sql`alter schema drizzle rename to elsewhere`)
    expect(await ready()).toEqual([503, { status: 'database' }])
    await db.execute(sql`alter schema elsewhere rename to drizzle`)
  })
})
