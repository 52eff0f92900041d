import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DeletionConfirmationPage, DeletionPage } from '../../views/privacy/deletion-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { membersOf } from '../companies/member-store.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { type FieldProblem, parseForm } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { deleteCompany, readDeletion } from './delete-company.ts'
import { deletionForm } from './deletion-form.ts'

const account = { href: paths.account, label: 'アカウント' }

/** A company, or a person without one, deletes what is kept of it: told first what goes and what stays, then asked. */
export const deletionRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const { db, clock, scheme } = context

  const read = async (request: FastifyRequest) => {
    const { company } = viewerOf(request)
    return { company, deletion: await readDeletion(db, company?.id ?? null, today(clock)) }
  }

  const explain = async (request: FastifyRequest, reply: FastifyReply, status: 200 | 409) => {
    const { company, deletion } = await read(request)
    const page = DeletionPage({
      frame: request.frame({ title: 'アカウントとデータの消去', breadcrumb: [account], hasErrors: status === 409 }),
      companyName: company?.name ?? null,
      deletion,
      caseFiscalYears: scheme.retention.caseFiscalYears,
      isRefused: status === 409
    })
    return sendPage(reply, page, status)
  }

  const ask = async (request: FastifyRequest, reply: FastifyReply, problems: readonly FieldProblem[]) => {
    const { company, deletion } = await read(request)
    if (!deletion.ok) return explain(request, reply, 409)
    const page = DeletionConfirmationPage({
      frame: request.frame({
        title: '消去の確認',
        breadcrumb: [account, { href: paths.companyDeletion, label: 'アカウントとデータの消去' }],
        hasErrors: problems.length > 0
      }),
      companyName: company?.name ?? null,
      people:
        company === null ? [viewerOf(request).email] : (await membersOf(db, company.id)).map(({ email }) => email),
      problem: problems[0]?.message
    })
    return sendPage(reply, page, problems.length > 0 ? 422 : 200)
  }

  app.get(paths.companyDeletion, (request, reply) => explain(request, reply, 200))

  app.get(paths.companyDeletionConfirmation, (request, reply) => ask(request, reply, []))

  app.post(paths.companyDeletionConfirmation, async (request, reply) => {
    const viewer = viewerOf(request)
    const form = parseForm(deletionForm, request.body)
    if (!form.ok) return ask(request, reply, form.problems)
    const result = await deleteCompany(context, { actor: actorOf(viewer), companyId: viewer.company?.id ?? null })
    if (!result.ok) return explain(request, reply, 409)
    const words = 'アカウントとデータを消去しました。ご利用ありがとうございました。'
    return reply.setFlash(words).redirect(paths.home, 303)
  })
}
