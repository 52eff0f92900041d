import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import { findAccountByEmail } from './account-store.ts'
import { giveBackAttempt, takeAttempt } from './attempt-store.ts'
import type { Authentication } from './authentication.ts'
import { beginSession, type SignIn } from './begin-session.ts'
import { codeTries } from './code-limits.ts'
import { deleteCode, isUsedUp, takeTry } from './code-store.ts'
import { registerAccount } from './register-account.ts'

/** A code that somebody entered, and what the browser sent with it. */
export type EnteredCode = {
  readonly email: string
  readonly code: string
  readonly source: string
  /** From asking for the code; null where another browser asked. */
  readonly codeToken: string | null
} & Pick<SignIn, 'browser' | 'earlierToken'>

export type CodeAccepted =
  | { readonly ok: true; readonly userId: string; readonly token: string }
  | {
      readonly ok: false
      readonly reason: 'wrong' | 'expired' | 'too-many-tries' | 'too-many-wrong-codes'
      /** Whose address was entered, for the log; null where the address is nobody's. */
      readonly userId: string | null
    }

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

type Refusal = Exclude<CodeAccepted, { readonly ok: true }>['reason']

type Attempt = readonly [kind: 'wrong-codes-by-source' | 'wrong-codes-for-address', key: string]

/**
 * Why a code does not open; null when it does, and then it is gone. An address counts those wrong codes alone that were
 * tried against one mailed to it: who never asked for any cannot keep its owner out.
 */
const refusalOf = async (
  tx: Context['db'],
  { keys }: Pick<Authentication, 'keys'>,
  { email, code, codeToken }: EnteredCode,
  { at, attempts: [bySource, forAddress] }: { readonly at: Date; readonly attempts: readonly [Attempt, Attempt] }
): Promise<Refusal | null> => {
  if (!(await takeAttempt(tx, ...bySource, at))) return 'too-many-wrong-codes'
  const tokenHash = keys.hashOf('code token', codeToken ?? '')
  const codeHash = await takeTry(tx, { tokenHash, email, at, most: codeTries })
  if (codeHash === null) return (await isUsedUp(tx, tokenHash, at)) ? 'too-many-tries' : 'expired'
  if (!(await takeAttempt(tx, ...forAddress, at))) return 'too-many-wrong-codes'
  if (!same(codeHash, keys.hashOf('code', `${tokenHash} ${code}`))) return 'wrong'
  // Of two requests with the right code one removes it; the other comes too late.
  return (await deleteCode(tx, tokenHash)) ? null : 'expired'
}

/**
 * Signs in with the code from the mail. An account is made for an address that has none now, not when the code was asked
 * for: only who reads the address's mail can make it known here.
 */
export const acceptSignInCode = (
  context: Context,
  authentication: Authentication,
  entered: EnteredCode
): Promise<CodeAccepted> =>
  context.db.transaction(async (tx) => {
    const at = context.clock.now()
    const { email, source, browser, earlierToken } = entered
    const { keys } = authentication
    const attempts: readonly [Attempt, Attempt] = [
      ['wrong-codes-by-source', keys.hashOf('attempt', source)],
      ['wrong-codes-for-address', keys.hashOf('attempt', email)]
    ]
    const reason = await refusalOf(tx, authentication, entered, { at, attempts })
    if (reason !== null) return { ok: false, reason, userId: (await findAccountByEmail(tx, email))?.id ?? null }
    for (const [kind, key] of attempts) await giveBackAttempt(tx, kind, key)
    const userId = await registerAccount({ ...context, db: tx }, { email, name: '' })
    const token = await beginSession(tx, context, authentication, { userId, method: 'code', browser, earlierToken })
    return { ok: true, userId, token }
  })
