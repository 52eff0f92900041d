import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findAccountById, lockAccount } from './account-store.ts'
import type { Authentication } from './authentication.ts'
import { sessionsPerAccount } from './session-limits.ts'
import { deleteLeastUsedSessions, deleteSessionOf, insertSession, type StoredSession } from './session-store.ts'

/** How a person came in: by a code from a mail, by the city's or the state's identity provider, or in the demo. */
export type SignInMethod = StoredSession['method']

/** Who signs in, where. */
export type SignIn = {
  readonly userId: string
  readonly method: SignInMethod
  /** The kind of browser, from `browserName`. */
  readonly browser: string
  /** The token of the session that the browser had until now: it ends. */
  readonly earlierToken: string | null
  /** Whether the second factor was given at the provider. */
  readonly factorGiven?: boolean
}

/**
 * Begins a session as part of the caller's transaction. Its token is new at every sign-in, and the one before ends, so
 * that nobody can plant a token in a browser and wait for its owner to sign in. Of more sessions than an account may have,
 * those used least lately end.
 * @returns the token for the cookie
 */
export const beginSession = async (
  tx: Context['db'],
  context: Pick<Context, 'clock' | 'ids'>,
  { keys }: Pick<Authentication, 'keys'>,
  { userId, method, browser, earlierToken, factorGiven = false }: SignIn
): Promise<string> => {
  const at = context.clock.now()
  const token = keys.newToken()
  if (earlierToken !== null) await deleteSessionOf(tx, keys.hashOf('session token', earlierToken))
  await lockAccount(tx, userId)
  const ended = await deleteLeastUsedSessions(tx, userId, sessionsPerAccount - 1)
  await insertSession(tx, {
    id: context.ids(),
    userId,
    tokenHash: keys.hashOf('session token', token),
    method,
    browser,
    createdAt: at,
    lastSeenAt: at,
    factorAt: factorGiven ? at : null
  })
  const account = await findAccountById(tx, userId)
  const actor = { id: userId, name: account?.name || (account?.email ?? '') }
  const details = ended === 0 ? { method, browser } : { method, browser, ended }
  await recordEvent(tx, context, { actor, subjectId: userId, kind: 'signed-in', details })
  return token
}
