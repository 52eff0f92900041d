import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { BadRequestError, NotFoundError, StaleFormError } from './errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose session the request came with, whole or not; null when signed out, and before the session is looked up. */
    accountId: string | null
  }
}

/**
 * What the log tells of signing in and of what was refused, for whoever watches over the portal; README lists it. A
 * reason is a word of the code, never something that a person typed.
 */
export type SecurityEvent =
  /** By a mailed code, an identity provider or the demo. Who has a second factor is not in before it is given. */
  | { readonly event: 'signed-in'; readonly by: string }
  | { readonly event: 'sign-in-failed'; readonly by: string; readonly reason: string }
  | { readonly event: 'factor-given'; readonly by: string }
  /** A code of the app or a recovery code that did not fit: at sign-in, at setting up another app, at giving it up. */
  | { readonly event: 'factor-failed'; readonly at: 'sign-in' | 'set-up' | 'removal'; readonly reason: string }
  | { readonly event: 'factor-changed'; readonly to: 'set-up' | 'removed' }
  /** `session`: nobody is signed in. `factor`: the second factor is missing. `role`: for others only. `absent`: not there, or not theirs. */
  | { readonly event: 'access-refused'; readonly reason: 'session' | 'factor' | 'role' | 'absent' }
  /** `token`: none of this browser's pages. `origin`: sent by another site. */
  | { readonly event: 'form-refused'; readonly reason: 'token' | 'origin' }
  /** Somebody asked, or tried codes, more often than may be. */
  | { readonly event: 'limit-reached'; readonly limit: 'requests' | 'codes' | 'wrong-codes' | 'wrong-factors' }
  /** What was sent is nothing that a page of ours sends: too large, of another kind, unreadable. */
  | { readonly event: 'content-refused'; readonly status: number }

// What belongs to the daily course of things; all else is a warning.
const usual: ReadonlySet<SecurityEvent['event']> = new Set(['signed-in', 'factor-given', 'factor-changed'])

const isUsual = (happened: SecurityEvent): boolean =>
  usual.has(happened.event) || (happened.event === 'access-refused' && happened.reason === 'session')

/** Puts the account behind a request into every line of the log about it, the one of its answer among them. */
export const noteAccount = (request: FastifyRequest, reply: FastifyReply, accountId: string): void => {
  request.accountId = accountId
  const named: FastifyBaseLogger = request.log.child({ account: accountId })
  request.log = named
  reply.log = named
}

/**
 * Writes one line about what happened: who by the account's id, where by method and pattern of the route, as in src/access.ts.
 * @param account whom it is about, where that is not who asked; null when nobody knows
 */
export const logSecurity = (request: FastifyRequest, happened: SecurityEvent, account = request.accountId): void => {
  const { url } = request.routeOptions
  const route = url === undefined ? null : `${request.method} ${url}`
  const line = { security: { ...happened, account, route } }
  if (isUsual(happened)) request.log.info(line, happened.event)
  else request.log.warn(line, happened.event)
}

/** Statuses of what the server could not or would not read. */
const unreadable: ReadonlySet<number> = new Set([400, 406, 413, 414, 415])

/** What a failed request was for the security of the portal; null when nothing. */
export const securityEventOf = (
  error: unknown,
  status: number,
  { accountId }: Pick<FastifyRequest, 'accountId'>
): SecurityEvent | null => {
  if (error instanceof StaleFormError) return { event: 'form-refused', reason: 'token' }
  if (error instanceof BadRequestError && status === 403) return { event: 'form-refused', reason: 'origin' }
  // Who is signed out looks for a page; who is signed in asks for what is not theirs.
  if (error instanceof NotFoundError) return accountId === null ? null : { event: 'access-refused', reason: error.why }
  if (status === 429) return { event: 'limit-reached', limit: 'requests' }
  return unreadable.has(status) ? { event: 'content-refused', status } : null
}
