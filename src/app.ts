import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { accessTable } from './access.ts'
import { makeFindSignedIn } from './accounts/find-viewer.ts'
import { guardRoutes } from './accounts/guard.ts'
import { makeFindCompanyOf } from './companies/take-up-invitation.ts'
import { addErrorPages } from './error-pages.ts'
import { addFrames } from './frame.ts'
import { serveAssets } from './platform/assets.ts'
import { addFlash } from './platform/flash.ts'
import { readableUrl } from './platform/readable-url.ts'
import { loggedError, loggedRequest } from './platform/request-log.ts'
import { requireFormTokens } from './platform/require-form-token.ts'
import { requireSameOrigin } from './platform/same-origin.ts'
import { addSlices, type SliceDeps } from './slices.ts'

/** What the application is built from. */
export type AppDeps = SliceDeps & {
  readonly sessionSecret: string
  /** Whose word on the client's address is taken. */
  readonly trustProxy: boolean | string[]
  /** Where the log goes and what it keeps; `stream` in place of the standard output. */
  readonly logger: { readonly level: string; readonly stream?: { readonly write: (line: string) => void } } | false
}

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"]
  }
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
    requestTimeout: 120_000,
    // While it stops, what still comes on an open connection is served, and the connection closed after it.
    return503OnClosing: false,
    // A search of 10,000 characters is answered by a page that says so, not by a closed connection.
    http: { maxHeaderSize: 128 * 1024 },
    rewriteUrl: ({ url }) => readableUrl(url ?? '/'),
    // Longer than any address that the server reads: the router's own answer to long ones is no page.
    routerOptions: { maxParamLength: 65_536 }
  })

  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false
  })
  await addFlash(app, deps.sessionSecret, secure)
  addFrames(app, context, demo !== null)
  addErrorPages(app)
  await app.register(rateLimit, { global: false })
  await app.register(compress, { global: false, globalDecompression: false, encodings: ['br', 'gzip'] })
  app.addHook('onRequest', requireSameOrigin)
  requireFormTokens(app, deps.sessionSecret, secure)
  guardRoutes(
    app,
    accessTable,
    makeFindSignedIn({ context, authentication, findCompanyOf: makeFindCompanyOf(context) })
  )
  // No page of ours sends anything but forms.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit: 1024 * 1024 })
  await app.register(serveAssets)

  await addSlices(app, deps)
  return app
}
