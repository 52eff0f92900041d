import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  ResponseBodyError
} from 'openid-client'
import { ZodError } from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { IdentityProvider, ProviderPerson, ProviderSettings, SignInChecks } from './identity-provider.ts'
import { personIn } from './provider-claims.ts'
import { connectProvider } from './provider-connection.ts'

type World = {
  readonly clock: Clock
  /** Where the provider sends the browser back to, as it is registered there. */
  readonly callbackUrl: string
  /** Where the browser goes once it is signed out at the provider. */
  readonly homeUrl: string
  /** Told of what went wrong, without anything that the provider said of a person. */
  readonly report: (error: Error) => void
}

// What the library calls these tells of the line or of the other side's health; all else is an answer that is not sound.
const passing = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])

const reasonOf = (error: unknown): 'declined' | 'unavailable' | 'refused' => {
  if (error instanceof AuthorizationResponseError) return 'declined'
  if (error instanceof ResponseBodyError) return error.status >= 500 ? 'unavailable' : 'refused'
  if (error instanceof ClientError) return passing.has(error.code ?? '') ? 'unavailable' : 'refused'
  return error instanceof ZodError ? 'refused' : 'unavailable'
}

// The cause of such an error may hold tokens and claims: of it only what the library calls it is passed on.
const reportable = (id: string, error: unknown): Error => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const { cause } = error instanceof Error ? error : { cause: undefined }
  const details = [code, error instanceof Error ? error.message : '', cause instanceof Error ? cause.message : '']
  return new Error(`sign-in through ${id} failed: ${details.filter((part) => part !== '').join(', ')}`)
}

// GビズID tells nothing of a person in its ID token; others may tell all. UserInfo is asked where the address is missing.
const readPerson = async (
  configuration: Configuration,
  query: string,
  checks: SignInChecks,
  { settings, callbackUrl }: { readonly settings: ProviderSettings; readonly callbackUrl: string }
): Promise<ProviderPerson> => {
  const tokens = await authorizationCodeGrant(configuration, new URL(query, callbackUrl), {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true
  })
  const claims = tokens.claims()
  if (claims === undefined) return personIn({}, settings)
  const asks = claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
  const more = asks ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {}
  return personIn({ ...more, ...claims }, settings)
}

const signInParameters = async (
  { scopes, factorValues }: ProviderSettings,
  callbackUrl: string,
  { state, nonce, verifier }: SignInChecks
): Promise<Record<string, string>> => ({
  redirect_uri: callbackUrl,
  scope: scopes,
  state,
  nonce,
  code_challenge: await calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  ...(factorValues.length === 0 ? {} : { acr_values: factorValues.join(' ') })
})

/** A provider of OpenID Connect: authorization code flow with PKCE, state and nonce; ID tokens are verified by its keys. */
export const openIdentityProvider = (settings: ProviderSettings, world: World): IdentityProvider => {
  const { id, label } = settings
  const { clock, callbackUrl, homeUrl, report } = world
  const connection = connectProvider(settings, clock)
  const orNull = async (build: (configuration: Configuration) => Promise<string | null>): Promise<string | null> => {
    try {
      return await connection(build)
    } catch (error) {
      report(reportable(id, error))
      return null
    }
  }
  return {
    id,
    label,
    signInUrl: (checks) =>
      orNull(async (configuration) => {
        const parameters = await signInParameters(settings, callbackUrl, checks)
        return buildAuthorizationUrl(configuration, parameters).toString()
      }),
    redeem: async (query, checks) => {
      try {
        const use = (configuration: Configuration) =>
          readPerson(configuration, query, checks, { settings, callbackUrl })
        return { ok: true, person: await connection(use) }
      } catch (error) {
        const reason = reasonOf(error)
        if (reason !== 'declined') report(reportable(id, error))
        return { ok: false, reason }
      }
    },
    signOutUrl: () =>
      orNull(async (configuration) => {
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null
        return buildEndSessionUrl(configuration, { post_logout_redirect_uri: homeUrl }).toString()
      })
  }
}
