import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'
import type { Browser } from './browser.ts'

/** A person as the provider knows them, by its own names. */
export type Person = { readonly sub: string } & Readonly<Record<string, unknown>>

/** Changes an ID token on its way out; `key` is the one it was signed with. */
type Tamper = (idToken: string, key: JWK) => Promise<string> | string

/** An identity provider on loopback whose person, keys and health a test sets. */
export type TestProvider = {
  readonly issuer: string
  /** The variables that connect the portal with it as the city's provider or as GビズID. */
  readonly env: (name: 'CITY' | 'GBIZ') => Readonly<Record<string, string>>
  /** Who signs in next; null: the person declines. `acr` as the provider would state it. */
  person: { readonly claims: Person; readonly acr?: string } | null
  tamper: Tamper | null
  /** Answers everything with 500, as one that is down behind its balancer. */
  isDown: boolean
  /** Signs with a new key from now on and publishes only that. */
  readonly rotate: () => Promise<void>
  /** How often its keys were read. */
  readonly keyReads: () => number
  /** Walks a browser's way from the address of the provider to that which leads back to the portal: path and query. */
  readonly walk: (url: string) => Promise<string>
  readonly close: () => Promise<void>
}

const portal = 'http://localhost:3000'
const clientId = 'portal'
const clientSecret = 'the-secret-of-the-portal-for-tests-only'

/** A key as providers sign with. */
export const newSigningKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), use: 'sig', alg: 'RS256' }
}

const settings = (key: JWK, personOf: () => TestProvider['person']): Configuration => ({
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: ['city', 'gbiz'].map((id) => `${portal}/sign-in/with/${id}/answer`),
      post_logout_redirect_uris: [`${portal}/`]
    }
  ],
  jwks: { keys: [key] },
  cookies: { keys: ['a key for tests'] },
  acrValues: ['mfa'],
  ttl: { IdToken: 60, AccessToken: 60, Interaction: 600, Grant: 600, Session: 600 },
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['account_type', 'corp_type', 'corporate_number']
  },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...personOf()?.claims, sub }) }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  }
})

/** Follows redirects with the cookies that it is given. */
const walk = async (from: string): Promise<string> => {
  const cookies = new Map<string, string>()
  for (let url = from, step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the provider stopped at ${url}: ${answer.status} ${await answer.text()}`)
    url = new URL(location, url).toString()
    if (url.startsWith(portal)) return url.slice(portal.length)
  }
  throw new Error('the provider leads in circles')
}

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the provider has no port')
  return `http://127.0.0.1:${address.port}`
}

export const startIdentityProvider = async (): Promise<TestProvider> => {
  let provider: Provider
  let keyReads = 0
  const server = createServer((request, response) => {
    if (request.url === '/jwks') keyReads++
    if (test.isDown) return response.writeHead(500).end()
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    const { person } = test
    const result =
      person === null
        ? { error: 'access_denied' }
        : { login: { accountId: person.claims.sub, ...(person.acr === undefined ? {} : { acr: person.acr }) } }
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  const issuer = await listen(server)
  const build = async (): Promise<Provider> => {
    const key = await newSigningKey()
    const built = new Provider(
      issuer,
      settings(key, () => test.person)
    )
    built.use(async (context, next) => {
      await next()
      if (context.oidc?.route !== 'token' || test.tamper === null) return
      const body: unknown = context.body
      if (typeof body !== 'object' || body === null || !('id_token' in body)) return
      context.body = { ...body, id_token: await test.tamper(String(body.id_token), key) }
    })
    return built
  }
  const test: TestProvider = {
    issuer,
    env: (name) => ({
      [`OIDC_${name}_ISSUER`]: issuer,
      [`OIDC_${name}_CLIENT_ID`]: clientId,
      [`OIDC_${name}_CLIENT_SECRET`]: clientSecret
    }),
    person: null,
    tamper: null,
    isDown: false,
    rotate: async () => {
      provider = await build()
    },
    keyReads: () => keyReads,
    walk,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
  provider = await build()
  return test
}

/** Sends a browser to the provider and gives the address that it is led back to. */
export const answerOf = async (provider: TestProvider, browser: Browser, id: 'city' | 'gbiz', returnTo = '') => {
  const query = returnTo === '' ? '' : `?return=${encodeURIComponent(returnTo)}`
  const begun = await browser.get(`/sign-in/with/${id}${query}`)
  if (begun.status !== 303) throw new Error(`the sign-in did not begin: ${begun.status} ${begun.body}`)
  return provider.walk(begun.location ?? '')
}
