import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, openPostgres, wrapPglite } from '../../src/platform/database.ts'
import { lendPglite } from './lend-pglite.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the migrated database to copy is: a PostgreSQL server and template, or a dump of the embedded one. */
    template:
      | { readonly kind: 'postgres'; readonly url: string; readonly name: string }
      | { readonly kind: 'pglite'; readonly dump: string }
  }
}

const withDatabase = (url: string, name: string): string => {
  const result = new URL(url)
  result.pathname = `/${name}`
  return result.toString()
}

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const makePostgres = async (url: string, template: string): Promise<Connection> => {
  const name = `wlgb_test_${randomBytes(6).toString('hex')}`
  await onServer(url, `create database ${name} template ${template}`)
  const connection = openPostgres(withDatabase(url, name), 5)
  return {
    ...connection,
    close: async () => {
      await connection.close()
      await onServer(url, `drop database if exists ${name} with (force)`)
    }
  }
}

const openPglite = lendPglite(async () => {
  const template = inject('template')
  if (template.kind === 'postgres') throw new Error('these tests run on PostgreSQL')
  return PGlite.create({ loadDataDir: new Blob([await readFile(template.dump)]) })
})

/** A migrated, empty database of its own for one test file: PostgreSQL when TEST_DATABASE_URL is set, else embedded. */
export const openTestDatabase = async (): Promise<Connection> => {
  const template = inject('template')
  return template.kind === 'postgres' ? makePostgres(template.url, template.name) : openPglite()
}

/** A database without any table, of the same kind as the others of this run. */
export const openEmptyDatabase = async (): Promise<Connection> => {
  const template = inject('template')
  return template.kind === 'postgres' ? makePostgres(template.url, 'template0') : wrapPglite(await PGlite.create())
}
