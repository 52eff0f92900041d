import type { FastifyInstance } from 'fastify'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { answerMembers, answerNoCompanyYet } from './members-answer.ts'
import { removeMember } from './remove-member.ts'

const lastMember =
  '最後の担当者は外せません。申請を続けられる人がいなくなるためです。先に同僚を招待し、その人がログインしてから外してください'

/** The people of a company: who they are, and removing one. */
export const memberRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  app.get(paths.members, async (request, reply) => {
    const { company } = viewerOf(request)
    if (company === null) return answerNoCompanyYet(request, reply, 200)
    return answerMembers(context.db, request, reply, company.id)
  })

  app.post<{ Params: { id: string } }>(paths.memberRemoval(':id'), async (request, reply) => {
    const { userId, name, company } = viewerOf(request)
    const { id } = request.params
    if (company === null || !isUuid(id)) throw new NotFoundError(`member ${id}`)
    const result = await removeMember(context, { actor: { id: userId, name }, companyId: company.id, memberId: id })
    if (!result.ok)
      return answerMembers(context.db, request, reply, company.id, { status: 409, field: null, message: lastMember })
    const next = id === userId ? paths.company : paths.members
    return reply.setFlash(`${result.member.email} を担当者から外しました。`).redirect(next, 303)
  })
}
