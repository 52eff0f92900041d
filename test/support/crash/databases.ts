import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Connection, openEmbedded, openPostgres } from '../../../src/platform/database.ts'

/** An empty database for a portal in a process of its own, that the test looks into once the process has ended. */
export type PortalDatabase = {
  readonly env: Readonly<Record<string, string>>
  readonly open: () => Promise<Connection>
  readonly drop: () => Promise<void>
}

const server = process.env.TEST_DATABASE_URL || 'postgres://postgres@127.0.0.1:5432/postgres'

const onServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** An empty database on the PostgreSQL server of the tests. */
export const onPostgres = async (): Promise<PortalDatabase> => {
  const name = `wlgb_crash_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    env: { DATABASE_URL: url.toString() },
    open: async () => openPostgres(url.toString(), 2),
    drop: () => onServer(`drop database if exists ${name} with (force)`)
  }
}

/** An empty folder for the embedded database. */
export const onEmbedded = async (): Promise<PortalDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'wlgb-crash-'))
  return {
    env: { DATA_DIR: folder },
    open: () => openEmbedded(folder),
    drop: () => rm(folder, { recursive: true, force: true })
  }
}

/** Both of them, by name. */
export const portalDatabases = { PostgreSQL: onPostgres, 'the embedded database': onEmbedded } as const
