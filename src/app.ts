import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import { accessTable } from './access.ts'
import { makeFindSignedIn } from './accounts/find-viewer.ts'
import { guardRoutes } from './accounts/guard.ts'
import { sourceOf } from './accounts/source-of.ts'
import { makeFindCompanyOf } from './companies/take-up-invitation.ts'
import { costs } from './costs.ts'
import { addErrorPages } from './error-pages.ts'
import { addFrames } from './frame.ts'
import { serveAssets } from './platform/assets.ts'
import { addFlash } from './platform/flash.ts'
import { readFields } from './platform/form-fields.ts'
import { type HasRoom, makeRequireRoom } from './platform/free-space.ts'
import { readableUrl } from './platform/readable-url.ts'
import { addRequestLimits } from './platform/request-limits.ts'
import { loggedError, loggedRequest } from './platform/request-log.ts'
import { addRequestMetrics } from './platform/request-metrics.ts'
import { addRequestTracing } from './platform/request-tracing.ts'
import { requireFormTokens } from './platform/require-form-token.ts'
import { requireSameOrigin } from './platform/same-origin.ts'
import { addSecurityHeaders } from './platform/security-headers.ts'
import type { Tracing } from './platform/tracing.ts'
import { noteViews } from './privacy/note-views.ts'
import { addSlices, type SliceDeps } from './slices.ts'

/** What the application is built from. */
export type AppDeps = SliceDeps & {
  readonly sessionSecret: string
  /** Whether the database has room for what people send. */
  readonly hasRoom: HasRoom
  /** Of one source; see src/platform/request-limits.ts. */
  readonly requestsPerMinute: number
  /** Null when no spans are wanted. */
  readonly tracing: Tracing | null
  /** Whose word on the client's address is taken. */
  readonly trustProxy: boolean | string[]
  /** Where the log goes and what it keeps; `stream` in place of the standard output. */
  readonly logger: { readonly level: string; readonly stream?: { readonly write: (line: string) => void } } | false
}

/** The whole application, in the order in which a request meets it. */
export const buildApp = async (deps: AppDeps): Promise<FastifyInstance> => {
  const { context, authentication, demo } = deps
  const secure = context.baseUrl.startsWith('https://')
  const app = fastify({
    logger: deps.logger && { ...deps.logger, serializers: { req: loggedRequest, err: loggedError } },
    trustProxy: deps.trustProxy,
    genReqId: () => context.ids(),
    bodyLimit: 1024 * 1024,
    // A request must have come whole after two minutes, its headers after 20 seconds; a connection on which nothing
    // happens is closed. Behind a proxy the last is longer than the proxy keeps it.
    requestTimeout: 120_000,
    connectionTimeout: 180_000,
    keepAliveTimeout: 75_000,
    maxRequestsPerSocket: 10_000,
    // While it stops, what still comes on an open connection is served, and the connection closed after it.
    return503OnClosing: false,
    // A search of 10,000 characters is answered by a page that says so, not by a closed connection.
    http: { maxHeaderSize: 128 * 1024, headersTimeout: 20_000 },
    rewriteUrl: ({ url }) => readableUrl(url ?? '/'),
    // Longer than any address that the server reads: the router's own answer to long ones is no page.
    routerOptions: { maxParamLength: 65_536 }
  })

  if (deps.tracing !== null) addRequestTracing(app, deps.tracing)
  await addSecurityHeaders(app, secure)
  await addFlash(app, deps.sessionSecret, secure)
  addFrames(app, context, demo !== null)
  await addRequestLimits(app, { perMinute: deps.requestsPerMinute, costs, sourceOf })
  addErrorPages(app)
  await app.register(compress, { global: false, globalDecompression: false, encodings: ['br', 'gzip'] })
  if (deps.watch.metrics !== null) addRequestMetrics(app, deps.watch.metrics.registry)
  app.addHook('onRequest', requireSameOrigin)
  app.addHook('onRequest', makeRequireRoom(deps.hasRoom))
  requireFormTokens(app, deps.sessionSecret, secure)
  guardRoutes(
    app,
    accessTable,
    makeFindSignedIn({ context, authentication, findCompanyOf: makeFindCompanyOf(context) })
  )
  // No page of ours sends anything but forms.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit: 1024 * 1024, parser: readFields })
  await app.register(serveAssets)

  noteViews(app, context)
  await addSlices(app, deps)
  return app
}
