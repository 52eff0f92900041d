import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formTokenField } from '../../views/components/form-token-field.ts'
import { StaleFormError } from './errors.ts'
import { formValues, textOf } from './form.ts'
import { formTokens, isSeed, newSeed } from './form-token.ts'
import { isSafe } from './same-origin.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `in parts`: the route reads `multipart/form-data` by `postedParts`, which checks the first part. Or why none is needed. */
    formToken?: 'in parts' | { readonly needless: string }
  }
  interface FastifyRequest {
    /** @throws StaleFormError for a token that was not made for this browser, unless the route needs none */
    checkFormToken: (token: string | null) => void
  }
  interface FastifyReply {
    /** The token for the forms of the page that is being answered with; the browser is given the cookie it belongs to. */
    formToken: () => string
  }
}

const needsToken = (request: FastifyRequest): boolean => {
  const { formToken } = request.routeOptions.config
  return !isSafe(request) && !request.is404 && typeof formToken !== 'object'
}

const isInParts = (request: FastifyRequest): boolean =>
  request.routeOptions.config.formToken === 'in parts' &&
  (request.headers['content-type'] ?? '').startsWith('multipart/form-data')

/** Takes the token out of the body: it is no answer of the form, and no page sends it back. */
const takeToken = ({ body }: FastifyRequest): string | null => {
  const token = textOf(formValues(body), formTokenField)
  if (typeof body === 'object' && body !== null) Reflect.deleteProperty(body, formTokenField)
  return token === '' ? null : token
}

/**
 * Refuses every form that does not hold a token made for the browser that sends it, beside the check of where it comes
 * from. The cookie that tokens are made from is no session: it is not renewed at sign-in, so a page that outlived its
 * session can still be sent after a new one began in another tab. `__Host-` keeps other hosts from planting it; without
 * https (a demo, a test) that prefix does not exist. It is Lax and not Strict, because somebody who follows a link of a
 * mail would come without it and be given another, to which open pages do not belong.
 * @param secret of this installation
 */
export const requireFormTokens = (app: FastifyInstance, secret: string, secure: boolean): void => {
  const name = secure ? '__Host-wlgb_form' : 'wlgb_form'
  const tokens = formTokens(secret)
  const made = new WeakMap<FastifyReply, string>()

  app.decorateReply('formToken', function formToken(this: FastifyReply) {
    const before = made.get(this)
    if (before !== undefined) return before
    const known = this.request.cookies[name]
    const seed = isSeed(known) ? known : newSeed()
    if (seed !== known) this.setCookie(name, seed, { httpOnly: true, sameSite: 'lax', secure, path: '/' })
    const token = tokens.mint(seed)
    made.set(this, token)
    return token
  })
  app.decorateRequest('checkFormToken', function checkFormToken(this: FastifyRequest, token: string | null) {
    const seed = this.cookies[name]
    if (!needsToken(this) || (isSeed(seed) && token !== null && tokens.accepts(seed, token))) return
    throw new StaleFormError()
  })
  app.addHook('preHandler', async (request) => {
    if (needsToken(request) && !isInParts(request)) request.checkFormToken(takeToken(request))
  })
}
