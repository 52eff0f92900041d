import { and, eq, sql } from 'drizzle-orm'
import type { PictureKind } from '../pictures/picture.ts'
import type { Database } from '../platform/database.ts'
import { storedFiles } from '../platform/table.ts'
import { publicityPictures, publicityStatements } from './table.ts'

/** A picture that a company sent, as it is kept. */
export type SentPicture = {
  readonly companyId: string
  readonly kind: PictureKind
  readonly sha256: string
  readonly width: number
  readonly height: number
}

/** Notes that a picture is a company's; once, however often it sends it. */
export const insertPicture = async (
  tx: Database,
  picture: SentPicture & { readonly takenAt: Date; readonly takenBy: string }
): Promise<void> => {
  await tx.insert(publicityPictures).values(picture).onConflictDoNothing()
}

/** Every picture that a company has sent, the oldest first. */
export const picturesOf = (db: Database, companyId: string): Promise<readonly SentPicture[]> =>
  db
    .select({
      companyId: publicityPictures.companyId,
      kind: publicityPictures.kind,
      sha256: publicityPictures.sha256,
      width: publicityPictures.width,
      height: publicityPictures.height
    })
    .from(publicityPictures)
    .where(eq(publicityPictures.companyId, companyId))
    .orderBy(publicityPictures.takenAt, publicityPictures.sha256)

/** Whether a company has sent a picture itself, of one kind or of any. */
export const isOwnPicture = async (
  db: Database,
  companyId: string,
  sha256: string,
  kind?: PictureKind
): Promise<boolean> => {
  const own = and(eq(publicityPictures.companyId, companyId), eq(publicityPictures.sha256, sha256))
  const rows = await db
    .select({ sha256: publicityPictures.sha256 })
    .from(publicityPictures)
    .where(kind === undefined ? own : and(own, eq(publicityPictures.kind, kind)))
    .limit(1)
  return rows.length > 0
}

/**
 * Forgets the pictures that no statement of their company ever used and that were sent last before an instant: nobody has
 * a form open that still names them. Gives their number.
 */
export const removeUnsentPictures = async (db: Database, before: Date): Promise<number> => {
  const isOld = sql`exists (select 1 from ${storedFiles} where ${storedFiles.sha256} = ${publicityPictures.sha256} and ${storedFiles.storedAt} < ${before.toISOString()}::timestamptz)`
  const isUnsent = sql`not exists (select 1 from ${publicityStatements} where ${publicityStatements.companyId} = ${publicityPictures.companyId} and ${publicityPictures.sha256} in (${publicityStatements.photo}, ${publicityStatements.logo}))`
  const rows = await db
    .delete(publicityPictures)
    .where(and(isOld, isUnsent))
    .returning({ sha256: publicityPictures.sha256 })
  return rows.length
}
