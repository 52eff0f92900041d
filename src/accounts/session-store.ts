import { and, desc, eq, isNull, lt, ne, notInArray } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { roleGrants, secondFactors, sessions, users } from './table.ts'
import type { OfficialRole } from './viewer.ts'

export type StoredSession = typeof sessions.$inferSelect

/** The owner of a session with everything that decides what it opens. */
export type SessionOwner = {
  readonly session: StoredSession
  readonly user: { readonly id: string; readonly email: string; readonly name: string }
  readonly role: OfficialRole | null
  /** Whether the account has a second factor. */
  readonly enrolled: boolean
}

/** The session of a token with its owner, in one query: every request asks. */
export const findSessionOwner = async (db: Database, tokenHash: string): Promise<SessionOwner | null> => {
  const [row] = await db
    .select({
      session: sessions,
      user: { id: users.id, email: users.email, name: users.name },
      role: roleGrants.role,
      factorOf: secondFactors.userId
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(roleGrants, and(eq(roleGrants.userId, users.id), isNull(roleGrants.revokedAt)))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(eq(sessions.tokenHash, tokenHash))
  return row === undefined ? null : { ...row, enrolled: row.factorOf !== null }
}

export const insertSession = async (tx: Database, session: typeof sessions.$inferInsert): Promise<void> => {
  await tx.insert(sessions).values(session)
}

/** Notes that a session was used, unless somebody has noted a later use. */
export const noteSeen = async (db: Database, id: string, at: Date): Promise<void> => {
  await db
    .update(sessions)
    .set({ lastSeenAt: at })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, at)))
}

/** Ends the session of a token. */
export const deleteSessionOf = async (tx: Database, tokenHash: string): Promise<void> => {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

/** Ends one session of an account. False when it is not that account's, or has ended. */
export const deleteSession = async (tx: Database, userId: string, id: string): Promise<boolean> => {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id })
  return rows.length > 0
}

/** Ends every session of an account but one, or all; gives how many. */
export const deleteSessionsOf = async (tx: Database, userId: string, exceptId?: string): Promise<number> => {
  const others = exceptId === undefined ? undefined : ne(sessions.id, exceptId)
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), others))
    .returning({ id: sessions.id })
  return rows.length
}

/** Ends the sessions of an account but the ones used last, as many as may stay; gives how many ended. */
export const deleteLeastUsedSessions = async (tx: Database, userId: string, stay: number): Promise<number> => {
  const usedLast = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(stay)
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), notInArray(sessions.id, usedLast)))
    .returning({ id: sessions.id })
  return rows.length
}

/** Ends every session of everybody; gives how many. */
export const deleteAllSessions = async (tx: Database): Promise<number> => {
  const rows = await tx.delete(sessions).returning({ id: sessions.id })
  return rows.length
}

/** Removes the sessions that began before an instant; gives how many. */
export const deleteSessionsBefore = async (tx: Database, before: Date): Promise<number> => {
  const rows = await tx.delete(sessions).where(lt(sessions.createdAt, before)).returning({ id: sessions.id })
  return rows.length
}

/** Makes a session whole, under a new token. */
export const completeSession = async (
  tx: Database,
  { id, tokenHash, at }: { readonly id: string; readonly tokenHash: string; readonly at: Date }
): Promise<void> => {
  await tx.update(sessions).set({ tokenHash, factorAt: at }).where(eq(sessions.id, id))
}

/** The sessions of an account, the one used last first; some may have ended by their limits. */
export const sessionsOf = (db: Database, userId: string): Promise<readonly StoredSession[]> =>
  db.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
