import type { FastifyInstance } from 'fastify'
import { IndicatorPage } from '../../views/reports/indicator-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import { readIndicator } from './read-indicator.ts'

/** The indicator as a page of its own. */
export const indicatorRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  app.get(paths.indicator, async (request, reply) => {
    const { db, scheme, clock } = context
    const on = today(clock)
    const home = viewerOf(request).role === 'secretariat' ? '案件' : '推進委員会'
    const page = IndicatorPage({
      frame: request.frame({
        title: '認定数の指標',
        breadcrumb: [{ href: homes[viewerOf(request).role], label: home }]
      }),
      indicator: scheme.indicator,
      years: await readIndicator(db, scheme, on),
      on,
      isSecretariat: viewerOf(request).role === 'secretariat'
    })
    return sendPage(reply, page)
  })
}
