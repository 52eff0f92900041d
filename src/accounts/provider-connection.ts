import {
  allowInsecureRequests,
  ClientSecretBasic,
  Configuration,
  clockSkew,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  getJwksCache,
  type ServerMetadata,
  setJwksCache
} from 'openid-client'
import type { Clock } from '../platform/clock.ts'
import type { ProviderSettings } from './identity-provider.ts'

/** Seconds by which the clocks of the portal and a provider may differ. */
export const tolerance = 30
/** Seconds until a provider that does not answer counts as unreachable. */
const timeout = 5
/** How long the discovery document is taken as read. */
const metadataLasts = 60 * 60 * 1000

/** Runs a request with what is known of a provider: its endpoints and its keys. */
export type ProviderConnection = <T>(use: (configuration: Configuration) => Promise<T>) => Promise<T>

/** Whether the issuer stands on this machine, as it does in tests: only there it may do without https. */
const isInsecure = (issuer: string): boolean => issuer.startsWith('http://')

/**
 * Connects with a provider when it is first asked for something, so that one that is down keeps nobody from the rest. Its
 * discovery document is read again after an hour; its keys after five minutes, or when a token names one that is not
 * known yet, then at most once a minute (both limits are the library's).
 */
export const connectProvider = (settings: ProviderSettings, clock: Clock): ProviderConnection => {
  const { issuer, clientId, clientSecret } = settings
  const authentication = ClientSecretBasic(clientSecret)
  let known: { readonly metadata: ServerMetadata; readonly until: number } | null = null
  let keys: ReturnType<typeof getJwksCache>

  const read = async (): Promise<ServerMetadata> => {
    const now = clock.now().getTime()
    if (known !== null && now < known.until) return known.metadata
    const execute = isInsecure(issuer) ? [allowInsecureRequests] : []
    const found = await discovery(new URL(issuer), clientId, undefined, authentication, { timeout, execute })
    known = { metadata: found.serverMetadata(), until: now + metadataLasts }
    return known.metadata
  }

  return async (use) => {
    // The library reads the machine's clock; the portal has one of its own.
    const skew = Math.round((clock.now().getTime() - Date.now()) / 1000)
    const client = { [clockSkew]: skew, [clockTolerance]: tolerance }
    const configuration = new Configuration(await read(), clientId, client, authentication)
    configuration.timeout = timeout
    if (isInsecure(issuer)) allowInsecureRequests(configuration)
    enableNonRepudiationChecks(configuration)
    if (keys !== undefined) setJwksCache(configuration, keys)
    try {
      return await use(configuration)
    } finally {
      keys = getJwksCache(configuration) ?? keys
    }
  }
}
