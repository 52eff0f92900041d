import type { FastifyRequest } from 'fastify'

/** What the log keeps of a failure. */
export type LoggedError = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly constraint?: string
  readonly cause?: LoggedError
}

/** What the log keeps of a request. */
export type LoggedRequest = { readonly method: string; readonly path: string }

// A failed query tells its values after this word, and values are what people typed.
const values = /\nparams:[\s\S]*?(?=\n {4}at |$)/g
// How often a failure may name another as its cause before the log stops following.
const deepest = 5

const own = (error: Error, name: 'code' | 'constraint'): string | undefined => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

/** A text without the addresses in it: those of a failed mail stand in what the mail server said. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g, '…@…')

/**
 * A failure without the values it was about: no parameters of a query, none of the details a database adds (they quote
 * the row), no text of addresses.
 */
export const loggedError = (error: Error, depth = 0): LoggedError => {
  const [code, constraint] = [own(error, 'code'), own(error, 'constraint')]
  const cause = error.cause instanceof Error && depth < deepest ? loggedError(error.cause, depth + 1) : undefined
  return {
    type: error.name,
    message: withoutAddresses(error.message.replace(values, '')),
    stack: withoutAddresses((error.stack ?? '').replace(values, '')),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(cause === undefined ? {} : { cause })
  }
}

/**
 * A request without what may tell of a person: no query (the desk's search holds names), no header, no address. A
 * verification code is left out too, since the log is no register of who was looked up; so is what no page answers to.
 */
export const loggedRequest = (request: FastifyRequest): LoggedRequest => {
  const route = request.routeOptions.url
  if (route === undefined) return { method: request.method, path: '(unknown)' }
  const path = route.includes(':code') ? route : (request.url.split('?', 1)[0] ?? '')
  return { method: request.method, path }
}
