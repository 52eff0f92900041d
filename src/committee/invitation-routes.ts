import type { FastifyInstance } from 'fastify'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { inviteMembers } from './invite-members.ts'
import { endWords } from './meeting.ts'
import { answerMeeting, getMeeting } from './meeting-answer.ts'
import type { MeetingSources } from './meeting-sources.ts'

type Params = { Params: { id: string } }
type Deps = { readonly context: Context; readonly sources: MeetingSources }

const refusals = {
  closed: `${endWords.closed}開催案内を送れません。`,
  cancelled: `${endWords.cancelled}開催案内を送れません。`,
  'no-members': '委員がいないため、開催案内を送れません。先に委員を加えてください。'
} as const

/** The invitation of the members to a meeting. */
export const meetingInvitationRoutes = async (app: FastifyInstance, { context, sources }: Deps) => {
  app.post<Params>(paths.meetingInvitation(':id'), async (request, reply) => {
    const { id } = await getMeeting(context, request.params.id)
    const result = await inviteMembers(context, { meetingId: id, actor: actorOf(viewerOf(request)) })
    if (result.ok)
      return reply.setFlash(`委員${result.mailed}人に開催案内を送りました。`).redirect(paths.meeting(id), 303)
    if (result.reason === 'absent') throw new NotFoundError(`meeting ${id}`)
    if (result.reason === 'invited')
      return reply.setFlash('開催案内は、すでに全員に送っています。').redirect(paths.meeting(id), 303)
    return answerMeeting({ context, sources }, request, reply, id, { status: 409, refusal: refusals[result.reason] })
  })
}
