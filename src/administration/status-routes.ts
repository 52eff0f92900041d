import type { FastifyInstance } from 'fastify'
import { StatusPage } from '../../views/administration/status-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { findMailState } from '../platform/mail-state.ts'
import { sendPage } from '../platform/page.ts'
import { portalVersion } from '../platform/version.ts'
import { mailsShown, readStatus } from './read-status.ts'
import { retryMails } from './retry-mails.ts'
import { warningsOf } from './status-warnings.ts'
import { machineEntries, mailLines, queueLines, versionEntries } from './status-words.ts'
import type { Watch } from './watch.ts'
import { workLines } from './work-lines.ts'

type Deps = { readonly context: Context; readonly watch: Watch }

const retriedWords = (count: number): string =>
  count === 0 ? '送り直すメールはありませんでした。' : `${count}通のメールの送信を、もう一度はじめました。`

/** What the administrator sees: whether the portal runs. Nothing here belongs to a company. */
export const statusRoutes = async (app: FastifyInstance, { context, watch }: Deps): Promise<void> => {
  app.get(paths.administration, async (request, reply) => {
    const status = await readStatus(context, watch)
    const page = StatusPage({
      frame: request.frame({ title: '稼働状況', wide: true }),
      warnings: warningsOf(status),
      mails: {
        lines: mailLines(status),
        retryAll: paths.mailRetries,
        more: status.mails.length === mailsShown
      },
      queues: queueLines(status),
      work: workLines(status.runs),
      machine: machineEntries(status),
      versions: versionEntries(status, portalVersion)
    })
    return sendPage(reply, page)
  })

  app.post(paths.mailRetries, async (request, reply) => {
    const { userId: id, name } = viewerOf(request)
    const count = await retryMails(context, { mailId: null, actor: { id, name } })
    return reply.setFlash(retriedWords(count)).redirect(paths.administration, 303)
  })

  app.post<{ Params: { id: string } }>(paths.mailRetry(':id'), async (request, reply) => {
    const { userId: id, name } = viewerOf(request)
    const mailId = request.params.id
    if (!isUuid(mailId) || (await findMailState(context.db, mailId)) === null) throw new NotFoundError('mail')
    const count = await retryMails(context, { mailId, actor: { id, name } })
    return reply.setFlash(retriedWords(count)).redirect(paths.administration, 303)
  })
}
