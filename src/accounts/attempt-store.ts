import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { type AttemptKind, type AttemptLimit, attemptLimits } from './attempt-limits.ts'
import { attempts } from './table.ts'

/**
 * Counts one attempt and tells whether it is within its limit. One statement: of attempts made at once in any number of
 * processes, no more pass than may.
 * @param key a keyed hash of whom or what is limited
 */
export const takeAttempt = async (tx: Database, kind: AttemptKind, key: string, at: Date): Promise<boolean> => {
  const { most, within }: AttemptLimit = attemptLimits[kind]
  const isOver = lt(attempts.startedAt, new Date(at.getTime() - within))
  const [row] = await tx
    .insert(attempts)
    .values({ kind, key, count: 1, startedAt: at })
    .onConflictDoUpdate({
      target: [attempts.kind, attempts.key],
      set: {
        count: sql`case when ${isOver} then 1 else ${attempts.count} + 1 end`,
        startedAt: sql`case when ${isOver} then excluded.started_at else ${attempts.startedAt} end`
      }
    })
    .returning({ count: attempts.count })
  return row !== undefined && row.count <= most
}

/** Takes an attempt back that turned out to be a right one. */
export const giveBackAttempt = async (tx: Database, kind: AttemptKind, key: string): Promise<void> => {
  await tx
    .update(attempts)
    .set({ count: sql`greatest(${attempts.count} - 1, 0)` })
    .where(and(eq(attempts.kind, kind), eq(attempts.key, key)))
}

/** Forgets what began to be counted before an instant; gives how many. */
export const deleteAttemptsBefore = async (tx: Database, before: Date): Promise<number> => {
  const rows = await tx.delete(attempts).where(lt(attempts.startedAt, before)).returning({ kind: attempts.kind })
  return rows.length
}
