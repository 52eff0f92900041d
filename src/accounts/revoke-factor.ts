import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { queueMail } from '../platform/outbox.ts'
import type { Account } from './account-store.ts'
import { endSessions } from './end-sessions.ts'
import { factorResetMail } from './factor-mails.ts'
import { deleteFactor } from './factor-store.ts'

type FactorReset = {
  readonly account: Pick<Account, 'id' | 'email'>
  readonly actor: Actor
  /** How it was made sure that the owner asks for it. */
  readonly details: Readonly<Record<string, string>>
}

/**
 * Takes away the second factor of somebody who lost the device and the recovery codes, as part of the caller's transaction:
 * every session ends, the owner is told by mail, and sets up another at the next sign-in. False when there is none.
 */
export const revokeFactor = async (
  tx: Context['db'],
  context: Context,
  { account, actor, details }: FactorReset
): Promise<boolean> => {
  const { id, email } = account
  if (!(await deleteFactor(tx, id))) return false
  await endSessions(tx, id)
  await recordEvent(tx, context, { actor, subjectId: id, kind: 'factor-reset', details })
  await queueMail(tx, context, { kind: 'factor-reset', to: email, subjectId: id, ...factorResetMail(context.scheme) })
  return true
}
