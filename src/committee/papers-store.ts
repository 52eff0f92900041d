import { desc, eq } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { meetingPapers } from './table.ts'

/** The papers of a meeting as they were made once. */
export type StoredPapers = {
  readonly sha256: string
  readonly pages: number
  /** Bytes. */
  readonly size: number
  readonly madeAt: Date
}

/** The papers that members read: those made last, or null before any were made. */
export const findLatestPapers = async (db: Database, meetingId: string): Promise<StoredPapers | null> => {
  const [row] = await db
    .select({
      sha256: meetingPapers.sha256,
      pages: meetingPapers.pages,
      size: meetingPapers.size,
      madeAt: meetingPapers.madeAt
    })
    .from(meetingPapers)
    .where(eq(meetingPapers.meetingId, meetingId))
    .orderBy(desc(meetingPapers.madeAt), desc(meetingPapers.id))
    .limit(1)
  return row ?? null
}

export const insertPapers = async (tx: Database, row: typeof meetingPapers.$inferInsert): Promise<void> => {
  await tx.insert(meetingPapers).values(row)
}
