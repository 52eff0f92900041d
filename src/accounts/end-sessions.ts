import type { Context } from '../platform/context.ts'
import { deleteSessionsOf } from './session-store.ts'

/**
 * Ends every session of an account as part of the caller's transaction: whoever gains or loses what they may see signs in
 * anew, wherever they are signed in.
 */
export const endSessions = async (tx: Context['db'], userId: string): Promise<void> => {
  await deleteSessionsOf(tx, userId)
}
