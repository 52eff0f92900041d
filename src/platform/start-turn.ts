import type { Connection } from './database.ts'

/** Any fixed number serves, as long as it differs from the lock of the migrations, which is taken meanwhile. */
const advisoryLock = 7_123_457

/**
 * Lets processes that start at once prepare the database one after the other: the queue's own schema and the first
 * officials' accounts are made only if they are missing, which two processes would find at the same moment.
 */
export const inStartTurn = async <T>({ driver }: Connection, prepare: () => Promise<T>): Promise<T> => {
  if (driver.kind === 'pglite') return prepare()
  const client = await driver.openClient()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    return await prepare()
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}
