import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import {
  endRoleGrant,
  findAccountByEmail,
  findRole,
  insertAccount,
  insertRoleGrant,
  renameAccount
} from './account-store.ts'
import { endSessions } from './end-sessions.ts'
import type { OfficialRole } from './viewer.ts'

/**
 * Gives an address a role of the city's, making the account when there is none. Giving the same
 * role again only corrects the name; another role ends the one before, and the sessions with what they opened.
 * @returns the account's id
 */
export const grantRole = (
  context: Context,
  { email, name, role, actor }: { email: string; name: string; role: OfficialRole; actor: Actor }
): Promise<string> =>
  context.db.transaction(async (tx) => {
    const at = context.clock.now()
    const address = email.trim().toLowerCase()
    const existing = await findAccountByEmail(tx, address)
    const id = existing?.id ?? context.ids()
    if (existing === null) await insertAccount(tx, { id, name, email: address, at })
    else if (existing.name !== name && name !== '') await renameAccount(tx, id, name, at)
    const standing = await findRole(tx, id)
    if (standing === role) return id
    if (standing !== null) await endRoleGrant(tx, id, at, actor.id ?? id)
    await endSessions(tx, id)
    await insertRoleGrant(tx, { id: context.ids(), userId: id, role, grantedAt: at, grantedBy: actor.id })
    await recordEvent(tx, context, { actor, subjectId: id, kind: 'role-granted', details: { role } })
    return id
  })
