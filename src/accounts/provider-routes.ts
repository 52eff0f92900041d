import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProviderRefusalPage } from '../../views/accounts/provider-refusal-page.tsx'
import { ProviderSignedOutPage } from '../../views/accounts/provider-signed-out-page.tsx'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { sendPage } from '../platform/page.ts'
import { logSecurity } from '../platform/security-log.ts'
import { acceptProviderAnswer, type ProviderSignInRefusal } from './accept-provider-answer.ts'
import type { Authentication } from './authentication.ts'
import { beginProviderSignIn, providerMinutes } from './begin-provider-sign-in.ts'
import { browserName } from './browser-name.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { refusalWords } from './provider-words.ts'
import { sendSignedIn } from './send-signed-in.ts'
import { giveToken, tokenIn } from './session-cookie.ts'
import { returnPath } from './sign-in-form.ts'

type Deps = {
  readonly context: Context
  readonly authentication: Authentication
  /** Those that are set up. */
  readonly providers: readonly IdentityProvider[]
}

type ProviderRoute = { readonly Params: { readonly provider: string } }
type BeginRoute = ProviderRoute & { readonly Querystring: { readonly return?: unknown } }

const perMinute = { rateLimit: { max: 20, timeWindow: '1 minute' } }

const refuse = (
  request: FastifyRequest,
  reply: FastifyReply,
  { id, label }: IdentityProvider,
  reason: ProviderSignInRefusal
): FastifyReply => {
  logSecurity(request, { event: 'sign-in-failed', by: id, reason })
  const { status, title, message } = refusalWords(reason, label)
  return sendPage(reply, ProviderRefusalPage({ frame: request.frame({ title }), message }), status)
}

/** Whether a person came from a page of ours or typed the address; browsers without the header are older than 2023. */
const isOwnStep = ({ headers }: FastifyRequest): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString())

const wayToSignIn = (returnTo: string): string =>
  returnTo === '' ? paths.signIn : `${paths.signIn}?return=${encodeURIComponent(returnTo)}`

const queryOf = ({ url }: FastifyRequest): string => {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at)
}

/** Signing in at a provider: there, back, and out. Links lead there, because no form may send to another site. */
export const providerRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  const { context, authentication, providers } = deps

  const providerOf = ({ params }: FastifyRequest<ProviderRoute>): IdentityProvider => {
    const provider = providers.find(({ id }) => id === params.provider)
    if (provider === undefined) throw new NotFoundError('identity provider')
    return provider
  }

  app.get<BeginRoute>(paths.providerSignIn(':provider'), { config: perMinute }, async (request, reply) => {
    const provider = providerOf(request)
    const returnTo = returnPath.parse(request.query.return)
    // Who is still signed in there would be signed in here by any site that sends a browser along.
    if (!isOwnStep(request)) return reply.redirect(wayToSignIn(returnTo), 303)
    // Tabs of one browser share its token; each has a state of its own.
    const browserToken = tokenIn(request, 'provider', authentication) ?? authentication.keys.newToken()
    const begun = { browserToken, returnPath: returnTo }
    const url = await beginProviderSignIn(context, authentication, provider, begun)
    if (url === null) return refuse(request, reply, provider, 'unavailable')
    giveToken(reply, 'provider', authentication, { token: browserToken, lasts: providerMinutes * 60_000 })
    return reply.header('cache-control', 'no-store').redirect(url, 303)
  })

  app.get<ProviderRoute>(paths.providerAnswer(':provider'), { config: perMinute }, async (request, reply) => {
    const provider = providerOf(request)
    const result = await acceptProviderAnswer(context, authentication, provider, {
      query: queryOf(request),
      browserToken: tokenIn(request, 'provider', authentication),
      browser: browserName(request.headers['user-agent']),
      earlierToken: tokenIn(request, 'session', authentication)
    })
    if (!result.ok) return refuse(request, reply, provider, result.reason)
    logSecurity(request, { event: 'signed-in', by: provider.id }, result.userId)
    if (result.factorGiven) logSecurity(request, { event: 'factor-given', by: provider.id }, result.userId)
    return sendSignedIn(reply, deps, result)
  })

  app.get<ProviderRoute>(paths.providerSignOut(':provider'), async (request, reply) => {
    const provider = providerOf(request)
    const url = await provider.signOutUrl()
    if (url === null) return reply.redirect(paths.home, 303)
    const frame = request.frame({ title: 'ログアウトしました' })
    return sendPage(reply, ProviderSignedOutPage({ frame, label: provider.label, url }))
  })
}
