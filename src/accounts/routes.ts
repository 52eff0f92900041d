import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SignInCodePage } from '../../views/accounts/sign-in-code-page.tsx'
import { type DemoPerson, SignInPage } from '../../views/accounts/sign-in-page.tsx'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { logSecurity } from '../platform/security-log.ts'
import { acceptSignInCode } from './accept-sign-in-code.ts'
import type { Authentication } from './authentication.ts'
import { beginSession } from './begin-session.ts'
import { browserName } from './browser-name.ts'
import { codeMinutes } from './code-limits.ts'
import { endSession } from './end-session.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { registerAccount } from './register-account.ts'
import { requestSignInCode } from './request-sign-in-code.ts'
import { sendSignedIn } from './send-signed-in.ts'
import { giveToken, removeToken, tokenIn } from './session-cookie.ts'
import { signInCodeForm, signInForm } from './sign-in-form.ts'
import { sourceOf } from './source-of.ts'

type Deps = {
  readonly context: Context
  readonly authentication: Authentication
  /** The identity providers that are set up. */
  readonly providers: readonly IdentityProvider[]
  /** The invented people whom the demo lets anybody be; null in service. */
  readonly demo: { readonly people: readonly DemoPerson[] } | null
}

const codeProblems = {
  wrong: '確認コードが違います。メールに書かれた6桁の数字を入力してください',
  expired:
    'この確認コードは使えません。有効時間が過ぎたか、新しいコードが送られたか、別のブラウザーで送ったコードです。「確認コードをもう一度送る」を押してください',
  'too-many-tries':
    '間違ったコードが続いたため、このコードは使えなくなりました。「確認コードをもう一度送る」を押してください',
  'too-many-wrong-codes': '間違った確認コードが何度も入力されています。1時間ほど待ってから、もう一度お試しください'
} as const

const tooManyCodes = '短い時間に何度もコードを送っています。10分ほど待ってから、もう一度お試しください'

const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const providerHref = (id: string, returnTo: string): string =>
  returnTo === '' ? paths.providerSignIn(id) : `${paths.providerSignIn(id)}?return=${encodeURIComponent(returnTo)}`

/** Signing in by address and code, and out. */
export const accountRoutes = async (
  app: FastifyInstance,
  { context, authentication, providers, demo }: Deps
): Promise<void> => {
  const deps = { context, authentication }

  /** What a browser that signs in tells of itself, and the session that ends with it. */
  const arriving = (request: FastifyRequest) => ({
    browser: browserName(request.headers['user-agent']),
    earlierToken: tokenIn(request, 'session', authentication)
  })

  const signInPage = (
    request: FastifyRequest,
    reply: FastifyReply,
    values: { email: string; returnTo: string },
    error?: string
  ) =>
    sendPage(
      reply,
      SignInPage({
        frame: request.frame({ title: 'ログイン', hasErrors: error !== undefined }),
        action: paths.signIn,
        ...values,
        error,
        providers: providers.map(({ id, label }) => ({ href: providerHref(id, values.returnTo), label })),
        demo: demo === null ? null : { action: paths.demoSession, people: demo.people }
      }),
      error === undefined ? 200 : 422
    )

  const codePage = (
    request: FastifyRequest,
    reply: FastifyReply,
    values: { email: string; returnTo: string },
    error?: string
  ) =>
    sendPage(
      reply,
      SignInCodePage({
        frame: request.frame({ title: '確認コードの入力', hasErrors: error !== undefined }),
        action: paths.signInCode,
        resendAction: paths.signIn,
        ...values,
        minutes: codeMinutes,
        error
      }),
      error === undefined ? 200 : 422
    )

  app.get(paths.signIn, async (request, reply) => {
    const query = formValues(request.query)
    return signInPage(request, reply, { email: '', returnTo: text(query.return) })
  })

  app.post(paths.signIn, { config: { ...perMinute(60) } }, async (request, reply) => {
    const form = parseForm(signInForm, request.body)
    if (!form.ok) {
      const values = { email: text(form.values.email), returnTo: text(form.values.return) }
      return signInPage(request, reply, values, form.problems[0]?.message)
    }
    const values = { email: form.value.email, returnTo: form.value.return }
    const earlierToken = tokenIn(request, 'code', authentication)
    const asked = { email: values.email, source: sourceOf(request.ip), earlierToken }
    const sent = await requestSignInCode(context, authentication, asked)
    if (!sent.ok) {
      logSecurity(request, { event: 'limit-reached', limit: 'codes' })
      return codePage(request, reply, values, tooManyCodes)
    }
    giveToken(reply, 'code', authentication, { token: sent.token, lasts: codeMinutes * 60_000 })
    return codePage(request, reply, values)
  })

  app.post(paths.signInCode, { config: { ...perMinute(60) } }, async (request, reply) => {
    const form = parseForm(signInCodeForm, request.body)
    if (!form.ok) {
      const values = { email: text(form.values.email), returnTo: text(form.values.return) }
      return codePage(request, reply, values, form.problems[0]?.message)
    }
    const { email, code, return: returnTo } = form.value
    const codeToken = tokenIn(request, 'code', authentication)
    const entered = { email, code, codeToken, source: sourceOf(request.ip), ...arriving(request) }
    const result = await acceptSignInCode(context, authentication, entered)
    if (!result.ok) {
      const { reason, userId } = result
      logSecurity(request, { event: 'sign-in-failed', by: 'code', reason }, userId)
      if (reason === 'too-many-wrong-codes')
        logSecurity(request, { event: 'limit-reached', limit: 'wrong-codes' }, userId)
      return codePage(request, reply, { email, returnTo }, codeProblems[reason])
    }
    logSecurity(request, { event: 'signed-in', by: 'code' }, result.userId)
    return sendSignedIn(reply, deps, { ...result, returnTo })
  })

  if (demo !== null)
    app.post(paths.demoSession, async (request, reply) => {
      const form = parseForm(signInForm, request.body)
      if (!form.ok || !demo.people.some(({ email }) => email === form.value.email)) {
        logSecurity(request, { event: 'sign-in-failed', by: 'demo', reason: 'unknown' })
        throw new NotFoundError('demo person')
      }
      const { email, return: returnTo } = form.value
      const signedIn = await context.db.transaction(async (tx) => {
        const userId = await registerAccount({ ...context, db: tx }, { email, name: '' })
        const person = { userId, method: 'demo', ...arriving(request) } as const
        return { userId, token: await beginSession(tx, context, authentication, person) }
      })
      logSecurity(request, { event: 'signed-in', by: 'demo' }, signedIn.userId)
      return sendSignedIn(reply, deps, { ...signedIn, returnTo })
    })

  app.post(paths.signOut, async (request, reply) => {
    await endSession(context, request.signedIn)
    removeToken(reply, 'session', authentication)
    // What a tab kept of answers that could not be saved goes too. Pages are in no cache, and cookies say when they end.
    reply.header('clear-site-data', '"storage"')
    const provider = providers.find(({ id }) => id === request.signedIn?.session.method)
    // The sign-in at the provider goes on; a form may not send there, so a page leads on.
    if (provider !== undefined) return reply.redirect(paths.providerSignOut(provider.id), 303)
    return reply.setFlash('ログアウトしました。').redirect(paths.home, 303)
  })
}
