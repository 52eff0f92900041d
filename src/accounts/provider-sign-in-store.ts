import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { providerSignIns } from './table.ts'

export const insertProviderSignIn = async (tx: Database, row: typeof providerSignIns.$inferInsert): Promise<void> => {
  await tx.insert(providerSignIns).values(row)
}

/** Forgets sign-ins whose time was over at an instant. */
export const deleteProviderSignInsBefore = async (tx: Database, before: Date): Promise<void> => {
  await tx.delete(providerSignIns).where(lt(providerSignIns.expiresAt, before))
}

/**
 * Uses up the sign-in of a state, which only the browser that began it can do, in time and once.
 * @returns where the person wanted to go, or null when there is no such sign-in (any more)
 */
export const takeProviderSignIn = async (
  tx: Database,
  { stateHash, browserHash, providerId, at }: Record<'stateHash' | 'browserHash' | 'providerId', string> & { at: Date }
): Promise<{ readonly returnPath: string } | null> => {
  const [row] = await tx
    .update(providerSignIns)
    .set({ usedAt: at })
    .where(
      and(
        eq(providerSignIns.stateHash, stateHash),
        eq(providerSignIns.browserHash, browserHash),
        eq(providerSignIns.providerId, providerId),
        isNull(providerSignIns.usedAt),
        gt(providerSignIns.expiresAt, at)
      )
    )
    .returning({ returnPath: providerSignIns.returnPath })
  return row ?? null
}
