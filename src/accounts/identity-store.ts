import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { ProviderId } from './identity-provider.ts'
import { identities } from './table.ts'

/** The account that a provider's subject is linked to, or null. */
export const findLinkedAccount = async (
  db: Database,
  providerId: ProviderId,
  subject: string
): Promise<string | null> => {
  const [row] = await db
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.providerId, providerId), eq(identities.accountId, subject)))
  return row?.userId ?? null
}

/** Links a subject to an account. False when either is linked already. */
export const insertIdentity = async (
  tx: Database,
  link: { id: string; providerId: ProviderId; subject: string; userId: string; at: Date }
): Promise<boolean> => {
  const { id, providerId, subject, userId, at } = link
  const rows = await tx
    .insert(identities)
    .values({ id, providerId, accountId: subject, userId, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ id: identities.id })
  return rows.length > 0
}

/** Notes the number that a provider vouched for last. */
export const noteLegalEntityNumber = async (
  tx: Database,
  { providerId, userId, number, at }: { providerId: ProviderId; userId: string; number: string | null; at: Date }
): Promise<void> => {
  await tx
    .update(identities)
    .set({ legalEntityNumber: number, updatedAt: at })
    .where(and(eq(identities.providerId, providerId), eq(identities.userId, userId)))
}

/** The 法人番号 that a provider vouches for, of the company that a person signs in for, or null. */
export const findVouchedNumber = async (db: Database, userId: string): Promise<string | null> => {
  const [row] = await db
    .select({ number: identities.legalEntityNumber })
    .from(identities)
    .where(and(eq(identities.userId, userId), isNotNull(identities.legalEntityNumber)))
  return row?.number ?? null
}
