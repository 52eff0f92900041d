import type { FastifyInstance, FastifyRequest } from 'fastify'
import { agendaOf } from '../committee/agenda-store.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { textOf } from '../platform/form.ts'
import type { CaseViewKind } from '../screening/case-view.ts'
import { insertViews } from '../screening/case-view-store.ts'

/** Which cases a route shows: the one named in the URL, or all on the agenda of the meeting named there. */
type Shows = { readonly kind: CaseViewKind; readonly of: 'case' | 'meeting'; readonly parameter: string }

const papers: ReadonlySet<string> = new Set([
  paths.meetingPapers(':id'),
  paths.meetingMinutes(':id'),
  paths.meetingMinutesText(':id'),
  paths.meetingMinutesTable(':id')
])

/** What of which cases a route shows, by its pattern; null for one that shows none. New pages below a case are included. */
export const shownBy = (url: string): Shows | null => {
  if (papers.has(url)) return { kind: 'papers', of: 'meeting', parameter: 'id' }
  const kind = url.includes('/attachments/') ? 'file' : 'page'
  const [ofCase, ofMeeting] = [paths.case(':id'), paths.meetingCase(':id', ':applicationId')]
  if (url === ofCase || url.startsWith(`${ofCase}/`)) return { kind, of: 'case', parameter: 'id' }
  if (url === ofMeeting || url.startsWith(`${ofMeeting}/`)) return { kind, of: 'case', parameter: 'applicationId' }
  return null
}

const parameterOf = ({ params }: FastifyRequest, name: string): string =>
  textOf({ ...(typeof params === 'object' ? params : {}) }, name)

/**
 * Keeps who of the secretariat and the committee looked into which case. The line is written when the answer is ready and
 * before it leaves, so that nothing is shown that is not noted; where it cannot be written, the answer is an error. It does
 * not wait for anything that the page reads, and is one statement.
 */
export const noteViews = (app: FastifyInstance, { db, clock }: Context): void => {
  app.addHook('onSend', async (request, reply) => {
    const { viewer, method, routeOptions } = request
    if (viewer === null || method !== 'GET' || reply.statusCode !== 200) return
    const { userId, role } = viewer
    if (role !== 'secretariat' && role !== 'committee') return
    const shows = shownBy(routeOptions.url ?? '')
    if (shows === null) return
    const id = parameterOf(request, shows.parameter)
    const applicationIds =
      shows.of === 'case' ? [id] : (await agendaOf(db, id)).map(({ applicationId }) => applicationId)
    await insertViews(db, { applicationIds, userId, role, kind: shows.kind, at: clock.now(), on: today(clock) })
  })
}
