import { and, asc, count, eq, gt, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { mails } from './table.ts'

/** How many mails stand in each state. */
export type MailCounts = Readonly<Record<'waiting' | 'sent' | 'failed', number>>

/** A mail that did not leave the house at once: nothing in it tells of whom it is for or what it says. */
export type TroubledMail = {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'failed'
  readonly attempts: number
  readonly lastError: string | null
  readonly createdAt: Date
}

export const countMailsByState = async (db: Database): Promise<MailCounts> => {
  const rows = await db.select({ state: mails.state, value: count() }).from(mails).groupBy(mails.state)
  return { waiting: 0, sent: 0, failed: 0, ...Object.fromEntries(rows.map(({ state, value }) => [state, value])) }
}

/** Mails that were given up, and those that wait for a further try, the oldest first. */
export const troubledMails = async (db: Database, limit: number): Promise<readonly TroubledMail[]> => {
  const { id, kind, state, attempts, lastError, createdAt } = mails
  const rows = await db
    .select({ id, kind, state, attempts, lastError, createdAt })
    .from(mails)
    .where(or(eq(state, 'failed'), and(eq(state, 'waiting'), gt(attempts, 0))))
    .orderBy(asc(mails.id))
    .limit(limit)
  return rows.flatMap((row) => (row.state === 'sent' ? [] : [{ ...row, state: row.state }]))
}

/** Lets mails that were given up wait once more, one or all of them; gives their ids. */
export const reviveMails = async (tx: Database, id: string | null): Promise<readonly string[]> => {
  const rows = await tx
    .update(mails)
    .set({ state: 'waiting' })
    .where(and(eq(mails.state, 'failed'), id === null ? sql`true` : eq(mails.id, id)))
    .returning({ id: mails.id })
  return rows.map(({ id }) => id)
}

/** How a mail stands, or null when there is none. */
export const findMailState = async (db: Database, id: string): Promise<keyof MailCounts | null> => {
  const [row] = await db.select({ state: mails.state }).from(mails).where(eq(mails.id, id))
  return row?.state ?? null
}
