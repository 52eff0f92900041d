import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DeclarationsPage } from '../../views/applications/declarations-page.tsx'
import { savedWords, timeWords } from '../../views/browser/save-words.ts'
import { wantsJson } from '../accounts/guard.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { sendPage } from '../platform/page.ts'
import { type Application, applicationTitle } from './application.ts'
import { isEditable } from './application-status.ts'
import { type DeclarationsForm, readDeclarationsForm } from './declarations-form.ts'
import { declarationDifferences } from './differences.ts'
import { ownApplication } from './own-application.ts'
import { type OwnSheet, ownSheet } from './own-sheet.ts'
import { savedAnswer, sendClosed } from './save-answers.ts'
import { saveSection } from './save-section.ts'
import { findSection } from './section-store.ts'
import { declarationAnswers, type Section } from './sections.ts'

type Outcome =
  | { readonly kind: 'opened' }
  | { readonly kind: 'problems'; readonly form: DeclarationsForm }
  | { readonly kind: 'conflict'; readonly form: DeclarationsForm; readonly stored: Section }

type DeclarationsRequest = FastifyRequest<{ Params: { id: string } }>

const statusCodes: Readonly<Record<Outcome['kind'], number>> = { opened: 200, problems: 422, conflict: 409 }

/** The declarations at the head of the checklist. */
export const declarationsRoutes = async (
  app: FastifyInstance,
  { context }: { readonly context: Context }
): Promise<void> => {
  const conflictOf = ({ edition }: OwnSheet, outcome: Outcome) => {
    if (outcome.kind !== 'conflict') return null
    const { stored, form } = outcome
    const differences = declarationDifferences(edition.declarations, form.answers, declarationAnswers(stored))
    return { savedBy: stored.savedBy, savedAt: timeWords(stored.savedAt, context.clock.now()), differences }
  }

  const sendDeclarations = async (
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnSheet,
    outcome: Outcome
  ): Promise<FastifyReply> => {
    const { application, edition } = own
    const section = await findSection(context.db, application.id, 'declarations')
    if (section === null) throw new NotFoundError('declarations')
    const isUntouched = section.version === 1
    const page = DeclarationsPage({
      frame: request.frame({
        title: '関係法令などの宣言',
        breadcrumb: [
          { href: paths.company, label: '申請と認定' },
          { href: paths.application(application.id), label: applicationTitle(application) }
        ],
        hasErrors: outcome.kind !== 'opened',
        scripts: ['declarations-page']
      }),
      applicationId: application.id,
      declarations: edition.declarations,
      answers: outcome.kind === 'opened' ? declarationAnswers(section) : outcome.form.answers,
      version: section.version,
      savedText: isUntouched ? 'まだ保存していません' : savedWords(section.savedAt, context.clock.now()),
      problems: outcome.kind === 'opened' ? [] : outcome.form.problems,
      conflict: conflictOf(own, outcome)
    })
    return sendPage(reply, page, statusCodes[outcome.kind])
  }

  const save = ({ application, actor }: OwnSheet, form: DeclarationsForm) =>
    saveSection(context, {
      applicationId: application.id,
      actor,
      name: 'declarations',
      version: form.version,
      data: form.answers
    })

  app.get(paths.declarations(':id'), async (request: DeclarationsRequest, reply) => {
    const { application } = await ownApplication(context.db, request, request.params.id)
    if (application.kind === 'renewal') return reply.redirect(paths.renewal(application.id), 303)
    const own = await ownSheet(context, request, request.params.id)
    if (!isEditable(own.application.status)) return reply.redirect(paths.applicationStatus(own.application.id), 303)
    return sendDeclarations(request, reply, own, { kind: 'opened' })
  })

  app.post(paths.declarations(':id'), async (request: DeclarationsRequest, reply) => {
    const own = await ownSheet(context, request, request.params.id)
    const { application } = own
    const form = readDeclarationsForm(own.edition.declarations, request.body)
    const close = async (closed: Pick<Application, 'id' | 'status'>) => {
      const stored = declarationAnswers(await findSection(context.db, application.id, 'declarations'))
      return sendClosed(request, reply, closed, declarationDifferences(own.edition.declarations, form.answers, stored))
    }
    if (!isEditable(application.status)) return close(application)
    const saved = form.problems.length === 0 ? await save(own, form) : null
    if (saved?.ok === false && saved.reason === 'status') return close({ ...application, ...saved })
    if (wantsJson(request)) return savedAnswer(reply, saved, form.problems, context.clock.now())
    if (saved === null) return sendDeclarations(request, reply, own, { kind: 'problems', form })
    if (!saved.ok) return sendDeclarations(request, reply, own, { kind: 'conflict', form, stored: saved.stored })
    const target = form.destination === 'next' ? paths.category(application.id, 1) : paths.application(application.id)
    return reply.setFlash('宣言を保存しました。').redirect(target, 303)
  })
}
