import type { FastifyInstance } from 'fastify'
import { TaskListPage } from '../../views/applications/task-list-page.tsx'
import { forecastWords } from '../../views/browser/forecast-words.ts'
import { actorOf } from '../accounts/actor-of.ts'
import { viewerOf } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { sendPage } from '../platform/page.ts'
import { applicationTitle } from './application.ts'
import { isEditable } from './application-status.ts'
import { beginApplication } from './begin-application.ts'
import { journeyOf } from './journey.ts'
import { ownApplication } from './own-application.ts'
import { ownSheet } from './own-sheet.ts'
import { type CorrectionDeps, readCorrection } from './read-correction.ts'
import { sectionsOf } from './section-store.ts'
import { answersIn } from './sections.ts'

type Deps = CorrectionDeps & {
  readonly context: Context
  /** What a certified company is led to in place of an initial application; renewals stand to the right. */
  readonly leadToRenewal: (input: {
    readonly companyId: string
    readonly actor: Actor & { readonly id: string }
  }) => Promise<{ readonly url: string; readonly words: string } | null>
}

/** Beginning an application, and the list of what there is to fill in. */
export const applicationRoutes = async (
  app: FastifyInstance,
  { context, leadToRenewal, ...correction }: Deps
): Promise<void> => {
  app.post(paths.applications, async (request, reply) => {
    const viewer = viewerOf(request)
    if (viewer.company === null)
      return reply.setFlash('申請の前に、会社の情報を登録してください。').redirect(paths.profile, 303)
    const begun = { companyId: viewer.company.id, actor: actorOf(viewer) }
    const instead = await leadToRenewal(begun)
    if (instead !== null) return reply.setFlash(instead.words).redirect(instead.url, 303)
    const { applicationId } = await beginApplication(context, begun)
    return reply.redirect(paths.application(applicationId), 303)
  })

  app.get<{ Params: { id: string } }>(paths.application(':id'), async (request, reply) => {
    const { application } = await ownApplication(context.db, request, request.params.id)
    if (application.kind === 'renewal') return reply.redirect(paths.renewal(application.id), 303)
    // Asked before the sheet: one of 2020, which came on paper, is filled in no more and has its status all the same.
    if (!isEditable(application.status)) return reply.redirect(paths.applicationStatus(application.id), 303)
    const { edition } = await ownSheet(context, request, request.params.id)
    const answers = answersIn(await sectionsOf(context.db, application.id))
    const page = TaskListPage({
      frame: request.frame({
        title: applicationTitle(application),
        breadcrumb: [{ href: paths.company, label: '申請と認定' }]
      }),
      application,
      correction: await readCorrection(context.db, correction, application),
      journey: journeyOf(edition, answers, application.evaluationYear),
      forecast: forecastWords(edition, answers.marks)
    })
    return sendPage(reply, page)
  })
}
