import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { erasedName } from '../platform/erasure.ts'
import { identities, roleGrants, secondFactors, sessions, signInCodes, users } from './table.ts'

/** The end of an address that nobody can have (RFC 2606). */
const nowhere = 'erased.invalid'

/** Whether an account ever held an office: what officials did in their office stays under their name. */
export const everHeldOffice = async (db: Database, userId: string): Promise<boolean> => {
  const rows = await db.select({ id: roleGrants.id }).from(roleGrants).where(eq(roleGrants.userId, userId)).limit(1)
  return rows.length > 0
}

/**
 * Takes out of an account whose it was; the row stays, because histories refer to it. Its sign-ins end, its
 * second factor and its links to identity providers go. Its address is free for a new account.
 * @param keepsName of who held an office
 * @returns false when it was erased before
 */
export const eraseAccountRow = async (
  tx: Database,
  { id, at, keepsName }: { readonly id: string; readonly at: Date; readonly keepsName: boolean }
): Promise<boolean> => {
  const [account] = await tx
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.erasedAt)))
  if (account === undefined) return false
  await tx.delete(sessions).where(eq(sessions.userId, id))
  await tx.delete(identities).where(eq(identities.userId, id))
  await tx.delete(secondFactors).where(eq(secondFactors.userId, id))
  await tx.delete(signInCodes).where(eq(signInCodes.email, account.email))
  await tx
    .update(users)
    .set({
      ...(keepsName ? {} : { name: erasedName }),
      email: `${id}@${nowhere}`,
      emailVerified: false,
      image: null,
      lastSignedInAt: null,
      updatedAt: at,
      erasedAt: at
    })
    .where(eq(users.id, id))
  return true
}
