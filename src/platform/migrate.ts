import { fileURLToPath } from 'node:url'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import type { Connection } from './database.ts'
import { projectRoot } from './project-root.ts'

const migrationsFolder = fileURLToPath(new URL('migrations', projectRoot))

/** Any fixed number serves; it only has to be the same in every process of this product. */
const advisoryLock = 7_123_456

/**
 * Brings the schema up to date. On PostgreSQL it holds an advisory lock meanwhile, so two processes that start at once
 * are safe: the second waits and then finds nothing to do.
 */
export const migrate = async ({ driver }: Connection): Promise<void> => {
  if (driver.kind === 'pglite') return migratePglite(drizzlePglite(driver.pglite), { migrationsFolder })
  const client = await driver.openClient()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await migratePg(drizzlePg(client), { migrationsFolder })
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}
