import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MemberRemovalPage } from '../../views/committee/member-removal-page.tsx'
import { MembersPage } from '../../views/committee/members-page.tsx'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { homes } from '../frame.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { type FieldProblem, type FormValues, parseForm } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { addMember } from './add-member.ts'
import { endMembership } from './end-membership.ts'
import { memberForm } from './member-form.ts'
import { currentMembers, findMember, formerMembers } from './member-store.ts'

const obstacles = {
  member: 'このメールアドレスの方は、すでに委員です',
  secretariat: 'このメールアドレスは事務局の担当者のものです。委員には別のメールアドレスを入力してください',
  company: 'このメールアドレスは事業者の担当者として登録されています。委員には別のメールアドレスを入力してください'
} as const

const home = { href: homes.secretariat, label: '案件' }
const noValues: FormValues = {}

/** Who belongs to the committee: adding a member, ending a membership. */
export const committeeMemberRoutes = async (app: FastifyInstance, { context }: { readonly context: Context }) => {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    refused: { readonly status: number; readonly problems: readonly FieldProblem[]; readonly values: FormValues } = {
      status: 200,
      problems: [],
      values: noValues
    }
  ) => {
    const page = MembersPage({
      frame: request.frame({ title: '委員', breadcrumb: [home], hasErrors: refused.problems.length > 0 }),
      members: await currentMembers(context.db),
      former: await formerMembers(context.db),
      ...refused
    })
    return sendPage(reply, page, refused.status)
  }

  const load = async (id: string) => {
    const member = isUuid(id) ? await findMember(context.db, id) : null
    if (member === null) throw new NotFoundError(`committee member ${id}`)
    return member
  }

  app.get(paths.committeeMembers, async (request, reply) => answer(request, reply))

  app.post(paths.committeeMembers, async (request, reply) => {
    const form = parseForm(memberForm, request.body)
    if (!form.ok) return answer(request, reply, { ...form, status: 422 })
    const result = await addMember(context, { ...form.value, actor: actorOf(viewerOf(request)) })
    if (result.ok)
      return reply
        .setFlash(`${form.value.name}さんを委員に加え、案内のメールを送りました。`)
        .redirect(paths.committeeMembers, 303)
    const problems = [{ field: 'email', message: obstacles[result.reason] }]
    return answer(request, reply, { status: 409, problems, values: form.value })
  })

  type Params = { Params: { id: string } }

  app.get<Params>(paths.committeeMemberRemoval(':id'), async (request, reply) => {
    const member = await load(request.params.id)
    const breadcrumb = [home, { href: paths.committeeMembers, label: '委員' }]
    return sendPage(
      reply,
      MemberRemovalPage({ frame: request.frame({ title: '委員の任期を終える', breadcrumb }), member })
    )
  })

  app.post<Params>(paths.committeeMemberRemoval(':id'), async (request, reply) => {
    const { id } = request.params
    const member = isUuid(id) ? await findMember(context.db, id) : null
    if (member === null && !(await formerMembers(context.db)).some((former) => former.id === id))
      throw new NotFoundError(`committee member ${id}`)
    const ended = member !== null && (await endMembership(context, { memberId: id, actor: actorOf(viewerOf(request)) }))
    const said = ended ? `${member.name}さんの任期を終えました。` : 'この方の任期は、すでに終わっています。'
    return reply.setFlash(said).redirect(paths.committeeMembers, 303)
  })
}
