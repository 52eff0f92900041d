import { and, count, eq, isNull, lt } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { factorEnrolments, recoveryCodes, secondFactors } from './table.ts'

export type Factor = typeof secondFactors.$inferSelect

/** The second factor of an account, or null. */
export const findFactor = async (db: Database, userId: string): Promise<Factor | null> => {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  return row ?? null
}

/** Whether an account has a second factor. */
export const hasFactor = async (db: Database, userId: string): Promise<boolean> =>
  (await findFactor(db, userId)) !== null

/** Puts a second factor and its recovery codes in the place of those before. */
export const replaceFactor = async (tx: Database, factor: Factor, codeHashes: readonly string[]): Promise<void> => {
  await deleteFactor(tx, factor.userId)
  await tx.insert(secondFactors).values(factor)
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId: factor.userId, codeHash })))
}

/** Removes a second factor with its recovery codes. False when there is none. */
export const deleteFactor = async (tx: Database, userId: string): Promise<boolean> => {
  const rows = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ userId: secondFactors.userId })
  return rows.length > 0
}

/** Uses up a step of time and all before it. False when it was used already. */
export const takeStep = async (tx: Database, userId: string, step: number): Promise<boolean> => {
  const rows = await tx
    .update(secondFactors)
    .set({ usedStep: step })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.usedStep, step)))
    .returning({ userId: secondFactors.userId })
  return rows.length > 0
}

/** Keeps the secret of a second factor as it is sealed now. */
export const storeSecret = async (tx: Database, userId: string, secret: string): Promise<void> => {
  await tx.update(secondFactors).set({ secret }).where(eq(secondFactors.userId, userId))
}

/** The sealed secrets of all second factors. */
export const sealedSecrets = (db: Database): Promise<readonly { readonly userId: string; readonly secret: string }[]> =>
  db.select({ userId: secondFactors.userId, secret: secondFactors.secret }).from(secondFactors)

/** Uses up a recovery code. False when there is no such code, or it was used. */
export const takeRecoveryCode = async (
  tx: Database,
  { userId, codeHash, at }: { readonly userId: string; readonly codeHash: string; readonly at: Date }
): Promise<boolean> => {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId })
  return rows.length > 0
}

/** How many recovery codes an account has left. */
export const countRecoveryCodes = async (db: Database, userId: string): Promise<number> => {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.left ?? 0
}

/** The sealed secret that a session is shown: the one that was first, however often the page is opened. */
export const findOrInsertEnrolment = async (
  tx: Database,
  enrolment: typeof factorEnrolments.$inferInsert
): Promise<string> => {
  await tx.insert(factorEnrolments).values(enrolment).onConflictDoNothing()
  return (await findEnrolment(tx, enrolment.sessionId)) ?? enrolment.secret
}

/** The sealed secret that a session was shown, or null. */
export const findEnrolment = async (tx: Database, sessionId: string): Promise<string | null> => {
  const [row] = await tx.select().from(factorEnrolments).where(eq(factorEnrolments.sessionId, sessionId))
  return row?.secret ?? null
}

export const deleteEnrolment = async (tx: Database, sessionId: string): Promise<void> => {
  await tx.delete(factorEnrolments).where(eq(factorEnrolments.sessionId, sessionId))
}
