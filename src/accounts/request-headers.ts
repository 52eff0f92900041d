import type { FastifyRequest } from 'fastify'

/** The headers of a request in the shape that the sign-in library reads. */
export const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent', 'x-forwarded-for'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
