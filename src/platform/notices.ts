import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { notices } from './table.ts'

/** One occasion on which a schedule tells people of something: what of, about which subject, which of several. */
export type Notice = {
  /** Such as `renewal-reminder`. */
  readonly kind: string
  /** The key of a certification period or a meeting. */
  readonly subjectId: string
  /** Such as `-30` for thirty days before. */
  readonly occasion: string
}

/**
 * Takes on a notice for the caller's transaction: true for the one who is to send it, false when it was sent before or
 * another worker sends it just now. Asked in the transaction that queues the mails, so that a notice is claimed if and
 * only if they are queued; a second worker waits until the first has committed or given up.
 */
export const claimNotice = async (
  tx: Database,
  { clock }: Pick<Context, 'clock'>,
  { kind, subjectId, occasion }: Notice
): Promise<boolean> => {
  const claimed = await tx
    .insert(notices)
    .values({ kind, subjectId, occasion, sentAt: clock.now() })
    .onConflictDoNothing()
    .returning({ occasion: notices.occasion })
  return claimed.length > 0
}
