import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { EntryContent } from './entry.ts'
import { directoryEntries } from './table.ts'

/** A kept entry. */
export type Entry = typeof directoryEntries.$inferSelect

/** What is told by the entries of some certifications, in no order. Where there is no entry, nothing is given. */
export const contentsOf = async (
  db: Database,
  certificationIds: readonly string[]
): Promise<readonly EntryContent[]> => {
  if (certificationIds.length === 0) return []
  const rows = await db
    .select({ content: directoryEntries.content })
    .from(directoryEntries)
    .where(inArray(directoryEntries.certificationId, [...certificationIds]))
  return rows.map(({ content }) => content)
}

/**
 * Keeps entries in place of those before. Rows are written in the order of their keys, so that two processes that keep
 * the same ones wait for each other and never for ever; whichever comes last stands, and is found stale if it is older.
 */
export const saveEntries = async (db: Database, entries: readonly Entry[]): Promise<void> => {
  if (entries.length === 0) return
  const inOrder = entries.toSorted((one, other) => (one.certificationId < other.certificationId ? -1 : 1))
  await db
    .insert(directoryEntries)
    .values(inOrder)
    .onConflictDoUpdate({
      target: directoryEntries.certificationId,
      set: {
        companyId: sql`excluded.company_id`,
        madeFrom: sql`excluded.made_from`,
        nameKana: sql`excluded.name_kana`,
        industry: sql`excluded.industry`,
        size: sql`excluded.size`,
        passedCategories: sql`excluded.passed_categories`,
        measures: sql`excluded.measures`,
        searchText: sql`excluded.search_text`,
        bigrams: sql`excluded.bigrams`,
        content: sql`excluded.content`,
        madeAt: sql`excluded.made_at`
      }
    })
}

/** Takes a company out of what is kept, as part of the caller's transaction. */
export const deleteEntriesOf = async (tx: Database, companyId: string): Promise<void> => {
  await tx.delete(directoryEntries).where(eq(directoryEntries.companyId, companyId))
}
