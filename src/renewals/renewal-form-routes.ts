import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RenewalPage } from '../../views/renewals/renewal-page.tsx'
import { wantsJson } from '../accounts/guard.ts'
import { type Application, applicationTitle } from '../applications/application.ts'
import { isEditable } from '../applications/application-status.ts'
import { type OwnApplication, ownApplication } from '../applications/own-application.ts'
import type { CorrectionDeps } from '../applications/read-correction.ts'
import { savedAnswer, sendClosed } from '../applications/save-answers.ts'
import { saveSections } from '../applications/save-sections.ts'
import { sectionsOf } from '../applications/section-store.ts'
import { answersIn } from '../applications/sections.ts'
import { editions } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { sendPage } from '../platform/page.ts'
import { deadlineWords } from './deadline-words.ts'
import { readRenewalRecord } from './read-renewal-record.ts'
import { renewalDifferences } from './renewal-differences.ts'
import { type RenewalForm, readRenewalForm } from './renewal-form.ts'
import { type RenewalOutcome, renewalPageOf } from './renewal-page.ts'
import { renewalSections } from './renewal-sections.ts'
import { findRenewedPeriod } from './renewal-store.ts'
import { renewalWindow } from './renewal-window.ts'

type RenewalRequest = FastifyRequest<{ Params: { id: string } }>

const statusCodes: Readonly<Record<RenewalOutcome['kind'], number>> = { opened: 200, problems: 422, conflict: 409 }

const afterSave = (id: string, { filesOf, destination }: RenewalForm): string => {
  if (filesOf !== null) return paths.itemAttachments(id, filesOf)
  return { next: paths.confirmation(id), profile: paths.profile, page: paths.renewal(id) }[destination]
}

/** What is wrong was kept as typed and is shown when the person comes back from the files or the profile. */
const isShown = ({ problems, storable, filesOf, destination }: RenewalForm): boolean => {
  const leadsOn = filesOf !== null || destination === 'profile'
  return problems.length > 0 && (!leadsOn || !storable)
}

/** Filling in a renewal, on one page. */
export const renewalFormRoutes = async (
  app: FastifyInstance,
  { context, ...correction }: CorrectionDeps & { readonly context: Context }
): Promise<void> => {
  const { db, clock, scheme } = context

  const ownRenewal = async (request: RenewalRequest): Promise<OwnApplication> => {
    const own = await ownApplication(db, request, request.params.id)
    if (own.application.kind !== 'renewal') throw new NotFoundError(`renewal ${own.application.id}`)
    return own
  }

  /** Once it was sent, a correction has a deadline of its own. */
  const deadlineOf = async ({ renews, submittedAt }: Application) => {
    const last = submittedAt === null && renews !== null ? await findRenewedPeriod(db, renews) : null
    return last === null ? null : deadlineWords(renewalWindow({ ...last, renewal: 'none' }, scheme, today(clock)))
  }

  const sendRenewal = async (
    request: RenewalRequest,
    reply: FastifyReply,
    { application }: OwnApplication,
    outcome: RenewalOutcome
  ): Promise<FastifyReply> => {
    const record = await readRenewalRecord(context, correction, application)
    const page = RenewalPage({
      frame: request.frame({
        title: applicationTitle(application),
        breadcrumb: [{ href: paths.company, label: '申請と認定' }],
        hasErrors: outcome.kind !== 'opened',
        showHeading: false,
        wide: true,
        scripts: ['renewal-page']
      }),
      deadline: await deadlineOf(application),
      ...renewalPageOf(record, outcome, clock.now())
    })
    return sendPage(reply, page, statusCodes[outcome.kind])
  }

  const save = ({ application, actor }: OwnApplication, form: RenewalForm) =>
    saveSections(context, {
      applicationId: application.id,
      actor,
      version: form.version,
      sections: renewalSections(editions[application.edition], form.answers)
    })

  const unsaved = async ({ application }: OwnApplication, { answers }: RenewalForm) => {
    const stored = answersIn(await sectionsOf(db, application.id))
    return renewalDifferences(editions[application.edition], application.evaluationYear, answers, stored)
  }

  app.get(paths.renewal(':id'), async (request: RenewalRequest, reply) => {
    const own = await ownRenewal(request)
    const { id, status } = own.application
    if (!isEditable(status)) return reply.redirect(paths.applicationStatus(id), 303)
    return sendRenewal(request, reply, own, { kind: 'opened' })
  })

  app.post(paths.renewal(':id'), async (request: RenewalRequest, reply) => {
    const own = await ownRenewal(request)
    const { application } = own
    const form = readRenewalForm(editions[application.edition], application.evaluationYear, request.body)
    const close = async (closed: Pick<Application, 'id' | 'status'>) =>
      sendClosed(request, reply, closed, await unsaved(own, form))
    if (!isEditable(application.status)) return close(application)
    const saved = form.storable ? await save(own, form) : null
    if (saved?.ok === false && saved.reason === 'status') return close({ ...application, ...saved })
    if (wantsJson(request)) return savedAnswer(reply, saved, form.problems, clock.now())
    if (saved?.ok === false) return sendRenewal(request, reply, own, { kind: 'conflict', form, stored: saved.stored })
    if (isShown(form)) return sendRenewal(request, reply, own, { kind: 'problems', form })
    return reply.setFlash('更新の申請を保存しました。').redirect(afterSave(application.id, form), 303)
  })
}
