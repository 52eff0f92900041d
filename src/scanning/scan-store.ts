import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { storedFiles } from '../platform/table.ts'
import type { ScanState } from './file-scan.ts'
import { fileScans } from './table.ts'

/** Notes that a stored file waits for its scan. False when it was noted before, whatever came of it. */
export const insertWaiting = async (tx: Database, sha256: string, askedAt: Date): Promise<boolean> => {
  const rows = await tx
    .insert(fileScans)
    .values({ sha256, state: 'waiting', askedAt })
    .onConflictDoNothing()
    .returning({ sha256: fileScans.sha256 })
  return rows.length > 0
}

/** Where the scan of a file stands, held until the transaction ends; null when it was never asked for. */
export const lockScan = async (tx: Database, sha256: string): Promise<ScanState | null> => {
  const [row] = await tx
    .select({ state: fileScans.state })
    .from(fileScans)
    .where(eq(fileScans.sha256, sha256))
    .for('update')
  return row?.state ?? null
}

/** Keeps what came of a try. */
export const saveScan = async (
  tx: Database,
  sha256: string,
  outcome: Partial<Pick<typeof fileScans.$inferInsert, 'state' | 'found' | 'engine' | 'lastError' | 'scannedAt'>>
): Promise<void> => {
  await tx
    .update(fileScans)
    .set({ ...outcome, attempts: sql`${fileScans.attempts} + 1` })
    .where(eq(fileScans.sha256, sha256))
}

/** Where the scans of files stand; files without one are left out. */
export const statesOf = async (db: Database, hashes: readonly string[]): Promise<ReadonlyMap<string, ScanState>> => {
  if (hashes.length === 0) return new Map()
  const rows = await db
    .select({ sha256: fileScans.sha256, state: fileScans.state })
    .from(fileScans)
    .where(inArray(fileScans.sha256, [...new Set(hashes)]))
  return new Map(rows.map(({ sha256, state }) => [sha256, state]))
}

/** Stored files that no scanner has answered for, those first that were never asked for. */
export const unscannedFiles = async (db: Database, most: number): Promise<readonly string[]> => {
  const rows = await db
    .select({ sha256: storedFiles.sha256 })
    .from(storedFiles)
    .leftJoin(fileScans, eq(fileScans.sha256, storedFiles.sha256))
    .where(or(isNull(fileScans.sha256), inArray(fileScans.state, ['waiting', 'failed'])))
    .orderBy(sql`${fileScans.attempts} nulls first`, asc(storedFiles.sha256))
    .limit(most)
  return rows.map(({ sha256 }) => sha256)
}

/** Clean files whose last scan lies before an instant, the oldest first: signatures have changed since. */
export const longScanned = async (db: Database, before: Date, most: number): Promise<readonly string[]> => {
  const rows = await db
    .select({ sha256: fileScans.sha256 })
    .from(fileScans)
    .where(and(eq(fileScans.state, 'clean'), lt(fileScans.scannedAt, before)))
    .orderBy(asc(fileScans.scannedAt))
    .limit(most)
  return rows.map(({ sha256 }) => sha256)
}

/** Those of some files in which a scanner found something, whether or not there is one now. */
export const infectedAmong = async <File extends { readonly sha256: string }>(
  db: Database,
  files: readonly File[]
): Promise<readonly File[]> => {
  const hashes = files.map(({ sha256 }) => sha256)
  const states = await statesOf(db, hashes)
  return files.filter(({ sha256 }) => states.get(sha256) === 'infected')
}
