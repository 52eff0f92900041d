import type { FastifyInstance } from 'fastify'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { addPortalMetrics } from './add-portal-metrics.ts'
import type { Watch } from './watch.ts'

type Deps = { readonly context: Context; readonly watch: Watch }

/** The figures for a monitoring system, for whoever has its token; for everybody else there are none. */
export const metricsRoutes = async (app: FastifyInstance, { context, watch }: Deps): Promise<void> => {
  const { metrics } = watch
  const refresh = metrics === null ? null : addPortalMetrics(metrics.registry, context, watch)

  app.get(paths.metrics, async (request, reply) => {
    if (metrics === null || refresh === null || !metrics.admits(request.headers.authorization))
      throw new NotFoundError('metrics')
    await refresh()
    const figures = await metrics.registry.metrics()
    return reply.header('cache-control', 'no-store').type(metrics.registry.contentType).send(figures)
  })
}
