import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { storedFiles } from './table.ts'

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Whether a text from outside can be the name of a stored file at all. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/**
 * Stores bytes under their SHA-256, once per content, and returns it. What was stored before counts as stored now: nobody
 * clears it away as unused while somebody is about to use it.
 */
export const storeFile = async (tx: Database, { clock }: Pick<Context, 'clock'>, content: Buffer): Promise<string> => {
  const sha256 = sha256Of(content)
  await tx
    .insert(storedFiles)
    .values({ sha256, size: content.length, content, storedAt: clock.now() })
    .onConflictDoUpdate({ target: storedFiles.sha256, set: { storedAt: clock.now() } })
  return sha256
}

/**
 * The stored bytes, or null when there are none.
 * @throws Error when they no longer match their hash: that is damage, never a visitor's mistake.
 */
export const findStoredFile = async (db: Database, sha256: string): Promise<Buffer | null> => {
  const [row] = await db
    .select({ content: storedFiles.content })
    .from(storedFiles)
    .where(eq(storedFiles.sha256, sha256))
  if (row === undefined) return null
  if (sha256Of(row.content) !== sha256) throw new Error(`stored file ${sha256} is damaged`)
  return row.content
}

/**
 * The stored bytes.
 * @throws Error when they are missing or no longer match their hash: that is damage, never a visitor's mistake.
 */
export const readStoredFile = async (db: Database, sha256: string): Promise<Buffer> => {
  const content = await findStoredFile(db, sha256)
  if (content === null) throw new Error(`stored file ${sha256} is missing`)
  return content
}
