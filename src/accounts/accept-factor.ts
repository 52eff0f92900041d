import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import { actorOf } from './actor-of.ts'
import type { Authentication } from './authentication.ts'
import { checkFactor, type FactorChecked, type FactorProof } from './check-factor.ts'
import { recoveryCodeUsedMail } from './factor-mails.ts'
import { countRecoveryCodes } from './factor-store.ts'
import { completeSession } from './session-store.ts'
import type { SignedIn } from './signed-in.ts'

export type FactorAccepted =
  | { readonly ok: true; readonly token: string; readonly by: FactorProof }
  | Exclude<FactorChecked, { readonly ok: true }>

/** Makes a session whole with its second factor. Its token changes: what was known of it before opens nothing. */
export const acceptFactor = (
  context: Context,
  authentication: Authentication,
  { viewer, session }: SignedIn,
  code: string
): Promise<FactorAccepted> =>
  context.db.transaction(async (tx) => {
    const { userId, email } = viewer
    const checked = await checkFactor(tx, context, authentication, { userId, code })
    if (!checked.ok) return checked
    const token = authentication.keys.newToken()
    const tokenHash = authentication.keys.hashOf('session token', token)
    await completeSession(tx, { id: session.id, tokenHash, at: context.clock.now() })
    const details = { by: checked.by }
    await recordEvent(tx, context, { actor: actorOf(viewer), subjectId: userId, kind: 'factor-given', details })
    if (checked.by === 'recovery') {
      const left = await countRecoveryCodes(tx, userId)
      const mail = recoveryCodeUsedMail(context.scheme, left)
      await queueMail(tx, context, { kind: 'recovery-code-used', to: email, subjectId: userId, ...mail })
    }
    return { ok: true, token, by: checked.by }
  })
