import { findAccountByEmail } from '../accounts/account-store.ts'
import { revokeFactor } from '../accounts/revoke-factor.ts'
import { systemActor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'

/**
 * Resets the second factor of whoever has an address, for an operator at the server: an only administrator who lost the
 * device and the recovery codes has nobody else to ask. All sessions end, the owner is told by mail, the history says that
 * it was done at the server. False where nobody has the address, or there is no second factor.
 */
export const resetFactor = (context: Context, email: string): Promise<boolean> =>
  context.db.transaction(async (tx) => {
    const account = await findAccountByEmail(tx, email.normalize('NFKC').trim().toLowerCase())
    if (account === null) return false
    return revokeFactor(tx, context, { account, actor: systemActor, details: { confirmedBy: 'operator' } })
  })
