import type { FastifyInstance } from 'fastify'
import { StatusPage } from '../../views/administration/status-page.tsx'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import { portalVersion } from '../platform/version.ts'
import { lastWorkRuns } from '../platform/work-runs.ts'
import { workLines } from './work-lines.ts'

/** What the administrator sees: whether the portal runs. Nothing here belongs to a company. */
export const statusRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }): Promise<void> => {
  app.get(paths.administration, async (request, reply) => {
    const page = StatusPage({
      frame: request.frame({ title: '稼働状況' }),
      work: workLines(await lastWorkRuns(context.db)),
      versions: [
        { term: 'ポータル', description: portalVersion },
        { term: 'Node.js', description: process.versions.node }
      ]
    })
    return sendPage(reply, page)
  })
}
