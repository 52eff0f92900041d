import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import pg from 'pg'
import { type FolderLock, lockFolder } from './folder-lock.ts'

/** What a raw query gives with either driver. */
interface RawResult extends PgQueryResultHKT {
  type: { rows: Record<string, unknown>[] }
}

/** The database, or a transaction on it: every store function takes one as its first argument. */
export type Database = PgDatabase<RawResult>

/** An open database with what the job queue and the migrations need of the driver below it. */
export type Connection = {
  readonly db: Database
  readonly driver:
    | { readonly kind: 'postgres'; readonly pool: pg.Pool }
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
  readonly close: () => Promise<void>
}

/** Opens PostgreSQL (15 or newer) at a `postgres://` URL. */
export const openPostgres = (url: string, poolSize = 10): Connection => {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 })
  // An idle connection that the server ends must not end the process; the next query reports it.
  pool.on('error', () => undefined)
  return { db: drizzlePg(pool), driver: { kind: 'postgres', pool }, close: () => pool.end() }
}

/** Wraps a PGlite instance that somebody else opened (tests open theirs from a dump). */
export const wrapPglite = (pglite: PGlite, lock?: FolderLock): Connection => ({
  db: drizzlePglite(pglite),
  driver: { kind: 'pglite', pglite },
  close: async () => {
    await pglite.close()
    lock?.release()
  }
})

/**
 * Opens the embedded database in a folder, made when absent.
 * @throws FolderInUseError when another process has the folder open: PGlite must not be opened twice.
 */
export const openEmbedded = async (folder: string): Promise<Connection> => {
  const lock = lockFolder(folder)
  const pglite = await PGlite.create({ dataDir: `${folder}/pglite` })
  return wrapPglite(pglite, lock)
}
