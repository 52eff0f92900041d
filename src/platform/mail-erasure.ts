import { and, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { signInCodeKind } from './outbox.ts'
import { mails } from './table.ts'

/** What stands in place of the text of a mail whose time is over. */
export const erasedMailText = '（保存期間が過ぎたため消去しました）'

/** So many at a time, each batch by itself, so that nobody waits for long. */
const batch = 500

/** A mail that still waits is not old, however long it waits: it was not sent. */
const isOver = (before: Date): SQL | undefined =>
  and(ne(mails.state, 'waiting'), lt(sql`coalesce(${mails.sentAt}, ${mails.createdAt})`, before))

const inBatches = async (work: () => Promise<number>): Promise<number> => {
  let done = 0
  for (let more = await work(); more > 0; more = await work()) done += more
  return done
}

const oldest = (db: Database, where: SQL | undefined) =>
  db.select({ id: mails.id }).from(mails).where(where).limit(batch)

/** Erases the texts of mails that were sent before an instant. @returns how many */
export const eraseMailTexts = (db: Database, before: Date): Promise<number> =>
  inBatches(async () => {
    const due = oldest(db, and(isOver(before), ne(mails.body, erasedMailText)))
    const rows = await db
      .update(mails)
      .set({ body: erasedMailText, lastError: null })
      .where(inArray(mails.id, due))
      .returning({ id: mails.id })
    return rows.length
  })

const deleteWhere = (db: Database, where: SQL | undefined): Promise<number> =>
  inBatches(async () => {
    const rows = await db
      .delete(mails)
      .where(inArray(mails.id, oldest(db, where)))
      .returning({ id: mails.id })
    return rows.length
  })

/** Deletes mails that were sent before an instant. @returns how many */
export const deleteMails = (db: Database, before: Date): Promise<number> => deleteWhere(db, isOver(before))

/**
 * Deletes the records of sign-in codes that were mailed before an instant: they hold addresses of people who may never have
 * signed in. @returns how many
 */
export const deleteSignInMails = (db: Database, before: Date): Promise<number> =>
  deleteWhere(db, and(eq(mails.kind, signInCodeKind), isOver(before)))

/** Deletes what was mailed about a subject, as part of the caller's transaction. */
export const deleteMailsAbout = async (tx: Database, subjectId: string): Promise<void> => {
  await tx.delete(mails).where(and(eq(mails.subjectId, subjectId), ne(mails.state, 'waiting')))
}
