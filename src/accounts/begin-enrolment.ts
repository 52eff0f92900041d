import type { Context } from '../platform/context.ts'
import type { Authentication } from './authentication.ts'
import { findOrInsertEnrolment } from './factor-store.ts'
import { secretBytes } from './one-time-code.ts'
import type { SignedIn } from './signed-in.ts'

/** Minutes after signing in during which a second factor may be set up, exchanged or given up: a browser left open is not enough. */
export const freshMinutes = 15

/** Whether a session began so lately that its person may change the second factor. */
export const isFresh = ({ session }: Pick<SignedIn, 'session'>, now: Date): boolean =>
  now.getTime() - session.createdAt.getTime() <= freshMinutes * 60_000

/** The secret that a session sets up an app with; the same one however often its page is opened. */
export const beginEnrolment = (
  context: Pick<Context, 'db' | 'clock'>,
  { keys }: Pick<Authentication, 'keys'>,
  { viewer, session }: SignedIn
): Promise<Buffer> =>
  context.db.transaction(async (tx) => {
    const fresh = keys.newBytes(secretBytes)
    const secret = keys.seal(fresh, viewer.userId)
    const kept = await findOrInsertEnrolment(tx, { sessionId: session.id, secret, begunAt: context.clock.now() })
    return keys.unseal(kept, viewer.userId) ?? fresh
  })
