import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { z } from 'zod'
import type { Connection, Database } from './database.ts'
import { projectRoot } from './project-root.ts'

const migrationsFolder = fileURLToPath(new URL('migrations', projectRoot))

/** Any fixed number serves; it only has to be the same in every process of this product. */
const advisoryLock = 7_123_456

/** A step of the schema: its name and the hash of its statements. */
export type Migration = { readonly tag: string; readonly hash: string }

const journal = z.object({ entries: z.array(z.looseObject({ tag: z.string() })) })

const readJournal = async (): Promise<z.infer<typeof journal>> =>
  journal.parse(JSON.parse(await readFile(join(migrationsFolder, 'meta/_journal.json'), 'utf8')))

/** All migrations of this version, oldest first. */
export const readMigrations = async (): Promise<readonly Migration[]> => {
  const files = readMigrationFiles({ migrationsFolder })
  return (await readJournal()).entries.map(({ tag }, index) => ({ tag, hash: files[index]?.hash ?? '' }))
}

/** The migrations that a database has seen, oldest first; those of a later version are named `?`. */
export const readMigrationsOf = async (db: Database): Promise<readonly Migration[]> => {
  const { rows } = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as begun`)
  if (rows[0]?.begun !== true) return []
  const known = await readMigrations()
  const seen = await db.execute(sql`select hash from drizzle.__drizzle_migrations order by created_at`)
  return seen.rows.map(({ hash }) => ({
    tag: known.find((migration) => migration.hash === hash)?.tag ?? '?',
    hash: String(hash)
  }))
}

/** A copy of the migrations up to a number of them, for as long as something is done with it. */
const withFirstMigrations = async (count: number, use: (folder: string) => Promise<void>): Promise<void> => {
  const { entries, ...rest } = await readJournal()
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-migrations-'))
  try {
    const first = entries.slice(0, count)
    await mkdir(join(folder, 'meta'))
    await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify({ ...rest, entries: first }))
    for (const { tag } of first) await cp(join(migrationsFolder, `${tag}.sql`), join(folder, `${tag}.sql`))
    await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const migrateFrom = async ({ driver }: Connection, folder: string): Promise<void> => {
  if (driver.kind === 'pglite') return migratePglite(drizzlePglite(driver.pglite), { migrationsFolder: folder })
  const client = await driver.openClient()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await migratePg(drizzlePg(client), { migrationsFolder: folder })
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

/**
 * Brings the schema up to date. On PostgreSQL it holds an advisory lock meanwhile, so two processes that start at once
 * are safe: the second waits and then finds nothing to do.
 */
export const migrate = (connection: Connection): Promise<void> => migrateFrom(connection, migrationsFolder)

/** Brings an empty database to where the first so many migrations lead: the schema of an earlier version. */
export const migrateUpTo = (connection: Connection, count: number): Promise<void> =>
  withFirstMigrations(count, (folder) => migrateFrom(connection, folder))
