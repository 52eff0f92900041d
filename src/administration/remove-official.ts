import { accountsWithRole, lockAccount } from '../accounts/account-store.ts'
import { revokeRole } from '../accounts/revoke-role.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isGivenRole } from './official.ts'
import { findOfficial } from './official-store.ts'

export type OfficialRemoval =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: 'oneself' | 'last-administrator' }

/**
 * Takes away the secretariat's or an administrator's role; every session of the account ends. Nobody takes the own role,
 * and one administrator is always left.
 * @throws NotFoundError when there is no such official (any more), or the actor is no administrator any more
 */
export const removeOfficial = (
  context: Context,
  { id, actor }: { readonly id: string; readonly actor: { readonly id: string; readonly name: string } }
): Promise<OfficialRemoval> =>
  context.db.transaction(async (tx) => {
    // Two administrators who remove each other wait here for their turn; the second is none by then.
    const ids = (await accountsWithRole(tx, 'administrator')).map((account) => account.id)
    for (const one of ids.sort()) await lockAccount(tx, one)
    const administrators = await accountsWithRole(tx, 'administrator')
    const official = await findOfficial(tx, id)
    const isGone = official === null || !isGivenRole(official.role)
    if (isGone || !administrators.some((one) => one.id === actor.id)) throw new NotFoundError(`official ${id}`)
    if (id === actor.id) return { ok: false, reason: 'oneself' }
    const { role, name } = official
    if (role === 'administrator' && administrators.length === 1) return { ok: false, reason: 'last-administrator' }
    await revokeRole(tx, context, { userId: id, role, actor })
    return { ok: true, name: name || official.email }
  })
