import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { openPostgres } from '../../src/platform/database.ts'
import type { PortalDatabase } from '../support/crash/databases.ts'
import { figuresOf, show, spreadOf } from '../support/crash/figures.ts'
import { Journal } from '../support/crash/journal.ts'
import { runLoad } from '../support/crash/load.ts'
import { complaintsIn, drainMails, serviceOn, stopInOrder } from '../support/crash/settle.ts'
import { expectValidHtml } from '../support/html.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'
import { type PortalProcess, spawnPortal, untilTrue } from '../support/portal-process.ts'
import { makeCluster, type PostgresCluster } from '../support/postgres-cluster.ts'
import { freePort } from '../support/served-portal.ts'

let cluster: PostgresCluster
let database: PortalDatabase
let mails: MailServer
let env: ReturnType<typeof serviceOn>
let portal: PortalProcess

beforeAll(async () => {
  cluster = makeCluster(await freePort())
  await cluster.start()
  database = {
    env: { DATABASE_URL: cluster.url },
    open: async () => openPostgres(cluster.url, 2),
    drop: async () => undefined
  }
})
afterAll(() => cluster.remove())

beforeEach(async () => {
  mails = await openMailServer()
  env = serviceOn(database, mails, await freePort())
  portal = spawnPortal(env)
  await portal.untilServing()
})
afterEach(async () => {
  portal.signal('SIGKILL')
  await portal.ended()
  await mails.close()
})

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${env.BASE_URL}${path}`, { headers })

const readiness = async (): Promise<unknown> => [
  (await ask('/health/ready')).status,
  (await ask('/health/live')).status
]

describe('a database that is away', () => {
  it('is answered with 503, when to come back and what to do, and found again without a restart', async () => {
    await cluster.stop('fast')
    const page = await ask('/companies')
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30'])
    const html = await page.text()
    await expectValidHtml(html)
    expect(html).toContain('自動で元に戻ります')
    expect(html).toContain('「戻る」')
    const forScripts = await ask('/companies', { accept: 'application/json' })
    expect([forScripts.status, Object.keys(Object(await forScripts.json()))]).toEqual([503, ['error', 'reference']])
    const form = new URLSearchParams({ email: 'soumu@example.jp' })
    const posted = await fetch(`${env.BASE_URL}/sign-in`, { method: 'POST', body: form })
    expect(posted.status).toBeOneOf([403, 503])
    expect(await readiness()).toEqual([503, 200])

    await cluster.start()
    const since = Date.now()
    await untilTrue('it is ready', async () => (await ask('/health/ready')).ok)
    show('found again', { milliseconds: Date.now() - since })
    expect((await ask('/companies')).status).toBe(200)
  })

  it('loses nothing when it is stopped and started under load, and mails go on', async () => {
    onTestFailed(() => show('the portal said', portal.output().match(/.*request failed.*/g) ?? []))
    const journal = new Journal(env.BASE_URL)
    const load = runLoad(journal, mails, 3)
    const recoveries: number[] = []
    for (const how of ['fast', 'immediate', 'fast'] as const) {
      await pause(3000)
      await cluster.stop(how)
      await pause(500)
      await cluster.start()
      const since = Date.now()
      await untilTrue('it is ready', async () => (await ask('/health/ready')).ok)
      recoveries.push(Date.now() - since)
    }
    await load.finish()
    await stopInOrder(portal)
    const drained = await drainMails(database, mails, () => {
      portal = spawnPortal(env)
      return portal
    })
    const complaints = await complaintsIn(database, load)
    show('stopped and started', { ...figuresOf(journal, load, drained), millisecondsToServe: spreadOf(recoveries) })
    expect(complaints).toEqual({ lost: [], halfDone: [], histories: [] })
    expect(drained.report).toMatchObject({ complaints: [], waiting: [] })
    expect(journal.requests.postponed).toBeGreaterThan(0)
  })
})

describe('a database that is too busy', () => {
  it('does not keep people waiting for a lock, or for a connection, until they give up', async () => {
    const holder = new pg.Client({ connectionString: cluster.url })
    await holder.connect()
    await holder.query('begin; lock table companies in access exclusive mode')
    const started = Date.now()
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask('/companies')))
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([503])
    expect(Date.now() - started).toBeLessThan(30_000)
    await holder.query('rollback')
    await holder.end()
    expect((await ask('/companies')).status).toBe(200)
  })
})
