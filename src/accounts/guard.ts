import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SessionEndedPage } from '../../views/accounts/session-ended-page.tsx'
import { paths } from '../paths.ts'
import { assetPrefix } from '../platform/assets.ts'
import { NotFoundError } from '../platform/errors.ts'
import { formValues } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { type Access, mayUse, type Viewer } from './viewer.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route. The app does not start with a route that does not say. */
    access?: readonly Access[]
  }
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

/**
 * Denies by default: every route declares its access, and who may not use one is told that it does not exist. Those who
 * are signed out are asked to sign in, and what they posted is kept on the page.
 * @throws Error at registration, for a route without declared access
 */
export const guardRoutes = (app: FastifyInstance, findViewer: (request: FastifyRequest) => Promise<Viewer | null>) => {
  app.decorateRequest('viewer', null)
  app.addHook('onRoute', ({ url, method, config }) => {
    if (url.startsWith(assetPrefix) || config?.access !== undefined) return
    throw new Error(`${method} ${url} does not declare who may use it (config.access)`)
  })
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith(assetPrefix)) request.viewer = await findViewer(request)
  })
  app.addHook('preHandler', async (request, reply) => {
    const access = request.routeOptions.config.access ?? []
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
