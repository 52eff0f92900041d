import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { lockAccount, renameAccount } from './account-store.ts'

/** Corrects the name of one's own account. What was done under the earlier name keeps it: that is how it happened. */
export const changeName = (
  context: Context,
  { userId, name, before }: { readonly userId: string; readonly name: string; readonly before: string }
): Promise<void> =>
  context.db.transaction(async (tx) => {
    await lockAccount(tx, userId)
    await renameAccount(tx, userId, name, context.clock.now())
    const actor = { id: userId, name: before }
    await recordEvent(tx, context, { actor, subjectId: userId, kind: 'account-renamed' })
  })
