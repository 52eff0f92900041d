import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What may be told of a request outside of the portal; null where it is none that the server knows. */
export type RequestRoute = { readonly method: string | null; readonly route: string | null }

/**
 * Makes what names a request by its method and the pattern of its route, never by its address: addresses name cases and
 * people, and whoever asks for new ones could make ever more names.
 */
export const makeRouteOf = (app: FastifyInstance): ((request: FastifyRequest) => RequestRoute) => {
  const known = new Set(app.supportedMethods)
  return (request) => ({
    method: known.has(request.method) ? request.method : null,
    route: request.is404 ? null : (request.routeOptions.url ?? null)
  })
}
