import type { FastifyInstance } from 'fastify'
import { formatDateTime } from '../../views/format.ts'
import { DemoMailsPage } from '../../views/home/demo-mails-page.tsx'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { newestMails, type StoredMail } from '../platform/outbox.ts'
import { sendPage } from '../platform/page.ts'

const most = 100

const states = {
  waiting: { label: '送信待ち', tone: 'neutral' },
  sent: { label: '送信済み', tone: 'success' },
  failed: { label: '送信失敗', tone: 'error' }
} as const

const demoMail = ({ id, recipient, subject, body, state, createdAt, lastError }: StoredMail) => ({
  id,
  to: recipient,
  subject,
  body,
  state: states[state],
  at: formatDateTime(createdAt),
  problem: lastError
})

/** Shows every mail, sign-in codes too, to anybody: the composition root registers this in the demo only. */
export const demoMailRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  app.get(paths.demoMails, async (request, reply) => {
    const mails = await newestMails(context.db, most)
    const frame = request.frame({
      title: '送信されたメール',
      breadcrumb: [{ href: paths.home, label: 'トップページ' }]
    })
    return sendPage(reply, DemoMailsPage({ frame, most, mails: mails.map(demoMail) }))
  })
}
