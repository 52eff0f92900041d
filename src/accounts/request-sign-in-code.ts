import type { Context } from '../platform/context.ts'
import { queueMail, signInCodeKind } from '../platform/outbox.ts'
import { takeAttempt } from './attempt-store.ts'
import type { Authentication } from './authentication.ts'
import { codeMinutes } from './code-limits.ts'
import { deleteCode, insertCode } from './code-store.ts'
import { signInCodeMail } from './sign-in-code-mail.ts'

/** Who asks for a code: the address, where the request comes from, and the browser's earlier request, if any. */
export type CodeRequest = { readonly email: string; readonly source: string; readonly earlierToken: string | null }

export type CodeRequested =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly reason: 'too-many-codes' }

/**
 * Mails a code, unless the address or the source asked for too many of late. No account is looked up: for an address that
 * nobody knows the very same happens. The code is good in the browser that asked, by the token that this returns, and its
 * earlier code no more.
 */
export const requestSignInCode = (
  context: Context,
  { keys }: Pick<Authentication, 'keys'>,
  { email, source, earlierToken }: CodeRequest
): Promise<CodeRequested> =>
  context.db.transaction(async (tx) => {
    const at = context.clock.now()
    const isFree =
      (await takeAttempt(tx, 'codes-by-source', keys.hashOf('attempt', source), at)) &&
      (await takeAttempt(tx, 'codes-for-address', keys.hashOf('attempt', email), at))
    if (!isFree) return { ok: false, reason: 'too-many-codes' }
    const [token, code] = [keys.newToken(), keys.newCode()]
    const tokenHash = keys.hashOf('code token', token)
    if (earlierToken !== null) await deleteCode(tx, keys.hashOf('code token', earlierToken))
    await insertCode(tx, {
      tokenHash,
      email,
      codeHash: keys.hashOf('code', `${tokenHash} ${code}`),
      tries: 0,
      expiresAt: new Date(at.getTime() + codeMinutes * 60_000)
    })
    const mail = { kind: signInCodeKind, to: email, ...signInCodeMail(context.scheme, code, codeMinutes) }
    await queueMail(tx, context, mail)
    return { ok: true, token }
  })
