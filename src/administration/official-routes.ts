import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { OfficialConfirmationPage } from '../../views/administration/official-confirmation-page.tsx'
import { OfficialsPage } from '../../views/administration/officials-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { revokeFactor } from '../accounts/revoke-factor.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, type FormValues, parseForm } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { addOfficial } from './add-official.ts'
import { confirmations, factorResetForm } from './factor-reset-form.ts'
import { isGivenRole, type Official } from './official.ts'
import { officialForm } from './official-form.ts'
import { findOfficial, officials } from './official-store.ts'
import { removeOfficial } from './remove-official.ts'

const obstacles = {
  official: 'このメールアドレスの方は、すでに職員か委員として登録されています',
  company: 'このメールアドレスは事業者の担当者として登録されています。別のメールアドレスを入力してください'
} as const

const refusals = {
  oneself: '自分の役割を外すことはできません。ほかのシステム管理者に頼んでください。',
  'last-administrator': '最後のシステム管理者を外すことはできません。先に、ほかの方を登録してください。'
} as const

const home = { href: homes.administrator, label: '稼働状況' }
const breadcrumb = [home, { href: paths.officials, label: '職員' }]

type Params = { Params: { id: string } }
type Refused = { readonly status: number; readonly problems: readonly FieldProblem[]; readonly values: FormValues }

const untouched: Refused = { status: 200, problems: [], values: {} }

/** Who belongs to the offices: adding, taking a role away, and letting somebody set up a lost second factor anew. */
export const officialRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const answer = async (request: FastifyRequest, reply: FastifyReply, refused = untouched) => {
    const { status, ...form } = refused
    const page = OfficialsPage({
      frame: request.frame({ title: '職員', breadcrumb: [home], hasErrors: form.problems.length > 0 }),
      officials: await officials(context.db),
      ownId: viewerOf(request).userId,
      ...form
    })
    return sendPage(reply, page, status)
  }

  const load = async (id: string, suits: (official: Official) => boolean): Promise<Official> => {
    const official = isUuid(id) ? await findOfficial(context.db, id) : null
    if (official === null || !suits(official)) throw new NotFoundError(`official ${id}`)
    return official
  }

  app.get(paths.officials, async (request, reply) => answer(request, reply))

  app.post(paths.officials, async (request, reply) => {
    const form = parseForm(officialForm, request.body)
    if (!form.ok) return answer(request, reply, { ...form, status: 422 })
    const result = await addOfficial(context, { ...form.value, actor: actorOf(viewerOf(request)) })
    if (result.ok)
      return reply.setFlash(`${form.value.name}さんを登録し、案内のメールを送りました。`).redirect(paths.officials, 303)
    const problems = [{ field: 'email', message: obstacles[result.reason] }]
    return answer(request, reply, { status: 409, problems, values: form.value })
  })

  app.get<Params>(paths.officialRemoval(':id'), async (request, reply) => {
    const official = await load(request.params.id, ({ role }) => isGivenRole(role))
    const frame = request.frame({ title: '役割を外す', breadcrumb })
    return sendPage(reply, OfficialConfirmationPage({ frame, official, kind: 'removal' }))
  })

  app.post<Params>(paths.officialRemoval(':id'), async (request, reply) => {
    const { id } = await load(request.params.id, ({ role }) => isGivenRole(role))
    const result = await removeOfficial(context, { id, actor: actorOf(viewerOf(request)) })
    if (!result.ok)
      return answer(request, reply, {
        status: 409,
        problems: [{ field: '', message: refusals[result.reason] }],
        values: {}
      })
    return reply.setFlash(`${result.name}さんの役割を外しました。`).redirect(paths.officials, 303)
  })

  const askForReset = (request: FastifyRequest, reply: FastifyReply, official: Official, refused = untouched) => {
    const { status, ...form } = refused
    const frame = request.frame({ title: '二段階認証のリセット', breadcrumb, hasErrors: form.problems.length > 0 })
    return sendPage(
      reply,
      OfficialConfirmationPage({ frame, official, kind: 'factor', ways: confirmations, ...form }),
      status
    )
  }

  app.get<Params>(paths.factorReset(':id'), async (request, reply) =>
    askForReset(request, reply, await load(request.params.id, ({ hasFactor }) => hasFactor))
  )

  app.post<Params>(paths.factorReset(':id'), async (request, reply) => {
    const account = await load(request.params.id, ({ hasFactor }) => hasFactor)
    // With a session left open, the own second factor would be gone by two clicks.
    if (account.id === viewerOf(request).userId) throw new NotFoundError(`the own second factor ${account.id}`)
    const form = parseForm(factorResetForm, request.body)
    if (!form.ok) return askForReset(request, reply, account, { ...form, status: 422 })
    const actor = actorOf(viewerOf(request))
    await context.db.transaction((tx) => revokeFactor(tx, context, { account, actor, details: form.value }))
    return reply.setFlash(`${account.name}さんの二段階認証をリセットしました。`).redirect(paths.officials, 303)
  })
}
