import { eq } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { secondFactors } from './table.ts'

/** Whether an account has a second factor. */
export const hasFactor = async (db: Database, userId: string): Promise<boolean> => {
  const rows = await db
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
  return rows.length > 0
}
