import type { Context } from '../platform/context.ts'
import { countMailsSince, signInCodeKind } from '../platform/outbox.ts'
import type { Authentication } from './authentication.ts'

/** Codes that one address may ask for within the window. */
const codesPerWindow = 5
const windowMilliseconds = 10 * 60 * 1000

/** Mails a code, unless the address was sent too many of late. The limit is in the database: it holds over all processes. */
export const sendSignInCode = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  authentication: Authentication,
  email: string
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'too-many-codes' }> => {
  const since = new Date(clock.now().getTime() - windowMilliseconds)
  if ((await countMailsSince(db, signInCodeKind, email, since)) >= codesPerWindow)
    return { ok: false, reason: 'too-many-codes' }
  await authentication.sendCode(email)
  return { ok: true }
}
