import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import pg from 'pg'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { guardAgainstFullDisk, type HasRoom, makeHasRoom, requireRoomForStatement } from './free-space.ts'

/** What a raw query gives with either driver. */
interface RawResult extends PgQueryResultHKT {
  type: { rows: Record<string, unknown>[] }
}

/** The database, or a transaction on it: every store function takes one as its first argument. */
export type Database = PgDatabase<RawResult>

/** A connection outside the pool and without its limits of time, for what may take long; the caller ends it. */
export type OpenClient = () => Promise<pg.Client>

/** An open database with what the job queue and the migrations need of the driver below it. */
export type Connection = {
  readonly db: Database
  readonly driver:
    | { readonly kind: 'postgres'; readonly pool: pg.Pool; readonly openClient: OpenClient }
    | { readonly kind: 'pglite'; readonly pglite: PGlite }
  /** Whether there is room for what people send; a server of its own looks after its disk itself. */
  readonly hasRoom: HasRoom
  readonly close: () => Promise<void>
}

const always: HasRoom = async () => true

// In milliseconds. What no page needs is ended by the server, so that one stuck statement or forgotten transaction does
// not hold the rows and connections that everybody else waits for. Who waits is told to come back (src/error-pages.ts).
const limits = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  connectionTimeoutMillis: 5_000
}

/** Opens PostgreSQL (15 or newer) at a `postgres://` URL. */
export const openPostgres = (url: string, poolSize = 10): Connection => {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, keepAlive: true, ...limits })
  // A connection that the server ends must not end the process, idle or in use: the next query on it reports it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const openClient = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  return {
    db: drizzlePg(pool),
    driver: { kind: 'postgres', pool, openClient },
    hasRoom: always,
    close: () => pool.end()
  }
}

/** Wraps a PGlite instance that somebody else opened (tests open theirs from a dump). */
export const wrapPglite = (pglite: PGlite, lock?: FolderLock, hasRoom: HasRoom = always): Connection => ({
  hasRoom,
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
 * @throws NoRoomError when its disk is full
 */
export const openEmbedded = async (folder: string): Promise<Connection> => {
  mkdirSync(folder, { recursive: true })
  requireRoomForStatement(folder)
  const lock = lockFolder(folder)
  const pglite = await PGlite.create({ dataDir: `${folder}/pglite` })
  guardAgainstFullDisk(pglite, folder)
  return wrapPglite(pglite, lock, makeHasRoom(folder))
}

/**
 * Opens the configured database: PostgreSQL, or the embedded one where no URL is given.
 * @throws FolderInUseError, NoRoomError as `openEmbedded`
 */
export const openDatabase = async ({
  databaseUrl,
  dataFolder
}: {
  readonly databaseUrl: string | null
  readonly dataFolder: string
}): Promise<Connection> => (databaseUrl === null ? openEmbedded(dataFolder) : openPostgres(databaseUrl))
