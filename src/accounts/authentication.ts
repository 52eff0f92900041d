import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { emailOTP } from 'better-auth/plugins/email-otp'
import type { Context } from '../platform/context.ts'
import { queueMail, signInCodeKind } from '../platform/outbox.ts'
import { signInCodeMail } from './sign-in-code-mail.ts'
import { identities, sessions, users, verifications } from './table.ts'

/** A code is good for this long. */
export const codeMinutes = 10
/** Wrong tries before a code is worthless. */
const allowedAttempts = 5
const day = 24 * 60 * 60
/** A sign-in that is not used ends after so many days. */
export const sessionDays = 7

export type AuthenticationSettings = {
  readonly secret: string
  readonly secureCookies: boolean
  /** Told of failures that the library keeps to itself, such as a code that could not be mailed. */
  readonly report: (error: Error) => void
}

// What the library itself would write to the console holds addresses.
const logTo = (report: AuthenticationSettings['report']) => ({
  level: 'error' as const,
  log: (_level: string, message: string, ...details: readonly unknown[]): void =>
    report(details.find((detail) => detail instanceof Error) ?? new Error(message))
})

/** The sign-in library, set up for six-digit codes by mail; called on the server only, none of its routes are mounted. */
const makeAuth = (context: Context, settings: AuthenticationSettings) =>
  betterAuth({
    baseURL: context.baseUrl,
    secret: settings.secret,
    telemetry: { enabled: false },
    logger: logTo(settings.report),
    database: drizzleAdapter(context.db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: identities, verification: verifications }
    }),
    session: { expiresIn: sessionDays * day, updateAge: day },
    advanced: {
      // `__Host-` binds the cookies to this very host over https; the library's own switch knows only `__Secure-`.
      cookiePrefix: settings.secureCookies ? '__Host-wlgb' : 'wlgb',
      useSecureCookies: false,
      database: { generateId: () => context.ids() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.secureCookies }
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts,
        storeOTP: 'hashed',
        sendVerificationOTP: async ({ email, otp }) => {
          const mail = { kind: signInCodeKind, to: email, ...signInCodeMail(context.scheme, otp, codeMinutes) }
          await context.db.transaction((tx) => queueMail(tx, context, mail))
        }
      })
    ]
  })

/** What became of a code that somebody entered. */
export type CodeResult =
  | { readonly ok: true; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly reason: 'wrong' | 'expired' | 'too-many-tries' }

/** The person of a session as the sign-in library knows it. */
export type SessionUser = { readonly id: string; readonly email: string; readonly name: string }

/** Sign-in by server-side calls, so that plain forms without script can use it. */
export type Authentication = {
  readonly sendCode: (email: string) => Promise<void>
  readonly enterCode: (email: string, code: string, headers: Headers) => Promise<CodeResult>
  /** A code that is not mailed, for the demo's people, whose addresses are invented. */
  readonly makeCode: (email: string) => Promise<string>
  readonly findSession: (headers: Headers) => Promise<SessionUser | null>
  /** Ends the session; gives the cookies that remove it from the browser. */
  readonly signOut: (headers: Headers) => Promise<readonly string[]>
}

const reasons: Readonly<Record<string, 'wrong' | 'expired' | 'too-many-tries'>> = {
  OTP_EXPIRED: 'expired',
  TOO_MANY_ATTEMPTS: 'too-many-tries'
}

const codeOf = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null || !('body' in error)) return null
  const { body } = error
  if (typeof body !== 'object' || body === null || !('code' in body)) return null
  return typeof body.code === 'string' ? body.code : null
}

export const makeAuthentication = (context: Context, settings: AuthenticationSettings): Authentication => {
  const auth = makeAuth(context, settings)
  return {
    sendCode: async (email) => {
      await auth.api.sendVerificationOTP({ body: { email, type: 'sign-in' } })
    },
    enterCode: async (email, code, headers) => {
      try {
        const result = await auth.api.signInEmailOTP({ body: { email, otp: code }, headers, returnHeaders: true })
        return { ok: true, cookies: result.headers.getSetCookie() }
      } catch (error) {
        const errorCode = codeOf(error)
        if (errorCode === null) throw error
        return { ok: false, reason: reasons[errorCode] ?? 'wrong' }
      }
    },
    makeCode: (email) => auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } }),
    findSession: async (headers) => {
      const session = await auth.api.getSession({ headers })
      return session === null ? null : { id: session.user.id, email: session.user.email, name: session.user.name }
    },
    signOut: async (headers) => {
      const result = await auth.api.signOut({ headers, returnHeaders: true })
      return result.headers.getSetCookie()
    }
  }
}
