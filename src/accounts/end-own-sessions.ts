import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { actorOf } from './actor-of.ts'
import { deleteSession, deleteSessionsOf } from './session-store.ts'
import type { SignedIn } from './signed-in.ts'

/** Ends another session of the own account. False when there is none of this id, or it is this one, which signing out ends. */
export const endOwnSession = (context: Context, { viewer, session }: SignedIn, id: string): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    if (id === session.id || !(await deleteSession(tx, viewer.userId, id))) return false
    await recordEvent(tx, context, { actor: actorOf(viewer), subjectId: viewer.userId, kind: 'session-ended' })
    return true
  })

/** Ends every session of the own account but this one; gives how many. */
export const endOtherSessions = (context: Context, { viewer, session }: SignedIn): Promise<number> =>
  context.db.transaction(async (tx) => {
    const ended = await deleteSessionsOf(tx, viewer.userId, session.id)
    const details = { ended }
    const event = { actor: actorOf(viewer), subjectId: viewer.userId, kind: 'signed-out-elsewhere', details }
    if (ended > 0) await recordEvent(tx, context, event)
    return ended
  })
