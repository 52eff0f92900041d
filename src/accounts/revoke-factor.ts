import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import type { Account } from './account-store.ts'
import { endSessions } from './end-sessions.ts'
import { factorResetMail } from './factor-mails.ts'
import { deleteFactor } from './factor-store.ts'

/**
 * Takes away the second factor of somebody who lost the device and the recovery codes, as part of the caller's transaction:
 * every session ends, the owner is told by mail, and sets up another at the next sign-in. False when there is none.
 */
export const revokeFactor = async (
  tx: Context['db'],
  context: Context,
  { account, actor }: { readonly account: Account; readonly actor: Actor }
): Promise<boolean> => {
  const { id, email } = account
  if (!(await deleteFactor(tx, id))) return false
  await endSessions(tx, id)
  await recordEvent(tx, context, { actor, subjectId: id, kind: 'factor-reset' })
  await queueMail(tx, context, { kind: 'factor-reset', to: email, subjectId: id, ...factorResetMail(context.scheme) })
  return true
}
