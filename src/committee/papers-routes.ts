import type { FastifyInstance } from 'fastify'
import { formatCharacter } from '../../views/format.ts'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { sendStoredFile } from '../platform/downloads.ts'
import { NotFoundError } from '../platform/errors.ts'
import { makePapers } from './make-papers.ts'
import { endOf, endWords, type MeetingEnd } from './meeting.ts'
import { answerMeeting, getMeeting } from './meeting-answer.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { findLatestPapers } from './papers-store.ts'
import { savePapers } from './save-papers.ts'

type Params = { Params: { id: string } }
type Deps = { readonly context: Context; readonly sources: MeetingSources }

const refusal = (end: MeetingEnd): string => `${endWords[end]}資料を作れません。`

const said = (missing: readonly string[]): string =>
  missing.length === 0
    ? '資料を作りました。'
    : `資料を作りました。次の文字は印刷できないため、〓などで表しています：${missing.map(formatCharacter).join('、')}`

/** The papers of a meeting as one PDF: the version made last, and making a new one. */
export const papersRoutes = async (app: FastifyInstance, { context, sources }: Deps) => {
  app.get<Params>(paths.meetingPapers(':id'), async (request, reply) => {
    const meeting = await getMeeting(context, request.params.id)
    const papers = await findLatestPapers(context.db, meeting.id)
    if (papers === null) throw new NotFoundError(`papers of meeting ${meeting.id}`)
    const names = { fileName: `委員会資料_${meeting.number}.pdf`, plainName: `meeting-${meeting.number}.pdf` }
    return sendStoredFile(reply, context.db, { sha256: papers.sha256, mediaType: 'application/pdf', ...names })
  })

  app.post<Params>(paths.meetingPapers(':id'), async (request, reply) => {
    const meeting = await getMeeting(context, request.params.id)
    const refuse = (end: MeetingEnd) =>
      answerMeeting({ context, sources }, request, reply, meeting.id, { status: 409, refusal: refusal(end) })
    const end = endOf(meeting)
    if (end !== null) return refuse(end)
    const papers = await makePapers(context, meeting.id, sources)
    if (papers === null) return refuse(endOf(await getMeeting(context, meeting.id)) ?? 'closed')
    const result = await savePapers(context, { meetingId: meeting.id, papers, actor: actorOf(viewerOf(request)) })
    if (result.ok) return reply.setFlash(said(papers.missing)).redirect(paths.meeting(meeting.id), 303)
    if (result.reason === 'absent') throw new NotFoundError(`meeting ${meeting.id}`)
    return refuse(result.reason)
  })
}
