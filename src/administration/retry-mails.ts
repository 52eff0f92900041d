import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findMailState, reviveMails } from '../platform/mail-state.ts'
import { hurryQueue } from '../platform/queue-state.ts'

/**
 * Sends again what was given up, one mail or all, and lets those that wait for their next try begin now. Mails that wait
 * have a job already: it is brought forward, since a second one could send them twice.
 * @returns how many mails are tried now
 */
export const retryMails = (
  context: Context,
  { mailId, actor }: { readonly mailId: string | null; readonly actor: Actor & { readonly id: string } }
): Promise<number> =>
  context.db.transaction(async (tx) => {
    const revived = await reviveMails(tx, mailId)
    for (const id of revived) await context.jobs.send(tx, 'send-mail', { mailId: id })
    const waits = mailId === null || (await findMailState(tx, mailId)) === 'waiting'
    const hurried = waits ? await hurryQueue(tx, 'send-mail', mailId === null ? null : { mailId }) : 0
    const count = revived.length + hurried
    const subjectId = mailId ?? actor.id
    if (count > 0) await recordEvent(tx, context, { actor, subjectId, kind: 'mails-retried', details: { count } })
    return count
  })
