import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { roleGrants, users } from './table.ts'
import type { OfficialRole } from './viewer.ts'

export type Account = { readonly id: string; readonly name: string; readonly email: string }

const columns = { id: users.id, name: users.name, email: users.email }

/** The standing role of an account, or null for a company's person. */
export const findRole = async (db: Database, userId: string): Promise<OfficialRole | null> => {
  const [row] = await db
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), isNull(roleGrants.revokedAt)))
  return row?.role ?? null
}

export const findAccountById = async (db: Database, id: string): Promise<Account | null> => {
  const [row] = await db.select(columns).from(users).where(eq(users.id, id))
  return row ?? null
}

export const findAccountByEmail = async (db: Database, email: string): Promise<Account | null> => {
  const [row] = await db.select(columns).from(users).where(eq(users.email, email))
  return row ?? null
}

/** What is kept of an account, as its owner sees it. */
export const findOwnAccount = async (
  db: Database,
  id: string
): Promise<(Account & { readonly createdAt: Date; readonly lastSignedInAt: Date | null }) | null> => {
  const [row] = await db
    .select({ ...columns, createdAt: users.createdAt, lastSignedInAt: users.lastSignedInAt })
    .from(users)
    .where(eq(users.id, id))
  return row ?? null
}

/** Holds an account until the transaction ends: what may happen to a person once only waits here for its turn. */
export const lockAccount = async (tx: Database, userId: string): Promise<void> => {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
}

/** Everybody who holds a role now, by name. */
export const accountsWithRole = (db: Database, role: OfficialRole): Promise<readonly Account[]> =>
  db
    .select(columns)
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(eq(roleGrants.role, role), isNull(roleGrants.revokedAt)))
    .orderBy(asc(users.name), asc(users.id))

export const insertAccount = async (
  tx: Database,
  account: { id: string; name: string; email: string; at: Date }
): Promise<void> => {
  const { id, name, email, at } = account
  await tx.insert(users).values({ id, name, email, emailVerified: false, createdAt: at, updatedAt: at })
}

/** The account of an address; of two that are made for it at once, both callers get the one that was first. */
export const findOrInsertAccount = async (
  tx: Database,
  account: { id: string; name: string; email: string; at: Date }
): Promise<string> => {
  const { id, name, email, at } = account
  await tx
    .insert(users)
    .values({ id, name, email, emailVerified: false, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: users.email })
  return (await findAccountByEmail(tx, email))?.id ?? id
}

export const renameAccount = async (tx: Database, id: string, name: string, at: Date): Promise<void> => {
  await tx.update(users).set({ name, updatedAt: at }).where(eq(users.id, id))
}

export const insertRoleGrant = async (tx: Database, grant: typeof roleGrants.$inferInsert): Promise<void> => {
  await tx.insert(roleGrants).values(grant)
}

/** Ends the standing role of an account. False when it had none. */
export const endRoleGrant = async (tx: Database, userId: string, at: Date, by: string): Promise<boolean> => {
  const rows = await tx
    .update(roleGrants)
    .set({ revokedAt: at, revokedBy: by })
    .where(and(eq(roleGrants.userId, userId), isNull(roleGrants.revokedAt)))
    .returning({ id: roleGrants.id })
  return rows.length > 0
}
