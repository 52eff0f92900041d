import { findAccountByEmail } from '../accounts/account-store.ts'
import { deleteAllSessions, deleteSessionsOf } from '../accounts/session-store.ts'
import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'

/**
 * Ends all sessions of the person with an address, of whatever role. Of an address that nobody has nothing is told: the
 * administrator sees no company's people.
 */
export const endSessionsOfPerson = (
  context: Context,
  { email, actor }: { readonly email: string; readonly actor: Actor }
): Promise<void> =>
  context.db.transaction(async (tx) => {
    const account = await findAccountByEmail(tx, email)
    if (account === null) return
    const details = { ended: await deleteSessionsOf(tx, account.id) }
    await recordEvent(tx, context, { actor, subjectId: account.id, kind: 'sessions-ended', details })
  })

/** Ends all sessions of everybody, the administrator's own among them; gives how many. */
export const endSessionsOfEverybody = (
  context: Context,
  { actor }: { readonly actor: Actor & { readonly id: string } }
): Promise<number> =>
  context.db.transaction(async (tx) => {
    const ended = await deleteAllSessions(tx)
    await recordEvent(tx, context, { actor, subjectId: actor.id, kind: 'all-sessions-ended', details: { ended } })
    return ended
  })
