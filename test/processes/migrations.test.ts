import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { rowsIn } from '../../src/backups/check-archive.ts'
import { openArchive } from '../../src/backups/read-archive.ts'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import {
  allTables,
  loadRows,
  settleTransaction,
  type TableShape,
  withRestingConstraints
} from '../../src/backups/snapshot-store.ts'
import { readConfig } from '../../src/config.ts'
import type { Connection, Database } from '../../src/platform/database.ts'
import { demoMailer } from '../../src/platform/mailer.ts'
import { migrate, migrateUpTo, readMigrations } from '../../src/platform/migrate.ts'
import { openService } from '../../src/service.ts'
import { openEmptyDatabase } from '../support/databases.ts'

const folder = 'test/platform/versions'
const migrations = await readMigrations()
const keptAt = readdirSync(folder)
  .map((name) => migrations.findIndex(({ tag }) => `${tag}.zip` === name))
  .toSorted((one, other) => one - other)
const archiveOf = (index: number): string => `${folder}/${migrations[index]?.tag}.zip`

const opened: Connection[] = []
afterAll(async () => {
  for (const connection of opened) await connection.close()
})

const required = async (tx: Database, table: string): Promise<readonly string[]> =>
  (
    await tx.execute(sql`
      select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and attnotnull
        and not atthasdef and not attisdropped`)
  ).rows.map(({ name }) => String(name))

/** The columns of a table of an earlier version that a later archive can fill; null when that is not enough of them. */
const common = async (tx: Database, table: TableShape, later: TableShape['columns']): Promise<TableShape | null> => {
  const columns = table.columns.filter(({ name }) => later.some((column) => column.name === name))
  const missing = (await required(tx, table.name)).filter((name) => !columns.some((column) => column.name === name))
  return missing.length === 0 || (table.name === 'stored_files' && missing.join() === 'content')
    ? { ...table, columns }
    : null
}

/** Fills a schema of an earlier version with what a later archive holds of its tables and columns. */
const projectDown = async (tx: Database, path: string): Promise<void> => {
  const archive = await openArchive(path, null)
  await settleTransaction(tx)
  await withRestingConstraints(tx, async () => {
    for (const table of await allTables(tx)) {
      const later = archive.manifest.tables.find(({ name }) => name === table.name)?.columns ?? []
      const shape = await common(tx, table, later)
      if (shape === null) continue
      const places = shape.columns.map(({ name }) => later.findIndex((column) => column.name === name))
      for await (const row of rowsIn(archive, table.name))
        await loadRows(
          tx,
          shape,
          [places.map((place) => row[place] ?? null)],
          table.name === 'stored_files' ? Buffer.from('x') : undefined
        )
    }
  })
  await archive.close()
}

/** A database at one version, with data: of its own or of the version before it that has some, else of the one after. */
const openVersion = async (index: number): Promise<Connection> => {
  const connection = await openEmptyDatabase()
  opened.push(connection)
  await migrateUpTo(connection, index + 1)
  const from = keptAt.find((at) => at >= index) ?? -1
  await connection.db.transaction((tx) => projectDown(tx, archiveOf(from)))
  return connection
}

const counts = async (db: Database): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>()
  for (const { name } of await allTables(db)) {
    const { rows } = await db.execute(sql`select count(*)::int as n from ${sql.identifier(name)}`)
    found.set(name, Number(rows[0]?.n))
  }
  return found
}

/** Tables whose rows a migration drops on purpose, with the reason. */
const dropped: Readonly<Record<string, string>> = {
  sessions: 'everybody signs in anew',
  directory_entries: 'made anew when it is read'
}

const openPortal = async (connection: Connection) => {
  const config = readConfig({ LOG_LEVEL: 'silent', ROLE: 'web' })
  return (await openService(config, { connection, mailer: demoMailer, demoPeople: [] })).app
}

// Renewals begin with 0004: what is kept of later data breaks the rules that come with it when it is put in before.
const withData = migrations.map(({ tag }, index) => ({ tag, index })).slice(4)

describe.each(withData)('data of $tag', ({ index }) => {
  it('is brought to the newest version: no row is lost, every rule holds, the portal opens its pages', async () => {
    const connection = await openVersion(index)
    const before = await counts(connection.db)
    expect(before.get('applications')).toBeGreaterThan(20)
    await migrate(connection)
    const after = await counts(connection.db)
    const lost = [...before].filter(([name, rows]) => !(name in dropped) && after.get(name) !== rows && after.has(name))
    expect(lost).toEqual([])
    const { rows } = await connection.db.execute(sql`select conname from pg_constraint where not convalidated`)
    expect(rows).toEqual([])
    const app = await openPortal(connection)
    for (const url of ['/', '/companies', '/sign-in', '/sitemap.xml'])
      expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 200])
    await app.close()
  }, 120_000)
})

it('restores every kept backup of an earlier version', async () => {
  for (const at of keptAt) {
    const connection = await openEmptyDatabase()
    opened.push(connection)
    const { manifest } = await restoreBackup(connection, archiveOf(at), null)
    expect(manifest.migrations.length).toBe(at + 1)
  }
}, 120_000)
