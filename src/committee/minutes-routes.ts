import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MinutesPage } from '../../views/committee/minutes-page.tsx'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { asDownload } from '../platform/downloads.ts'
import { formValues, textOf } from '../platform/form.ts'
import { sendPage } from '../platform/page.ts'
import { endOf, type Meeting, meetingName } from './meeting.ts'
import { answerMeeting, getMeeting, wayToMeetings } from './meeting-answer.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { minutesText, type Naming } from './minutes.ts'
import { minutesCsv } from './minutes-csv.ts'
import { readMinutes } from './read-minutes.ts'

type Params = { Params: { id: string } }
type Deps = { readonly context: Context; readonly sources: MeetingSources }

const refusals = {
  open: '議事概要は、会議を終了すると作れます。',
  cancelled: 'この会議は取りやめになったため、議事概要はありません。'
} as const

/** Members read who said what on the pages of the cases; the text that may leave the house names nobody for them. */
const namingFor = (request: FastifyRequest): Naming =>
  viewerOf(request).role === 'secretariat' && textOf(formValues(request.query), 'names') !== 'none'
    ? 'named'
    : 'nameless'

const sendFile = (reply: FastifyReply, { number }: Meeting, type: 'csv' | 'plain', text: string): FastifyReply =>
  asDownload(reply, `minutes-${number}.${type === 'csv' ? 'csv' : 'txt'}`)
    .type(`text/${type}; charset=utf-8`)
    .send(text)

/** A draft of the minutes of a closed meeting: on a page, as a text file, as a table. */
export const minutesRoutes = async (app: FastifyInstance, { context, sources }: Deps) => {
  const answer = async (
    request: FastifyRequest<Params>,
    reply: FastifyReply,
    send: (meeting: Meeting) => Promise<FastifyReply>
  ): Promise<FastifyReply> => {
    const meeting = await getMeeting(context, request.params.id)
    const end = endOf(meeting)
    if (end === 'closed') return send(meeting)
    const refusal = refusals[end ?? 'open']
    return answerMeeting({ context, sources }, request, reply, meeting.id, { status: 409, refusal })
  }

  app.get<Params>(paths.meetingMinutes(':id'), async (request, reply) =>
    answer(request, reply, async (meeting) => {
      const naming = namingFor(request)
      const breadcrumb = [...wayToMeetings(request), { href: paths.meeting(meeting.id), label: meetingName(meeting) }]
      const page = MinutesPage({
        frame: request.frame({ title: '議事概要', breadcrumb }),
        meetingId: meeting.id,
        text: minutesText(await readMinutes(context, meeting, sources), naming),
        naming,
        isSecretariat: viewerOf(request).role === 'secretariat'
      })
      return sendPage(reply, page)
    })
  )

  app.get<Params>(paths.meetingMinutesText(':id'), async (request, reply) =>
    answer(request, reply, async (meeting) => {
      const text = minutesText(await readMinutes(context, meeting, sources), namingFor(request))
      return sendFile(reply, meeting, 'plain', text)
    })
  )

  app.get<Params>(paths.meetingMinutesTable(':id'), async (request, reply) =>
    answer(request, reply, async (meeting) =>
      sendFile(reply, meeting, 'csv', minutesCsv(await readMinutes(context, meeting, sources)))
    )
  )
}
