import { asc, gt, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { storedFiles } from '../platform/table.ts'
import { namedHashes } from './file-reference-store.ts'

/** The next hashes after one in their order; those of the first files after an empty one. */
export const hashesAfter = async (db: Database, sha256: string, most: number): Promise<readonly string[]> => {
  const rows = await db
    .select({ sha256: storedFiles.sha256 })
    .from(storedFiles)
    .where(gt(storedFiles.sha256, sha256))
    .orderBy(asc(storedFiles.sha256))
    .limit(most)
  return rows.map((row) => row.sha256)
}

/** Whether stored bytes are still those that were stored. The database hashes them itself: nothing of them travels. */
export const isWhole = async (db: Database, sha256: string): Promise<boolean> => {
  const { rows } = await db.execute(sql`
    select encode(sha256(content), 'hex') = sha256 and octet_length(content) = size as whole
    from stored_files where sha256 = ${sha256}`)
  return rows[0]?.whole !== false
}

/** Hashes that something names and nothing is stored under. */
export const missingHashes = async (db: Database): Promise<readonly string[]> => {
  const named = await namedHashes(db)
  const { rows } = await db.execute(sql`
    select distinct named.sha256 from (${named}) as named
    where not exists (select 1 from stored_files where stored_files.sha256 = named.sha256) order by 1`)
  return rows.map(({ sha256 }) => String(sha256))
}
