import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { storedFiles } from '../platform/table.ts'
import { namedHashes } from './file-reference-store.ts'

const unnamed = async (db: Database) =>
  sql`not exists (select 1 from (${await namedHashes(db)}) as named where named.sha256 = ${storedFiles.sha256})`

/** Stored files that nothing names and that were stored last before an instant. */
export const unusedFiles = async (db: Database, before: Date, most: number): Promise<readonly string[]> => {
  const rows = await db
    .select({ sha256: storedFiles.sha256 })
    .from(storedFiles)
    .where(and(lt(storedFiles.storedAt, before), await unnamed(db)))
    .orderBy(asc(storedFiles.storedAt))
    .limit(most)
  return rows.map(({ sha256 }) => sha256)
}

/**
 * Deletes a stored file if it is unused still, all of that asked in the statement itself: whoever stores the same bytes at
 * this moment makes them new, waits or is waited for, and the file stays.
 * @throws a violation of a foreign key when somebody came to name it in the same instant
 */
export const deleteUnusedFile = async (db: Database, sha256: string, before: Date): Promise<boolean> => {
  const rows = await db
    .delete(storedFiles)
    .where(and(eq(storedFiles.sha256, sha256), lt(storedFiles.storedAt, before), await unnamed(db)))
    .returning({ sha256: storedFiles.sha256 })
  return rows.length > 0
}
