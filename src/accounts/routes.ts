import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SignInCodePage } from '../../views/accounts/sign-in-code-page.tsx'
import { type DemoPerson, SignInPage } from '../../views/accounts/sign-in-page.tsx'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { type Authentication, codeMinutes } from './authentication.ts'
import { headersOf } from './request-headers.ts'
import { roleOf } from './role-of.ts'
import { sendSignInCode } from './send-sign-in-code.ts'
import { signInCodeForm, signInForm } from './sign-in-form.ts'

type Deps = {
  readonly context: Context
  readonly authentication: Authentication
  /** The invented people whom the demo lets anybody be; null in service. */
  readonly demo: { readonly people: readonly DemoPerson[] } | null
}

const codeProblems = {
  wrong: '確認コードが違います。メールに書かれた6桁の数字を入力してください',
  expired: '確認コードの有効時間が過ぎたか、新しいコードが送られています。「確認コードをもう一度送る」を押してください',
  'too-many-tries':
    '間違ったコードが続いたため、このコードは使えなくなりました。「確認コードをもう一度送る」を押してください'
} as const

const tooManyCodes = '短い時間に何度もコードを送っています。10分ほど待ってから、もう一度お試しください'

const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Signing in by address and code, and out. */
export const accountRoutes = async (app: FastifyInstance, { context, authentication, demo }: Deps): Promise<void> => {
  const homeOf = async (email: string): Promise<string> => homes[await roleOf(context.db, email)]

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

  app.post(paths.signIn, { config: { ...perMinute(20) } }, async (request, reply) => {
    const form = parseForm(signInForm, request.body)
    if (!form.ok) {
      const values = { email: text(form.values.email), returnTo: text(form.values.return) }
      return signInPage(request, reply, values, form.problems[0]?.message)
    }
    const values = { email: form.value.email, returnTo: form.value.return }
    const sent = await sendSignInCode(context, authentication, values.email)
    return codePage(request, reply, values, sent.ok ? undefined : tooManyCodes)
  })

  app.post(paths.signInCode, { config: { ...perMinute(20) } }, async (request, reply) => {
    const form = parseForm(signInCodeForm, request.body)
    if (!form.ok) {
      const values = { email: text(form.values.email), returnTo: text(form.values.return) }
      return codePage(request, reply, values, form.problems[0]?.message)
    }
    const { email, code, return: returnTo } = form.value
    const result = await authentication.enterCode(email, code, headersOf(request))
    if (!result.ok) return codePage(request, reply, { email, returnTo }, codeProblems[result.reason])
    return reply.header('set-cookie', result.cookies).redirect(returnTo || (await homeOf(email)), 303)
  })

  if (demo !== null)
    app.post(paths.demoSession, async (request, reply) => {
      const form = parseForm(signInForm, request.body)
      if (!form.ok || !demo.people.some(({ email }) => email === form.value.email))
        throw new NotFoundError('demo person')
      const { email, return: returnTo } = form.value
      const code = await authentication.makeCode(email)
      const result = await authentication.enterCode(email, code, headersOf(request))
      if (!result.ok) throw new NotFoundError('demo person')
      return reply.header('set-cookie', result.cookies).redirect(returnTo || (await homeOf(email)), 303)
    })

  app.post(paths.signOut, async (request, reply) => {
    const cookies = await authentication.signOut(headersOf(request))
    return reply.header('set-cookie', cookies).setFlash('ログアウトしました。').redirect(paths.home, 303)
  })
}
