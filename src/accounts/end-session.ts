import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { actorOf } from './actor-of.ts'
import { deleteSession } from './session-store.ts'
import type { SignedIn } from './signed-in.ts'

/** Signs out: the session behind a request ends, and its token opens nothing any more. */
export const endSession = (context: Context, signedIn: SignedIn | null): Promise<void> =>
  context.db.transaction(async (tx) => {
    if (signedIn === null) return
    const { viewer, session } = signedIn
    if (!(await deleteSession(tx, viewer.userId, session.id))) return
    await recordEvent(tx, context, { actor: actorOf(viewer), subjectId: viewer.userId, kind: 'signed-out' })
  })
