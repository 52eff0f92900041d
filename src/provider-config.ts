import type { ProviderId, ProviderSettings } from './accounts/identity-provider.ts'

/** What the environment says of one identity provider. */
export type ProviderVariables = {
  readonly issuer: string | undefined
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
  readonly scopes: string | undefined
  readonly label: string | undefined
  readonly trustEmail: 'true' | 'false' | undefined
  readonly acr?: string | undefined
}

const standard: Readonly<Record<ProviderId, { readonly scopes: string; readonly label: string }>> = {
  city: { scopes: 'openid email', label: '職員アカウントでログイン' },
  // GビズID tells the address and the company's number by these.
  gbiz: { scopes: 'openid email profile', label: 'GビズIDでログイン' }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether what an address names is reached over https, or stands on this very machine. */
export const isSafeUrl = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}

/** The provider as it is set up, or null where it is not. */
export const readProvider = (id: ProviderId, given: ProviderVariables): ProviderSettings | null => {
  const { issuer, clientId, clientSecret } = given
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return {
    id,
    issuer,
    clientId,
    clientSecret,
    scopes: given.scopes ?? standard[id].scopes,
    label: given.label ?? standard[id].label,
    trustsEmail: given.trustEmail === 'true',
    factorValues: (given.acr ?? '').split(/[\s,]+/).filter((value) => value !== '')
  }
}

/** What keeps a provider from being set up, when it is half; `prefix` begins the names of its variables. */
export const providerContradictions = (prefix: string, given: ProviderVariables): readonly string[] => {
  const needed = [
    ['ISSUER', given.issuer],
    ['CLIENT_ID', given.clientId],
    ['CLIENT_SECRET', given.clientSecret]
  ] as const
  const missing = needed.filter(([, value]) => value === undefined).map(([name]) => `${prefix}_${name}`)
  return missing.length === 0 || missing.length === needed.length
    ? []
    : [`${missing.join(', ')}: ログイン先の設定が足りません (the identity provider is set up in part)`]
}
