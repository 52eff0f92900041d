import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SessionEndedPage } from '../../views/accounts/session-ended-page.tsx'
import { paths } from '../paths.ts'
import { assetPrefix } from '../platform/assets.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { type Access, type AccessRule, mayUse, type Viewer } from './viewer.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null when signed out. */
    viewer: Viewer | null
  }
}

const isRead = (request: FastifyRequest): boolean => request.method === 'GET' || request.method === 'HEAD'

/** Whether the page's own script asks, which wants an answer in JSON. */
export const wantsJson = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('application/json') ?? false

const askToSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (wantsJson(request)) return reply.code(401).send({ error: 'session-ended' })
  if (isRead(request)) return reply.redirect(`${paths.signIn}?return=${encodeURIComponent(request.url)}`, 303)
  const frame = request.frame({ title: 'ログインの有効時間が切れました' })
  return sendPage(reply, SessionEndedPage({ frame, action: request.url, values: formValues(request.body) }), 401)
}

// What may be read may be asked for its headers and by other sites' scripts, which the answer itself allows or not.
const askedAs = (method: string): string => (method === 'HEAD' || method === 'OPTIONS' ? 'GET' : method)

/**
 * Denies by default: every route stands in the table, and who may not use one is told that it does not exist. Those who
 * are signed out are asked to sign in, and what they posted is kept on the page.
 * @param table who may use each route, by `METHOD /pattern`
 * @throws Error at registration, for a route that the table does not name
 */
export const guardRoutes = (
  app: FastifyInstance,
  table: Readonly<Record<string, AccessRule>>,
  findViewer: (request: FastifyRequest) => Promise<Viewer | null>
): void => {
  const whoMayUse = (method: string, url = ''): readonly Access[] | undefined => table[`${askedAs(method)} ${url}`]?.who
  app.decorateRequest('viewer', null)
  app.addHook('onRoute', ({ url, method }) => {
    if (url.startsWith(assetPrefix)) return
    for (const one of [method].flat())
      if (whoMayUse(one, url) === undefined) throw new Error(`${one} ${url} is not in the table of src/access.ts`)
  })
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith(assetPrefix)) request.viewer = await findViewer(request)
  })
  app.addHook('preHandler', async (request, reply) => {
    const access = whoMayUse(request.method, request.routeOptions.url) ?? []
    if (request.is404 || request.url.startsWith(assetPrefix) || mayUse(access, request.viewer)) return
    if (request.viewer === null) return askToSignIn(request, reply)
    throw new NotFoundError(request.url)
  })
}

/**
 * The signed-in person of a route whose access demands one.
 * @throws NotFoundError when there is none
 */
export const viewerOf = (request: FastifyRequest): Viewer => {
  if (request.viewer === null) throw new NotFoundError('viewer')
  return request.viewer
}
