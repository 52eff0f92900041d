import type { Context } from '../platform/context.ts'
import type { Authentication } from './authentication.ts'
import type { IdentityProvider, SignInChecks } from './identity-provider.ts'
import { deleteProviderSignInsBefore, insertProviderSignIn } from './provider-sign-in-store.ts'

/** A person has so many minutes to sign in at the provider. */
export const providerMinutes = 10

/**
 * Nonce and verifier follow from the browser's token: the database need not keep them, and nobody but the browser and this
 * portal together can redeem what the provider gives for them.
 */
export const checksOf = (
  { keys }: Pick<Authentication, 'keys'>,
  state: string,
  browserToken: string
): SignInChecks => ({
  state,
  nonce: keys.hashOf('provider sign-in', `nonce ${browserToken} ${state}`),
  verifier: keys.hashOf('provider sign-in', `verifier ${browserToken} ${state}`)
})

/** Under what a sign-in under way is kept. */
export const hashesOf = ({ keys }: Pick<Authentication, 'keys'>, state: string, browserToken: string) => ({
  stateHash: keys.hashOf('provider sign-in', `state ${state}`),
  browserHash: keys.hashOf('provider sign-in', `browser ${browserToken}`)
})

/** Begins a sign-in at a provider. Gives where the browser goes, or null while the provider cannot be reached. */
export const beginProviderSignIn = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  authentication: Authentication,
  provider: IdentityProvider,
  { browserToken, returnPath }: { readonly browserToken: string; readonly returnPath: string }
): Promise<string | null> => {
  const state = authentication.keys.newToken()
  const url = await provider.signInUrl(checksOf(authentication, state, browserToken))
  if (url === null) return null
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + providerMinutes * 60_000)
  const hashes = hashesOf(authentication, state, browserToken)
  await db.transaction(async (tx) => {
    await deleteProviderSignInsBefore(tx, now)
    await insertProviderSignIn(tx, { ...hashes, providerId: provider.id, returnPath, expiresAt })
  })
  return url
}
