import type { Context } from '../platform/context.ts'
import type { Authentication } from './authentication.ts'
import { checksOf, hashesOf } from './begin-provider-sign-in.ts'
import { beginSession, type SignIn } from './begin-session.ts'
import { findProviderAccount, type ProviderRefusal } from './find-provider-account.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { takeProviderSignIn } from './provider-sign-in-store.ts'

/** What a provider sent a browser back with. */
export type ProviderReturn = {
  /** Of the address, with its question mark; empty or not, it is the provider's word and not to be trusted. */
  readonly query: string
  /** The token of the browser that began; null where none did. */
  readonly browserToken: string | null
} & Pick<SignIn, 'browser' | 'earlierToken'>

/** Why nobody is signed in: `expired` is a sign-in that is over, was used, or began in another browser. */
export type ProviderSignInRefusal = ProviderRefusal | 'expired' | 'declined' | 'unavailable' | 'refused'

export type ProviderSignedIn =
  | {
      readonly ok: true
      readonly userId: string
      readonly token: string
      readonly factorGiven: boolean
      readonly returnTo: string
    }
  | { readonly ok: false; readonly reason: ProviderSignInRefusal }

/**
 * Signs in whom a provider vouches for. The sign-in under way is used up first, whatever becomes of it: what a provider
 * answers once is asked once.
 */
export const acceptProviderAnswer = async (
  context: Context,
  authentication: Authentication,
  provider: IdentityProvider,
  { query, browserToken, browser, earlierToken }: ProviderReturn
): Promise<ProviderSignedIn> => {
  const state = new URLSearchParams(query).get('state')
  if (state === null || browserToken === null) return { ok: false, reason: 'expired' }
  const hashes = hashesOf(authentication, state, browserToken)
  const underWay = { ...hashes, providerId: provider.id, at: context.clock.now() }
  const taken = await takeProviderSignIn(context.db, underWay)
  if (taken === null) return { ok: false, reason: 'expired' }
  const answer = await provider.redeem(query, checksOf(authentication, state, browserToken))
  if (!answer.ok) return answer
  const { person } = answer
  return context.db.transaction(async (tx) => {
    const account = await findProviderAccount(tx, context, provider.id, person)
    if (!account.ok) return account
    const { userId } = account
    const factorGiven = provider.id === 'city' && person.factorGiven
    const signIn = { userId, method: provider.id, browser, earlierToken, factorGiven }
    const token = await beginSession(tx, context, authentication, signIn)
    return { ok: true, userId, token, factorGiven, returnTo: taken.returnPath }
  })
}
