import { and, count, desc, eq, gt, ne, sql } from 'drizzle-orm'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { type Mailer, MailRefusedError } from './mailer.ts'
import { mails } from './table.ts'

/** A mail that a use case wants sent. `subjectId` is the case, meeting or certification it belongs to. */
export type NewMail = {
  readonly kind: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly subjectId?: string
}

/** A mail in the outbox with its state. */
export type StoredMail = typeof mails.$inferSelect

/** The kind whose text holds a secret and is removed once it was sent. */
export const signInCodeKind = 'sign-in-code'

/** Writes a mail into the outbox and queues it: both are part of the transaction. */
export const queueMail = async (
  tx: Database,
  { clock, ids, jobs }: Pick<Context, 'clock' | 'ids' | 'jobs'>,
  mail: NewMail
): Promise<void> => {
  const id = ids()
  await tx.insert(mails).values({
    id,
    kind: mail.kind,
    subjectId: mail.subjectId ?? null,
    recipient: mail.to,
    subject: mail.subject,
    body: mail.text,
    state: 'waiting',
    createdAt: clock.now()
  })
  await jobs.send(tx, 'send-mail', { mailId: id })
}

const erasedCode = '（送信後に消去しました）'

/**
 * Tries after which a final refusal is believed: an hour or two. A relay that is set up wrongly refuses everything as
 * finally as a wrong address is refused, and is mended meanwhile.
 */
const triesOfRefused = 9

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/**
 * Sends a mail of the outbox. A mail that was sent already is left alone, so a job that runs twice does no harm. What the
 * receiver refuses for good is given up after an hour or two and shown as failed; whatever else goes wrong is tried for a day.
 * @param lastTry whether the queue gives up after this one: then the mail counts as failed
 * @throws what the mailer threw, after noting it, so that the queue tries again
 */
export const deliverMail = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  mailer: Mailer,
  mailId: string,
  lastTry: boolean
): Promise<void> => {
  const [mail] = await db.select().from(mails).where(eq(mails.id, mailId))
  if (mail === undefined || mail.state === 'sent') return
  const attempts = sql`${mails.attempts} + 1`
  try {
    await mailer.send({ id: mail.id, kind: mail.kind, to: mail.recipient, subject: mail.subject, text: mail.body })
  } catch (error) {
    const givesUp = error instanceof MailRefusedError && mail.attempts + 1 >= triesOfRefused
    const state = lastTry || givesUp ? 'failed' : 'waiting'
    await db
      .update(mails)
      .set({ state, attempts, lastError: reasonOf(error) })
      .where(eq(mails.id, mailId))
    if (givesUp) return
    throw error
  }
  const body = mail.kind === signInCodeKind && !mailer.keepsCodes ? erasedCode : mail.body
  await db
    .update(mails)
    .set({ state: 'sent', attempts, lastError: null, sentAt: clock.now(), body })
    .where(eq(mails.id, mailId))
}

/**
 * Queues every mail that waits, once: for a restored database, whose queue is empty. Sign-in codes are not sent any more:
 * what they open was not restored. Reads only what the table had from its first version on.
 * @returns how many were queued
 */
export const queueWaitingMails = async (tx: Database, { jobs }: Pick<Context, 'jobs'>): Promise<number> => {
  await tx.execute(sql`
    update mails set state = 'failed', body = '（復元したため送信していません）', last_error = 'restored from a backup'
    where state = 'waiting' and kind = ${signInCodeKind}`)
  const { rows } = await tx.execute(sql`select id from mails where state = 'waiting' order by id`)
  for (const { id } of rows) await jobs.send(tx, 'send-mail', { mailId: String(id) })
  return rows.length
}

/** Queues a mail of a case once more. False when it is not that case's, or still waits to be sent. */
export const resendMail = async (
  { db, jobs }: Pick<Context, 'db' | 'jobs'>,
  mailId: string,
  subjectId: string
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const rows = await tx
      .update(mails)
      .set({ state: 'waiting' })
      .where(and(eq(mails.id, mailId), eq(mails.subjectId, subjectId), ne(mails.state, 'waiting')))
      .returning({ id: mails.id })
    if (rows.length === 0) return false
    await jobs.send(tx, 'send-mail', { mailId })
    return true
  })

/** The mails of a case, newest first. */
export const mailsOf = (db: Database, subjectId: string): Promise<readonly StoredMail[]> =>
  db.select().from(mails).where(eq(mails.subjectId, subjectId)).orderBy(desc(mails.id))

/** The newest mails of all, for the demo's page of mails. */
export const newestMails = (db: Database, limit: number): Promise<readonly StoredMail[]> =>
  db.select().from(mails).orderBy(desc(mails.id)).limit(limit)

/** How many mails of a kind an address was sent since an instant: what limits sign-in codes per address. */
export const countMailsSince = async (db: Database, kind: string, recipient: string, since: Date): Promise<number> => {
  const [row] = await db
    .select({ value: count() })
    .from(mails)
    .where(and(eq(mails.kind, kind), eq(mails.recipient, recipient), gt(mails.createdAt, since)))
  return row?.value ?? 0
}
