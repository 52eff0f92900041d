import { sql } from 'drizzle-orm'
import type { Database } from '../../../src/platform/database.ts'
import type { ReceivedMail } from '../mail-server.ts'

/** What the outbox holds, what arrived, and what does not fit. */
export type MailReport = {
  readonly queued: number
  readonly received: number
  /** Second and further copies of a mail, each with the identity of the first. */
  readonly copies: number
  readonly waiting: readonly string[]
  readonly complaints: readonly string[]
}

const wordsOf = ({ to, subject, text }: ReceivedMail): string => [to, subject, text].join('\n')

/** Compares the outbox with what the mail server received. */
export const reportMails = async (db: Database, received: readonly ReceivedMail[]): Promise<MailReport> => {
  const { rows } = await db.execute(sql`select id, state, recipient from mails`)
  const arrived = Map.groupBy(received, ({ id }) => id)
  const known = new Set(rows.map(({ id }) => String(id)))
  const complaints = [
    ...rows.flatMap(({ id, state, recipient }) => {
      const copies = arrived.get(String(id)) ?? []
      if (state === 'sent' && copies.length === 0) return [`the mail ${id} counts as sent and never arrived`]
      if (state === 'failed') return [`the mail ${id} was given up`]
      return copies.every(({ to }) => to === recipient) ? [] : [`the mail ${id} went to somebody else`]
    }),
    ...[...arrived].flatMap(([id, copies]) => {
      if (!known.has(id)) return [`the mail ${id} arrived and is not in the outbox`]
      return new Set(copies.map(wordsOf)).size === 1 ? [] : [`two different mails under one identity: ${id}`]
    })
  ]
  const waiting = rows.flatMap(({ id, state }) => (state === 'waiting' ? [String(id)] : []))
  return { queued: rows.length, received: received.length, copies: received.length - arrived.size, waiting, complaints }
}
