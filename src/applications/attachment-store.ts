import { and, asc, eq, inArray, isNull, sum } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import type { Attachment } from './application.ts'
import { attachments } from './table.ts'

const columns = {
  id: attachments.id,
  itemCode: attachments.itemCode,
  fileName: attachments.fileName,
  mediaType: attachments.mediaType,
  size: attachments.size,
  sha256: attachments.sha256,
  addedAt: attachments.addedAt
}

/** The files of an application that stand now, in the order in which they came. */
export const attachmentsOf = (db: Database, applicationId: string): Promise<readonly Attachment[]> =>
  db
    .select(columns)
    .from(attachments)
    .where(and(eq(attachments.applicationId, applicationId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.id))

/** A file of an application, also a removed one, since an earlier submission may have named it; null when there is none. */
export const findAttachment = async (db: Database, applicationId: string, id: string): Promise<Attachment | null> => {
  const [row] = await db
    .select(columns)
    .from(attachments)
    .where(and(eq(attachments.applicationId, applicationId), eq(attachments.id, id)))
  return row ?? null
}

/** Where some bytes are attached now, of any application. */
export const attachmentsWithContent = (db: Database, sha256: string) =>
  db
    .select({
      applicationId: attachments.applicationId,
      itemCode: attachments.itemCode,
      fileName: attachments.fileName
    })
    .from(attachments)
    .where(and(eq(attachments.sha256, sha256), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.id))

/** Bytes of all files of an application that stand now. */
export const attachedBytes = async (db: Database, applicationId: string): Promise<number> => {
  const [row] = await db
    .select({ bytes: sum(attachments.size).mapWith(Number) })
    .from(attachments)
    .where(and(eq(attachments.applicationId, applicationId), isNull(attachments.removedAt)))
  return row?.bytes ?? 0
}

/** How often files were added or removed: it grows with every change, as the versions of sections do. */
export const countAttachmentChanges = async (db: Database, applicationId: string): Promise<number> => {
  const rows = await db
    .select({ removedAt: attachments.removedAt })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
  return rows.length + rows.filter(({ removedAt }) => removedAt !== null).length
}

/**
 * Lays files of one application beside items of another, each with the day on which it came and who brought it: the
 * bytes are stored once. Files that the first does not have are left out.
 */
export const copyAttachments = async (
  tx: Database,
  files: readonly { readonly id: string; readonly copyId: string; readonly itemCode: string }[],
  { from, to }: { readonly from: string; readonly to: string }
): Promise<void> => {
  if (files.length === 0) return
  const ids = files.map(({ id }) => id)
  const rows = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.applicationId, from), inArray(attachments.id, ids)))
  const copies = files.flatMap(({ id, copyId, itemCode }) => {
    const row = rows.find((one) => one.id === id)
    return row === undefined ? [] : [{ ...row, id: copyId, applicationId: to, itemCode, removedAt: null }]
  })
  if (copies.length > 0) await tx.insert(attachments).values(copies)
}

export const insertAttachment = async (tx: Database, row: typeof attachments.$inferInsert): Promise<void> => {
  await tx.insert(attachments).values(row)
}

/** Marks a file as removed. False when it was already, or never was. */
export const markRemoved = async (tx: Database, applicationId: string, id: string, at: Date): Promise<boolean> => {
  const rows = await tx
    .update(attachments)
    .set({ removedAt: at })
    .where(and(eq(attachments.applicationId, applicationId), eq(attachments.id, id), isNull(attachments.removedAt)))
    .returning({ id: attachments.id })
  return rows.length > 0
}
