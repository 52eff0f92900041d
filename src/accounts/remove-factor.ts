import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import { actorOf } from './actor-of.ts'
import type { Authentication } from './authentication.ts'
import { isFresh } from './begin-enrolment.ts'
import { checkFactor, type FactorChecked } from './check-factor.ts'
import { factorRemovedMail } from './factor-mails.ts'
import { deleteFactor } from './factor-store.ts'
import { isFactorRequired, type SignedIn } from './signed-in.ts'

export type FactorRemoved =
  | { readonly ok: true }
  | Exclude<FactorChecked, { readonly ok: true }>
  | { readonly ok: false; readonly reason: 'required' | 'stale' }

/** Gives up the own second factor with one of its codes, soon after signing in, where it is not required. */
export const removeFactor = (
  context: Context,
  authentication: Authentication,
  signedIn: SignedIn,
  code: string
): Promise<FactorRemoved> =>
  context.db.transaction(async (tx) => {
    const { viewer } = signedIn
    const { userId, email } = viewer
    if (isFactorRequired(viewer.role, authentication)) return { ok: false, reason: 'required' }
    if (!isFresh(signedIn, context.clock.now())) return { ok: false, reason: 'stale' }
    const checked = await checkFactor(tx, context, authentication, { userId, code })
    if (!checked.ok) return checked
    await deleteFactor(tx, userId)
    await recordEvent(tx, context, { actor: actorOf(viewer), subjectId: userId, kind: 'factor-removed' })
    const mail = factorRemovedMail(context.scheme)
    await queueMail(tx, context, { kind: 'factor-removed', to: email, subjectId: userId, ...mail })
    return { ok: true }
  })
