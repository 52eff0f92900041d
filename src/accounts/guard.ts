import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SessionEndedPage } from '../../views/accounts/session-ended-page.tsx'
import { paths } from '../paths.ts'
import { assetPrefix } from '../platform/assets.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { logSecurity, noteAccount } from '../platform/security-log.ts'
import { wayTo } from './send-signed-in.ts'
import type { SignedIn } from './signed-in.ts'
import { type Access, type AccessRule, mayUse, type Viewer } from './viewer.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null when signed out, and until the second factor was given. */
    viewer: Viewer | null
    /** The session behind the request, whole or not; null when signed out. */
    signedIn: SignedIn | null
  }
}

const isRead = (request: FastifyRequest): boolean => request.method === 'GET' || request.method === 'HEAD'

/** Whether the page's own script asks, which wants an answer in JSON. */
export const wantsJson = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('application/json') ?? false

const wayIn = ({ signedIn, url }: FastifyRequest): string =>
  signedIn === null || signedIn.step === null
    ? `${paths.signIn}?return=${encodeURIComponent(url)}`
    : wayTo(signedIn.step, url)

const askToSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  logSecurity(request, { event: 'access-refused', reason: request.signedIn === null ? 'session' : 'factor' })
  if (wantsJson(request)) return reply.code(401).send({ error: 'session-ended' })
  if (isRead(request)) return reply.redirect(wayIn(request), 303)
  const frame = request.frame({ title: 'ログインの有効時間が切れました' })
  return sendPage(reply, SessionEndedPage({ frame, action: request.url, values: formValues(request.body) }), 401)
}

const isOpen = (access: readonly Access[], { viewer, signedIn }: FastifyRequest): boolean =>
  mayUse(access, viewer) || (access.includes('signing-in') && signedIn !== null && signedIn.step !== null)

// What may be read may be asked for its headers and by other sites' scripts, which the answer itself allows or not.
const askedAs = (method: string): string => (method === 'HEAD' || method === 'OPTIONS' ? 'GET' : method)

/**
 * Denies by default: every route stands in the table, and who may not use one is told that it does not exist. Those who
 * are signed out are asked to sign in, and what they posted is kept on the page. A session without its second factor counts
 * as signed out everywhere but on the way to complete it.
 * @param table who may use each route, by `METHOD /pattern`
 * @throws Error at registration, for a route that the table does not name
 */
export const guardRoutes = (
  app: FastifyInstance,
  table: Readonly<Record<string, AccessRule>>,
  findSignedIn: (request: FastifyRequest) => Promise<SignedIn | null>
): void => {
  const whoMayUse = (method: string, url = ''): readonly Access[] | undefined => table[`${askedAs(method)} ${url}`]?.who
  app.decorateRequest('viewer', null)
  app.decorateRequest('signedIn', null)
  app.decorateRequest('accountId', null)
  app.addHook('onRoute', ({ url, method }) => {
    if (url.startsWith(assetPrefix)) return
    for (const one of [method].flat())
      if (whoMayUse(one, url) === undefined) throw new Error(`${one} ${url} is not in the table of src/access.ts`)
  })
  // After the limits, which cost nothing: who asks too often is not looked up.
  app.addHook('preParsing', async (request, reply) => {
    if (request.url.startsWith(assetPrefix)) return
    request.signedIn = await findSignedIn(request)
    if (request.signedIn !== null) noteAccount(request, reply, request.signedIn.viewer.userId)
    request.viewer = request.signedIn?.step === null ? request.signedIn.viewer : null
  })
  app.addHook('preHandler', async (request, reply) => {
    const access = whoMayUse(request.method, request.routeOptions.url) ?? []
    if (request.is404 || request.url.startsWith(assetPrefix) || isOpen(access, request)) return
    if (request.viewer === null) return askToSignIn(request, reply)
    throw new NotFoundError(request.url, 'role')
  })
}

/**
 * The session behind a request of a route whose access demands one, whole or not.
 * @throws NotFoundError when there is none
 */
export const signedInOf = (request: FastifyRequest): SignedIn => {
  if (request.signedIn === null) throw new NotFoundError('session')
  return request.signedIn
}

/**
 * The signed-in person of a route whose access demands one.
 * @throws NotFoundError when there is none
 */
export const viewerOf = (request: FastifyRequest): Viewer => {
  if (request.viewer === null) throw new NotFoundError('viewer')
  return request.viewer
}
