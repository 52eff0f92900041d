import type { FastifyInstance } from 'fastify'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { BadRequestError, NotFoundError } from '../platform/errors.ts'
import { parseForm } from '../platform/form.ts'
import { isUuid } from '../platform/ids.ts'
import { announcePapers } from './announce-papers.ts'
import { announcementsOf } from './announcement-store.ts'
import { makePapers } from './make-papers.ts'
import { endWords } from './meeting.ts'
import { answerMeeting, getMeeting } from './meeting-answer.ts'
import { agendaForm, announcementForm } from './meeting-form.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { putOnAgenda } from './put-on-agenda.ts'
import { removeFromAgenda } from './remove-from-agenda.ts'

const notAdded = {
  closed: `${endWords.closed}議題を変更できません。`,
  cancelled: `${endWords.cancelled}議題を変更できません。`,
  'not-awaiting': 'この案件は委員会待ちではないか、すでにほかの会議の議題になっています。'
} as const

const notRemoved = {
  closed: notAdded.closed,
  cancelled: notAdded.cancelled,
  'has-opinions': 'この案件には意見が入力されているため、議題から外せません。'
} as const

const notAnnounced = {
  closed: `${endWords.closed}案内を送れません。`,
  cancelled: `${endWords.cancelled}案内を送れません。`,
  'no-cases': '委員会待ちの案件も、事後報告の更新もないため、案内を送れません。',
  'no-members': '委員がいないため、案内を送れません。先に委員を加えてください。'
} as const

/** The agenda of a meeting: cases onto it and off it, and the mail that tells the members. */
export const agendaRoutes = async (
  app: FastifyInstance,
  { context, sources }: { readonly context: Context; readonly sources: MeetingSources }
) => {
  app.post<{ Params: { id: string } }>(paths.meetingAgenda(':id'), async (request, reply) => {
    const { id } = await getMeeting(context, request.params.id)
    const form = parseForm(agendaForm, request.body)
    const applicationId = form.ok ? form.value.application : null
    if (applicationId === null || (applicationId !== '' && !isUuid(applicationId)))
      throw new BadRequestError('not a case for the agenda')
    const cases = applicationId === '' ? 'all' : { applicationId }
    const result = await putOnAgenda(context, { meetingId: id, cases, actor: actorOf(viewerOf(request)) })
    if (result.ok) return reply.setFlash(`${result.added}件を議題にしました。`).redirect(paths.meeting(id), 303)
    if (result.reason === 'absent') throw new NotFoundError(`meeting ${id}`)
    return answerMeeting({ context, sources }, request, reply, id, { status: 409, refusal: notAdded[result.reason] })
  })

  app.post<{ Params: { id: string; applicationId: string } }>(
    paths.meetingAgendaRemoval(':id', ':applicationId'),
    async (request, reply) => {
      const { id } = await getMeeting(context, request.params.id)
      const { applicationId } = request.params
      if (!isUuid(applicationId)) throw new NotFoundError(`case ${applicationId}`)
      const actor = actorOf(viewerOf(request))
      const result = await removeFromAgenda(context, { meetingId: id, applicationId, actor })
      if (result.ok) return reply.setFlash('案件を議題から外しました。').redirect(paths.meeting(id), 303)
      if (result.reason === 'absent') throw new NotFoundError(`case ${applicationId} at meeting ${id}`)
      return answerMeeting({ context, sources }, request, reply, id, {
        status: 409,
        refusal: notRemoved[result.reason]
      })
    }
  )

  app.post<{ Params: { id: string } }>(paths.meetingAnnouncement(':id'), async (request, reply) => {
    const { id } = await getMeeting(context, request.params.id)
    const form = parseForm(announcementForm, request.body)
    if (!form.ok) throw new BadRequestError('how many announcements the page had seen is missing')
    const actor = actorOf(viewerOf(request))
    const { after } = form.value
    const isDue = (await announcementsOf(context.db, id)).length === after
    const papers = isDue ? await makePapers(context, id, sources) : null
    const result = await announcePapers(context, { meetingId: id, after, papers, actor })
    if (result.ok)
      return reply.setFlash(`委員${result.mailed}人にメールで知らせました。`).redirect(paths.meeting(id), 303)
    if (result.reason === 'absent') throw new NotFoundError(`meeting ${id}`)
    if (result.reason === 'announced')
      return reply.setFlash('委員には、すでにメールで知らせています。').redirect(paths.meeting(id), 303)
    return answerMeeting({ context, sources }, request, reply, id, {
      status: 409,
      refusal: notAnnounced[result.reason]
    })
  })
}
