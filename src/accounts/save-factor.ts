import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import { lockAccount } from './account-store.ts'
import { actorOf } from './actor-of.ts'
import type { Authentication } from './authentication.ts'
import { isFresh } from './begin-enrolment.ts'
import { checkFactor } from './check-factor.ts'
import { factorSetUpMail } from './factor-mails.ts'
import { deleteEnrolment, findEnrolment, hasFactor, replaceFactor } from './factor-store.ts'
import { hashRecoveryCode, makeRecoveryCodes } from './make-recovery-codes.ts'
import { stepOf } from './one-time-code.ts'
import { completeSession, deleteSessionsOf } from './session-store.ts'
import type { SignedIn } from './signed-in.ts'

/** The new app's code and, where there is a second factor already, one of it (or a recovery code). */
export type FactorCodes = { readonly code: string; readonly current: string }

export type FactorSaved =
  | { readonly ok: true; readonly token: string; readonly recoveryCodes: readonly string[] }
  | { readonly ok: false; readonly reason: 'stale' | 'wrong-code' | 'wrong-current' | 'too-many-wrong' }

type Refusal = Extract<FactorSaved, { readonly ok: false }>['reason']

/** Why the present second factor, where there is one, may not be exchanged; null when it may. */
const refusalOf = async (
  tx: Context['db'],
  context: Context,
  authentication: Authentication,
  { viewer }: SignedIn,
  current: string
): Promise<Refusal | null> => {
  const { userId } = viewer
  if (!(await hasFactor(tx, userId))) return null
  const checked = await checkFactor(tx, context, authentication, { userId, code: current })
  if (checked.ok) return null
  return checked.reason === 'wrong' ? 'wrong-current' : checked.reason
}

const store = async (
  tx: Context['db'],
  authentication: Authentication,
  { viewer, session }: SignedIn,
  { sealed, step, at }: { readonly sealed: string; readonly step: number; readonly at: Date }
): Promise<{ readonly token: string; readonly recoveryCodes: readonly string[] }> => {
  const { keys } = authentication
  const { codes, salt } = makeRecoveryCodes()
  const hashes = await Promise.all(codes.map((code) => hashRecoveryCode(code, salt)))
  const factor = { userId: viewer.userId, secret: sealed, usedStep: step, since: at, recoverySalt: salt }
  await replaceFactor(tx, factor, hashes)
  await deleteEnrolment(tx, session.id)
  await deleteSessionsOf(tx, viewer.userId, session.id)
  const token = keys.newToken()
  await completeSession(tx, { id: session.id, tokenHash: keys.hashOf('session token', token), at })
  return { token, recoveryCodes: codes }
}

/**
 * Takes an app into use once a code of it was entered, soon after signing in, in place of the one before. Every other session of the account
 * ends; its owner is told by mail.
 * @returns the recovery codes, this once
 */
export const saveFactor = (
  context: Context,
  authentication: Authentication,
  signedIn: SignedIn,
  { code, current }: FactorCodes
): Promise<FactorSaved> =>
  context.db.transaction(async (tx) => {
    const { userId, email } = signedIn.viewer
    await lockAccount(tx, userId)
    const at = context.clock.now()
    if (!isFresh(signedIn, at)) return { ok: false, reason: 'stale' }
    const sealed = await findEnrolment(tx, signedIn.session.id)
    const secret = sealed === null ? null : authentication.keys.unseal(sealed, userId)
    const step = secret === null ? null : stepOf(secret, code, at)
    if (sealed === null || step === null) return { ok: false, reason: 'wrong-code' }
    const reason = await refusalOf(tx, context, authentication, signedIn, current)
    if (reason !== null) return { ok: false, reason }
    const saved = await store(tx, authentication, signedIn, { sealed, step, at })
    await recordEvent(tx, context, { actor: actorOf(signedIn.viewer), subjectId: userId, kind: 'factor-set-up' })
    const mail = factorSetUpMail(context.scheme)
    await queueMail(tx, context, { kind: 'factor-set-up', to: email, subjectId: userId, ...mail })
    return { ok: true, ...saved }
  })
