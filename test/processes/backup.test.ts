import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/backups/read-archive.ts'
import { askForCode, makeDatabase, runProgram } from '../support/commands.ts'
import { freePort, type ServedPortal, servePortal } from '../support/served-portal.ts'

let folder: string
let port: string
let database: Awaited<ReturnType<typeof makeDatabase>>
const cleanUp: (() => Promise<unknown>)[] = []

const file = (name: string): string => join(folder, name)
const embedded = (name: string) => ({ DATA_DIR: file(name), PORT: port })
const onServer = () => ({
  DATABASE_URL: database.url,
  PORT: port,
  BASE_URL: `http://localhost:${port}`,
  SESSION_SECRET: 'a secret of more than 32 characters',
  TRUST_PROXY: 'loopback'
})
const manifestOf = async (name: string) => {
  const archive = await openArchive(file(name), null)
  await archive.close()
  return archive.manifest
}

/** What differs from start to start: nonces, tokens, what a form remembers. */
const steady = (page: string): string => page.replace(/(value|nonce)="[A-Za-z0-9_.-]{16,}"/g, '')

const look = async ({ url }: ServedPortal): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  // Pictures that carry a signature are signed anew each time.
  const passed = /^\/(assets|dev)|\.png$/
  const ways = ['/', '/companies', '/sitemap.xml']
  for (const way of ways) {
    const text = await (await fetch(url + way)).text()
    found.set(way, steady(text))
    if (found.size < 60)
      for (const [, next = ''] of text.matchAll(/href="(\/[^"#?]*)"/g))
        if (!passed.test(next) && !ways.includes(next)) ways.push(next)
  }
  return found
}

let before: ReadonlyMap<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlgb-backup-'))
  cleanUp.push(() => rm(folder, { recursive: true, force: true }))
  port = String(await freePort())
  database = await makeDatabase()
  cleanUp.push(database.drop)
  const demo = await servePortal(embedded('data'))
  before = await look(demo)
  const refused = await runProgram('backup', embedded('data'), file('too-early.zip'))
  expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('BACKUP_DIR') })
  await demo.stop()
}, 300_000)
afterAll(async () => {
  for (const clean of cleanUp.reverse()) await clean()
})

describe('the whole demo', () => {
  it('goes from the embedded database into PostgreSQL, and its certificates byte by byte', async () => {
    const made = await runProgram('backup', embedded('data'), file('one.zip'))
    expect(made).toMatchObject({ code: 0 })
    const restored = await runProgram('restore', onServer(), file('one.zip'))
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('確かめました') })
    expect(await runProgram('backup', onServer(), file('two.zip'))).toMatchObject({ code: 0 })
    const [one, two] = [await manifestOf('one.zip'), await manifestOf('two.zip')]
    // The command itself records that it ran.
    const others = (manifest: typeof one) => manifest.tables.filter(({ name }) => name !== 'work_runs')
    expect(others(two)).toEqual(others(one))
    expect(two.files).toEqual(one.files)
    expect(two.files.count).toBeGreaterThan(20)
  })

  it('is saved as it is at one instant while the portal on PostgreSQL serves and writes', async () => {
    const portal = await servePortal(onServer())
    const acknowledged: string[] = []
    let writing = true
    const write = async (writer: number): Promise<void> => {
      for (let turn = 0; writing; turn++) {
        const email = `writer-${writer}-${turn}@example.jp`
        if ((await askForCode(portal.url, email, `198.51.${writer}.${turn % 250}`)) < 400) acknowledged.push(email)
      }
    }
    const writers = [1, 2, 3].map(write)
    while (acknowledged.length < 5) await new Promise((resolve) => setImmediate(resolve))
    const early = [...acknowledged]
    const made = await runProgram('backup', onServer(), file('three.zip'))
    writing = false
    await Promise.all(writers)
    expect(made).toMatchObject({ code: 0 })
    expect(acknowledged.length).toBeGreaterThan(early.length)
    await portal.stop()
    const copy = await makeDatabase()
    cleanUp.push(copy.drop)
    expect(await runProgram('restore', { ...onServer(), DATABASE_URL: copy.url }, file('three.zip'))).toMatchObject({
      code: 0
    })
    const client = new pg.Client({ connectionString: copy.url })
    await client.connect()
    const { rows } = await client.query("select recipient from mails where recipient like 'writer-%'")
    await client.end()
    expect(rows.map(({ recipient }) => recipient)).toEqual(expect.arrayContaining(early))
  })

  it('comes back into an empty embedded database and serves the same pages', async () => {
    expect(await runProgram('restore', embedded('back'), file('two.zip'))).toMatchObject({ code: 0 })
    const portal = await servePortal(embedded('back'))
    const after = await look(portal)
    await portal.stop()
    expect([...after.keys()]).toEqual([...before.keys()])
    expect(after.size).toBeGreaterThan(20)
    expect([...after].filter(([way, page]) => before.get(way) !== page).map(([way]) => way)).toEqual([])
    const refused = await runProgram('restore', embedded('back'), file('two.zip'))
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('not empty') })
  })
})

describe('with BACKUP_DIR', () => {
  it('a portal on the embedded database keeps a backup of its own while it serves', async () => {
    const portal = await servePortal({
      ...embedded('data'),
      BACKUP_DIR: file('kept'),
      BACKUP_KEY: Buffer.alloc(32, 3).toString('base64')
    })
    const { readdir } = await import('node:fs/promises')
    const deadline = Date.now() + 60_000
    const kept = async () => (await readdir(file('kept')).catch(() => [])).filter((name) => name.endsWith('.sealed'))
    while ((await kept()).length === 0 && Date.now() < deadline) expect((await fetch(portal.url)).status).toBe(200)
    await portal.stop()
    const [name = ''] = await kept()
    const archive = await openArchive(join(file('kept'), name), Buffer.alloc(32, 3))
    expect(archive.manifest.tables.length).toBeGreaterThan(30)
    await archive.close()
  })
})
