import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { emailAddress, parseForm } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { type InvitationRefusal, mostPeople } from './invitation.ts'
import { inviteColleague } from './invite-colleague.ts'
import { answerMembers, answerNoCompanyYet } from './members-answer.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const invitationForm = z.object({ email: emailAddress('同僚のメールアドレス') })

const refusals: Readonly<Record<InvitationRefusal, string>> = {
  'own-address': 'ご自分のメールアドレスです。同僚のメールアドレスを入力してください',
  'member-already': 'この人は、すでに担当者です',
  'invited-already':
    'このメールアドレスは、すでに招待しています。届いていないときは、招待を取り消してから、もう一度招待してください',
  'other-company':
    'この人は、ほかの会社の担当者として登録されています。別のメールアドレスで招待するか、元の会社で担当者から外してもらってください',
  official: 'このメールアドレスは、市の事務局か推進委員会の人のもので、会社の担当者にはなれません',
  'too-many-people': `担当者と招待中の人は、合わせて${mostPeople}人までです。使われていない招待を取り消してください`,
  'too-many-mails': 'このメールアドレスには、今日すでに何度も招待を送っています。明日、もう一度お試しください'
}

/** Inviting a colleague, and taking an invitation back. */
export const invitationRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const invite = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const viewer = viewerOf(request)
    const { company } = viewer
    if (company === null) return answerNoCompanyYet(request, reply, 409)
    const refuse = (status: 409 | 422, message: string, email: string) =>
      answerMembers(context.db, request, reply, company.id, { status, field: 'email', message, email })
    const form = parseForm(invitationForm, request.body)
    if (!form.ok) {
      const { email } = form.values
      return refuse(422, form.problems[0]?.message ?? '', typeof email === 'string' ? email : '')
    }
    const { email } = form.value
    const result = await inviteColleague(context, { viewer, company, email })
    if (!result.ok) return refuse(409, refusals[result.reason], email)
    return reply.setFlash(`${email} に招待のメールを送りました。`).redirect(paths.members, 303)
  }

  const limit = { rateLimit: { max: 20, timeWindow: '1 minute' } }
  app.post(paths.members, { config: { ...limit } }, invite)

  app.post<{ Params: { id: string } }>(paths.invitationRemoval(':id'), async (request, reply) => {
    const { userId, name, company } = viewerOf(request)
    const { id } = request.params
    if (company === null || !isUuid(id)) throw new NotFoundError(`invitation ${id}`)
    const actor = { id: userId, name }
    const email = await withdrawInvitation(context, { actor, companyId: company.id, invitationId: id })
    return reply.setFlash(`${email} への招待を取り消しました。`).redirect(paths.members, 303)
  })
}
