import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Authentication } from './authentication.ts'

type Secure = Pick<Authentication, 'secureCookies'>

/** `session` holds who is signed in; `code` the browser that asked for a code; `provider` one that is on its way to one. */
type CookieName = 'session' | 'code' | 'provider'

// `__Host-` binds a cookie to this very host over https: no neighbouring host can set or read it.
const nameOf = (name: CookieName, { secureCookies }: Secure): string =>
  secureCookies ? `__Host-wlgb_${name}` : `wlgb_${name}`

const attributesOf = ({ secureCookies }: Secure) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies }) as const

/** The token that a browser sent, or null. */
export const tokenIn = (request: FastifyRequest, name: CookieName, secure: Secure): string | null =>
  request.cookies[nameOf(name, secure)] ?? null

/** Gives a browser its token for so many milliseconds. */
export const giveToken = (
  reply: FastifyReply,
  name: CookieName,
  secure: Secure,
  { token, lasts }: { readonly token: string; readonly lasts: number }
): FastifyReply =>
  reply.setCookie(nameOf(name, secure), token, { ...attributesOf(secure), maxAge: Math.floor(lasts / 1000) })

/** Takes the token from the browser. */
export const removeToken = (reply: FastifyReply, name: CookieName, secure: Secure): FastifyReply =>
  reply.clearCookie(nameOf(name, secure), attributesOf(secure))
