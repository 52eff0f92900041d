import { asc, eq } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { credentialKeys } from './table.ts'

/** A key with which credentials were ever signed. */
export type StoredKey = { readonly kid: string; readonly publicKey: Readonly<Record<string, string>> }

const columns = { kid: credentialKeys.kid, publicKey: credentialKeys.publicKey }

/** Every key with which credentials were ever signed, the first one first. */
export const storedKeys = (db: Database): Promise<readonly StoredKey[]> =>
  db.select(columns).from(credentialKeys).orderBy(asc(credentialKeys.firstUsedAt), asc(credentialKeys.kid))

/** The key with a thumbprint, or null. */
export const findKey = async (db: Database, kid: string): Promise<StoredKey | null> => {
  const [row] = await db.select(columns).from(credentialKeys).where(eq(credentialKeys.kid, kid))
  return row ?? null
}

/** Keeps a key, unless it is kept already. */
export const keepKey = async (tx: Database, key: StoredKey & { readonly firstUsedAt: Date }): Promise<void> => {
  await tx.insert(credentialKeys).values(key).onConflictDoNothing()
}
