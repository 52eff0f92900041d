import { lockAccount } from '../accounts/account-store.ts'
import { eraseAccountRow, everHeldOffice } from '../accounts/erasure-store.ts'
import { type Actor, recordEvent, systemActor } from '../platform/audit.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { eraseActorName, eraseEventDetails } from '../platform/erasure.ts'
import { endOf, lastDayOver } from './retention-days.ts'
import { accountsUnusedSince } from './unused-store.ts'
import { workThrough } from './work-through.ts'

/**
 * Takes out of an account whose it was, as part of the caller's transaction: name, address, sign-ins, and the name in the
 * histories. What officials did in their office stays under their name; their address goes.
 * @returns false when it was erased before
 */
export const eraseAccount = async (
  tx: Database,
  context: Pick<Context, 'clock' | 'ids'>,
  id: string,
  actor: Actor
): Promise<boolean> => {
  const keepsName = await everHeldOffice(tx, id)
  if (!(await eraseAccountRow(tx, { id, at: context.clock.now(), keepsName }))) return false
  await recordEvent(tx, context, { actor, subjectId: id, kind: 'account-erased' })
  await eraseEventDetails(tx, id)
  if (!keepsName) await eraseActorName(tx, id)
  return true
}

/**
 * Erases the accounts that belong to no company and no office and that nobody used for their years, each in a transaction
 * of its own, in which it is asked again: its owner may sign in just now.
 */
export const eraseAccounts = async (
  context: Context,
  report: (error: unknown) => void
): Promise<{ readonly accountsErased: number }> => {
  const before = endOf(lastDayOver(today(context.clock), context.scheme.retention.accountYears))
  const erase = (id: string): Promise<boolean> =>
    context.db.transaction(async (tx) => {
      await lockAccount(tx, id)
      return (await accountsUnusedSince(tx, before)).includes(id) && eraseAccount(tx, context, id, systemActor)
    })
  return { accountsErased: await workThrough(await accountsUnusedSince(context.db, before), erase, report) }
}
