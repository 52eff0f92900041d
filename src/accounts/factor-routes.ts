import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FactorPage } from '../../views/accounts/factor-page.tsx'
import { RecoveryCodesPage } from '../../views/accounts/recovery-codes-page.tsx'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { formValues, parseForm, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { logSecurity, type SecurityEvent } from '../platform/security-log.ts'
import { acceptFactor } from './accept-factor.ts'
import type { Authentication } from './authentication.ts'
import { enrolmentForm, factorForm, factorRemovalForm } from './factor-form.ts'
import { factorProblems, fieldOfRefusal } from './factor-problems.ts'
import { signedInOf } from './guard.ts'
import { removeFactor } from './remove-factor.ts'
import { saveFactor } from './save-factor.ts'
import { sendSecondFactorPage } from './send-second-factor-page.ts'
import { wayTo } from './send-signed-in.ts'
import { giveToken } from './session-cookie.ts'
import { returnPath } from './sign-in-form.ts'
import type { SignedIn } from './signed-in.ts'

type Deps = { readonly context: Context; readonly authentication: Authentication }

const oftenEnough = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } } as const

/** The path to go on to; empty where none is given, or one that leads elsewhere. */
const returnIn = (query: unknown): string => returnPath.parse(textOf(formValues(query), 'return'))

const factorPage = (request: FastifyRequest, reply: FastifyReply, returnTo: string, error?: string): FastifyReply => {
  const frame = request.frame({ title: '認証コードの入力', hasErrors: error !== undefined })
  return sendPage(reply, FactorPage({ frame, returnTo, error }), error === undefined ? 200 : 422)
}

type FailedAt = Extract<SecurityEvent, { readonly event: 'factor-failed' }>['at']

const logFailure = (request: FastifyRequest, at: FailedAt, reason: string): void => {
  logSecurity(request, { event: 'factor-failed', at, reason })
  if (reason === 'too-many-wrong') logSecurity(request, { event: 'limit-reached', limit: 'wrong-factors' })
}

/** Asking for the second factor at sign-in. */
const addFactorQuestion = (app: FastifyInstance, { context, authentication }: Deps): void => {
  app.get(paths.signInFactor, async (request, reply) => {
    const { step, viewer } = signedInOf(request)
    const returnTo = returnIn(request.query)
    if (step === 'factor') return factorPage(request, reply, returnTo)
    return reply.redirect(step === null ? returnTo || homes[viewer.role] : wayTo(step, returnTo), 303)
  })

  app.post(paths.signInFactor, oftenEnough, async (request, reply) => {
    const signedIn = signedInOf(request)
    // Sent twice: the first has made the session whole.
    if (signedIn.step !== 'factor') return reply.redirect(homes[signedIn.viewer.role], 303)
    const form = parseForm(factorForm, request.body)
    if (!form.ok) return factorPage(request, reply, textOf(form.values, 'return'), form.problems[0]?.message)
    const { code, return: returnTo } = form.value
    const result = await acceptFactor(context, authentication, signedIn, code)
    if (!result.ok) {
      logFailure(request, 'sign-in', result.reason)
      return factorPage(request, reply, returnTo, factorProblems[result.reason])
    }
    logSecurity(request, { event: 'factor-given', by: result.by })
    renew(reply, authentication, signedIn, result.token)
    return reply.redirect(returnTo || homes[signedIn.viewer.role], 303)
  })
}

const renew = (reply: FastifyReply, authentication: Authentication, { viewer }: SignedIn, token: string): void => {
  giveToken(reply, 'session', authentication, { token, lasts: authentication.limits[viewer.role].absolute })
}

/** The second factor: asked for at sign-in, set up, changed to another device, given up. */
export const factorRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  const { context, authentication } = deps
  addFactorQuestion(app, deps)

  app.get(paths.secondFactor, async (request, reply) => {
    const returnTo = returnIn(request.query)
    // Whoever has an app shows it first: else a code from the mail would be enough to replace it.
    if (signedInOf(request).step === 'factor') return reply.redirect(wayTo('factor', returnTo), 303)
    return sendSecondFactorPage(request, reply, deps, { returnTo })
  })

  app.post(paths.secondFactor, oftenEnough, async (request, reply) => {
    const signedIn = signedInOf(request)
    if (signedIn.step === 'factor') return reply.redirect(paths.signInFactor, 303)
    const form = parseForm(enrolmentForm, request.body)
    if (!form.ok)
      return sendSecondFactorPage(request, reply, deps, {
        returnTo: textOf(form.values, 'return'),
        refused: { status: 422, problems: form.problems }
      })
    const { return: returnTo, ...codes } = form.value
    const result = await saveFactor(context, authentication, signedIn, codes)
    if (!result.ok) {
      logFailure(request, 'set-up', result.reason)
      const problems = [{ field: fieldOfRefusal[result.reason], message: factorProblems[result.reason] }]
      const status = result.reason === 'stale' ? 409 : 422
      return sendSecondFactorPage(request, reply, deps, { returnTo, refused: { status, problems } })
    }
    logSecurity(request, { event: 'factor-changed', to: 'set-up' })
    renew(reply, authentication, signedIn, result.token)
    request.viewer = signedIn.viewer
    const frame = request.frame({ title: '回復コード' })
    const next = returnTo || homes[signedIn.viewer.role]
    return sendPage(reply, RecoveryCodesPage({ frame, codes: result.recoveryCodes, next }))
  })

  app.post(paths.secondFactorRemoval, oftenEnough, async (request, reply) => {
    const form = parseForm(factorRemovalForm, request.body)
    const refuse = (status: number, message: string) => {
      const refused = { status, problems: [{ field: 'removal-code', message }] }
      return sendSecondFactorPage(request, reply, deps, { returnTo: '', refused })
    }
    if (!form.ok) return refuse(422, form.problems[0]?.message ?? factorProblems.wrong)
    const result = await removeFactor(context, authentication, signedInOf(request), form.value.code)
    if (!result.ok) {
      logFailure(request, 'removal', result.reason)
      return refuse(['required', 'stale'].includes(result.reason) ? 409 : 422, factorProblems[result.reason])
    }
    logSecurity(request, { event: 'factor-changed', to: 'removed' })
    return reply.setFlash('二段階認証をやめました。').redirect(paths.secondFactor, 303)
  })
}
