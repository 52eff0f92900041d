import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'

/** Seconds up to which answers are counted: pages take milliseconds, PDFs and uploads seconds. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Counts and times every answer by the pattern of its route, never by its address: addresses name cases and people, and
 * whoever asks for new ones could fill the memory with them.
 */
export const addRequestMetrics = (app: FastifyInstance, registry: Registry): void => {
  const durations = new Histogram({
    name: 'wlgb_http_request_duration_seconds',
    help: 'Duration of requests by method, route pattern and status; its count is that of the requests.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry]
  })
  const known = new Set(app.supportedMethods)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)')
    const method = known.has(request.method) ? request.method : 'other'
    durations.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
}
