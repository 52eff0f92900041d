import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { signInCodes } from './table.ts'

export const insertCode = async (tx: Database, code: typeof signInCodes.$inferInsert): Promise<void> => {
  await tx.insert(signInCodes).values(code)
}

/** Makes the code worthless that a browser asked for. False when there is none. */
export const deleteCode = async (tx: Database, tokenHash: string): Promise<boolean> => {
  const rows = await tx
    .delete(signInCodes)
    .where(eq(signInCodes.tokenHash, tokenHash))
    .returning({ tokenHash: signInCodes.tokenHash })
  return rows.length > 0
}

/** Takes one of the tries that a code allows and gives its hash; null when it has none left, or its time is over. */
export const takeTry = async (
  tx: Database,
  { tokenHash, email, at, most }: { tokenHash: string; email: string; at: Date; most: number }
): Promise<string | null> => {
  const [row] = await tx
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(
      and(
        eq(signInCodes.tokenHash, tokenHash),
        eq(signInCodes.email, email),
        gt(signInCodes.expiresAt, at),
        lt(signInCodes.tries, most)
      )
    )
    .returning({ codeHash: signInCodes.codeHash })
  return row?.codeHash ?? null
}

/** Whether a code that is still in time has been tried so often that it is worthless. */
export const isUsedUp = async (tx: Database, tokenHash: string, at: Date): Promise<boolean> => {
  const rows = await tx
    .select({ tries: signInCodes.tries })
    .from(signInCodes)
    .where(and(eq(signInCodes.tokenHash, tokenHash), gt(signInCodes.expiresAt, at)))
  return rows.length > 0
}

/** Removes the codes whose time was over at an instant; gives how many. */
export const deleteCodesEndedBy = async (tx: Database, at: Date): Promise<number> => {
  const rows = await tx.delete(signInCodes).where(lt(signInCodes.expiresAt, at)).returning({ email: signInCodes.email })
  return rows.length
}
