import { recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findAccountByEmail, findOrInsertAccount, findRole } from './account-store.ts'
import type { ProviderId, ProviderPerson } from './identity-provider.ts'
import { findLinkedAccount, insertIdentity, noteLegalEntityNumber } from './identity-store.ts'

/**
 * Why a person whom a provider vouches for has no account to sign in to: no address, or one that nobody verified; the
 * city's provider for somebody without a role, GビズID for somebody with one; an account that another person of that
 * provider is linked to.
 */
export type ProviderRefusal = 'no-email' | 'unverified-email' | 'no-role' | 'official' | 'linked-to-another'

type Found = { readonly ok: true; readonly userId: string } | { readonly ok: false; readonly reason: ProviderRefusal }

type World = Pick<Context, 'clock' | 'ids'>

const findByEmail = async (
  tx: Context['db'],
  { clock, ids }: World,
  providerId: ProviderId,
  { email, emailVerified }: ProviderPerson
): Promise<Found> => {
  if (email === null) return { ok: false, reason: 'no-email' }
  if (!emailVerified) return { ok: false, reason: 'unverified-email' }
  const existing = await findAccountByEmail(tx, email)
  if (existing !== null) return { ok: true, userId: existing.id }
  // Officials are made known here by their office, never by signing in.
  if (providerId === 'city') return { ok: false, reason: 'no-role' }
  const userId = await findOrInsertAccount(tx, { id: ids(), name: '', email, at: clock.now() })
  return { ok: true, userId }
}

const refusalByRole = async (
  tx: Context['db'],
  providerId: ProviderId,
  userId: string
): Promise<ProviderRefusal | null> => {
  const role = await findRole(tx, userId)
  if (providerId === 'city') return role === null ? 'no-role' : null
  return role === null ? null : 'official'
}

/**
 * The account of a person whom a provider vouches for: the one that its subject is linked to, whatever the address has
 * become since; at the first time the one of the verified address, which is then linked. The city's officials have to
 * exist with their role; of GビズID's people a company's person is made.
 */
export const findProviderAccount = async (
  tx: Context['db'],
  context: World,
  providerId: ProviderId,
  person: ProviderPerson
): Promise<Found> => {
  const linked = await findLinkedAccount(tx, providerId, person.subject)
  const found: Found =
    linked === null ? await findByEmail(tx, context, providerId, person) : { ok: true, userId: linked }
  if (!found.ok) return found
  const { userId } = found
  const refusal = await refusalByRole(tx, providerId, userId)
  if (refusal !== null) return { ok: false, reason: refusal }
  const at = context.clock.now()
  if (linked === null) {
    const link = { id: context.ids(), providerId, subject: person.subject, userId, at }
    if (!(await insertIdentity(tx, link))) return { ok: false, reason: 'linked-to-another' }
    const actor = { id: userId, name: person.email ?? '' }
    await recordEvent(tx, context, { actor, subjectId: userId, kind: 'identity-linked', details: { providerId } })
  }
  await noteLegalEntityNumber(tx, { providerId, userId, number: person.legalEntityNumber, at })
  return found
}
