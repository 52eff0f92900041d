import type { Context } from '../platform/context.ts'
import { giveBackAttempt, takeAttempt } from './attempt-store.ts'
import type { Authentication } from './authentication.ts'
import { type Factor, findFactor, storeSecret, takeRecoveryCode, takeStep } from './factor-store.ts'
import { hashRecoveryCode } from './make-recovery-codes.ts'
import { stepOf } from './one-time-code.ts'

/** By what somebody showed the second factor: the app's code, or a recovery code. */
export type FactorProof = 'app' | 'recovery'

export type FactorChecked =
  | { readonly ok: true; readonly by: FactorProof }
  | { readonly ok: false; readonly reason: 'wrong' | 'too-many-wrong' }

type Keys = Pick<Authentication, 'keys'>

const takeAppCode = async (
  tx: Context['db'],
  { keys }: Keys,
  { userId, secret }: Factor,
  { code, at }: { readonly code: string; readonly at: Date }
): Promise<boolean> => {
  const opened = keys.unseal(secret, userId)
  const step = opened === null ? null : stepOf(opened, code, at)
  return step !== null && (await takeStep(tx, userId, step))
}

/**
 * Takes a code of the app (six digits) or a recovery code (twelve) of an account, as part of the caller's transaction.
 * Each is taken once; wrong ones are counted, whoever enters them. A secret that the previous session secret has sealed is
 * sealed with the present one.
 */
export const checkFactor = async (
  tx: Context['db'],
  { clock }: Pick<Context, 'clock'>,
  authentication: Keys,
  { userId, code }: { readonly userId: string; readonly code: string }
): Promise<FactorChecked> => {
  const at = clock.now()
  const key = authentication.keys.hashOf('attempt', userId)
  if (!(await takeAttempt(tx, 'wrong-factors', key, at))) return { ok: false, reason: 'too-many-wrong' }
  const factor = await findFactor(tx, userId)
  if (factor === null) return { ok: false, reason: 'wrong' }
  const by = code.length === 6 ? 'app' : 'recovery'
  const isRight =
    by === 'app'
      ? await takeAppCode(tx, authentication, factor, { code, at })
      : await takeRecoveryCode(tx, { userId, codeHash: await hashRecoveryCode(code, factor.recoverySalt), at })
  if (!isRight) return { ok: false, reason: 'wrong' }
  await giveBackAttempt(tx, 'wrong-factors', key)
  const resealed = authentication.keys.reseal(factor.secret, userId)
  if (resealed !== null) await storeSecret(tx, userId, resealed)
  return { ok: true, by }
}
