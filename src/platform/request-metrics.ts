import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'
import { makeRouteOf } from './request-route.ts'

/** Seconds up to which answers are counted: pages take milliseconds, PDFs and uploads seconds. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Counts and times every answer by its method, the pattern of its route, and its status. */
export const addRequestMetrics = (app: FastifyInstance, registry: Registry): void => {
  const durations = new Histogram({
    name: 'wlgb_http_request_duration_seconds',
    help: 'Duration of requests by method, route pattern and status; its count is that of the requests.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry]
  })
  const routeOf = makeRouteOf(app)
  app.addHook('onResponse', async (request, reply) => {
    const { method, route } = routeOf(request)
    const labels = { method: method ?? 'other', route: route ?? '(none)', status: String(reply.statusCode) }
    durations.observe(labels, reply.elapsedTime / 1000)
  })
}
