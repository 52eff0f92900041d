import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import { allTables } from '../../src/backups/snapshot-store.ts'
import type { Connection, Database } from '../../src/platform/database.ts'
import { migrate, migrateUpTo, readMigrations } from '../../src/platform/migrate.ts'
import { openTestApp } from '../support/app.ts'
import { openEmptyDatabase } from '../support/databases.ts'
import { loadVersionData } from '../support/version-data.ts'

const folder = 'test/platform/versions'
const migrations = await readMigrations()
const kept = readdirSync(folder).toSorted()
const newest = `${folder}/${kept.at(-1)}`
/** How many migrations the newest archive has seen; a version after it has no data yet. */
const seen = migrations.findIndex(({ tag }) => `${tag}.zip` === kept.at(-1)) + 1
const versions = migrations.slice(0, seen).map(({ tag }, version) => ({ tag, version }))

let connection: Connection
let closed = false
const open = async (): Promise<Connection> => {
  connection = await openEmptyDatabase()
  closed = false
  return connection
}
afterEach(async () => {
  if (!closed) await connection.close()
})

const counts = async (db: Database): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>()
  for (const { name } of await allTables(db)) {
    const { rows } = await db.execute(sql`select count(*)::int as n from ${sql.identifier(name)}`)
    found.set(name, Number(rows[0]?.n))
  }
  return found
}

/** Rows that a migration drops on purpose: of which table, before which migration, and why. */
const dropped = [
  { table: 'sessions', before: 11, why: 'tokens were kept as they are: everybody signs in anew' },
  { table: 'verifications', before: 11, why: 'codes that were on their way' }
]
const isDropped = (table: string, version: number): boolean =>
  dropped.some((known) => known.table === table && version < known.before)

const everybody = [
  '/',
  '/companies',
  '/companies/1',
  '/verify',
  '/open-data',
  '/self-check',
  '/sign-in',
  '/sitemap.xml'
]
const signedIn = [
  { email: 'soumu@minori-soft.example.jp', pages: ['/company', '/company/members'] },
  { email: 'sangyou@city-asaka.example.jp', pages: ['/desk', '/meetings'] },
  { email: 'iinchou@committee.example.jp', pages: ['/meetings'] }
]

/** Opens the main pages of everybody and of each role; gives those that did not come. */
const openPages = async (): Promise<readonly string[]> => {
  const app = await openTestApp({ connection })
  const failed: string[] = []
  const note = (who: string, url: string, status: number) => {
    if (status !== 200) failed.push(`${who}${url} ${status}`)
  }
  const visitor = app.visitor()
  for (const url of everybody) note('', url, (await visitor.get(url)).status)
  for (const { email, pages } of signedIn) {
    const browser = await app.signIn(email)
    for (const url of pages) note(email, url, (await browser.get(url)).status)
  }
  await app.close()
  closed = true
  return failed
}

describe.each(versions)('data of $tag', ({ version }) => {
  it('is brought to the newest version: no row is lost, every rule holds, the portal opens its pages', async () => {
    const { db } = await open()
    await migrateUpTo(connection, version + 1)
    await db.transaction((tx) => loadVersionData(tx, version, newest))
    const before = await counts(db)
    expect([...before].filter(([, rows]) => rows === 0)).toEqual([])
    expect(before.get('applications')).toBeGreaterThan(20)
    await migrate(connection)
    const after = await counts(db)
    const expected = [...before].map(([table, rows]) => [table, isDropped(table, version) ? 0 : rows])
    expect(expected.map(([table]) => [table, after.get(String(table)) ?? 0])).toEqual(expected)
    const { rows } = await db.execute(sql`select conname from pg_constraint where not convalidated`)
    expect(rows).toEqual([])
    expect(await openPages()).toEqual([])
  })
})

it.each(kept)('restores the backup %s', async (name) => {
  const { manifest } = await restoreBackup(await open(), `${folder}/${name}`, null)
  expect(migrations[manifest.migrations.length - 1]?.tag).toBe(name.replace('.zip', ''))
})
