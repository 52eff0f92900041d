import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CategoryPage } from '../../views/applications/category-page.tsx'
import { ItemAttachmentForms, ItemAttachments } from '../../views/applications/item-attachments.tsx'
import { wantsJson } from '../accounts/guard.ts'
import type { Category } from '../checklist/index.ts'
import { findProfile } from '../companies/company-store.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { sendPage } from '../platform/page.ts'
import { withHolds } from '../scanning/find-holds.ts'
import { type Application, type Attachment, applicationTitle } from './application.ts'
import { isEditable } from './application-status.ts'
import { attachmentsOf } from './attachment-store.ts'
import { type CategoryForm, readCategoryForm } from './category-form.ts'
import { type CategoryOutcome, categoryPageOf } from './category-page.ts'
import { categoryDifferences } from './differences.ts'
import { ownApplication } from './own-application.ts'
import { type OwnSheet, ownSheet } from './own-sheet.ts'
import { savedAnswer, sendClosed } from './save-answers.ts'
import { type SectionSave, saveSection } from './save-section.ts'
import { findSection, sectionsOf } from './section-store.ts'
import { categoryAnswers, categorySection, findCategory } from './sections.ts'

type Deps = {
  readonly context: Context
  /** What the secretariat asks about the items of a returned application. */
  readonly questionsOf?: (applicationId: string) => Promise<Readonly<Record<string, string>>>
}

type CategoryRequest = FastifyRequest<{ Params: { id: string; number: string } }>

type Own = OwnSheet & { readonly category: Category }

const noQuestions = async (): Promise<Readonly<Record<string, string>>> => ({})

const statusCodes: Readonly<Record<CategoryOutcome['kind'], number>> = { opened: 200, problems: 422, conflict: 409 }

const ownQuestions = ({ category }: Own, all: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(all).filter(([code]) => category.items.some((item) => item.code === code)))

const afterSave = ({ application, edition, category }: Own, { destination, filesOf }: CategoryForm): string => {
  if (filesOf !== null) return paths.itemAttachments(application.id, filesOf)
  const next = category.number + 1
  return destination === 'next' && findCategory(edition, String(next)) !== null
    ? paths.category(application.id, next)
    : paths.application(application.id)
}

/** Filling in the categories of the checklist. */
export const categoryRoutes = async (
  app: FastifyInstance,
  { context, questionsOf = noQuestions }: Deps
): Promise<void> => {
  const findOwn = async (request: CategoryRequest): Promise<Own> => {
    const own = await ownSheet(context, request, request.params.id)
    const category = findCategory(own.edition, request.params.number)
    if (category === null) throw new NotFoundError(`category ${request.params.number}`)
    return { ...own, category }
  }

  const attachmentsFor = ({ application, category }: Own, all: readonly Attachment[]) => ({
    attachments: (itemCode: string) => {
      const attachments = all.filter((attachment) => attachment.itemCode === itemCode)
      const limits = context.scheme.attachmentLimits
      const within = 'answers' as const
      return {
        summary: attachments.length === 0 ? '資料を添付する（任意）' : `添付した資料（${attachments.length}件）`,
        open: attachments.length > 0,
        content: ItemAttachments({
          applicationId: application.id,
          itemCode,
          attachments,
          editable: true,
          within,
          limits
        })
      }
    },
    attachmentForms: ItemAttachmentForms({
      applicationId: application.id,
      itemCodes: category.items.map(({ code }) => code)
    })
  })

  const sendCategory = async (
    request: CategoryRequest,
    reply: FastifyReply,
    own: Own,
    outcome: CategoryOutcome
  ): Promise<FastifyReply> => {
    const { application, category } = own
    const profile = await findProfile(context.db, own.application.companyId)
    const page = CategoryPage({
      frame: request.frame({
        title: category.title,
        breadcrumb: [
          { href: paths.company, label: '申請と認定' },
          { href: paths.application(application.id), label: applicationTitle(application) }
        ],
        hasErrors: outcome.kind !== 'opened',
        showHeading: false,
        wide: true,
        scripts: ['category-page', 'upload']
      }),
      ...categoryPageOf({
        own,
        category,
        industry: profile?.profile.industry ?? null,
        sections: await sectionsOf(context.db, application.id),
        outcome,
        now: context.clock.now()
      }),
      ...attachmentsFor(own, await withHolds(context, await attachmentsOf(context.db, application.id))),
      questions: ownQuestions(own, application.status === 'returned' ? await questionsOf(application.id) : {})
    })
    return sendPage(reply, page, statusCodes[outcome.kind])
  }

  const save = (own: Own, form: CategoryForm): Promise<SectionSave> =>
    saveSection(context, {
      applicationId: own.application.id,
      actor: own.actor,
      name: categorySection(own.category.number),
      version: form.version,
      data: form.answers
    })

  const unsaved = async ({ application, category }: Own, { answers }: CategoryForm) => {
    const stored = await findSection(context.db, application.id, categorySection(category.number))
    return categoryDifferences(category, answers, categoryAnswers(stored), application.evaluationYear)
  }

  app.get(paths.category(':id', ':number'), async (request: CategoryRequest, reply) => {
    const { application } = await ownApplication(context.db, request, request.params.id)
    // A renewal has its whole sheet on one page; the browser keeps the fragment that names the item.
    if (application.kind === 'renewal') return reply.redirect(paths.renewal(application.id), 303)
    const own = await findOwn(request)
    if (!isEditable(own.application.status)) return reply.redirect(paths.applicationStatus(own.application.id), 303)
    return sendCategory(request, reply, own, { kind: 'opened' })
  })

  app.post(paths.category(':id', ':number'), async (request: CategoryRequest, reply) => {
    const own = await findOwn(request)
    const form = readCategoryForm(own.category, own.application.evaluationYear, request.body)
    const close = async (application: Pick<Application, 'id' | 'status'>) =>
      sendClosed(request, reply, application, await unsaved(own, form))
    if (!isEditable(own.application.status)) return close(own.application)
    const saved = form.storable ? await save(own, form) : null
    if (saved?.ok === false && saved.reason === 'status') return close({ ...own.application, ...saved })
    if (wantsJson(request)) return savedAnswer(reply, saved, form.problems, context.clock.now())
    if (saved?.ok === false) return sendCategory(request, reply, own, { kind: 'conflict', form, stored: saved.stored })
    // What is wrong was kept as typed and is shown when the person comes back from the files.
    const isShown = form.problems.length > 0 && (form.filesOf === null || !form.storable)
    if (isShown) return sendCategory(request, reply, own, { kind: 'problems', form })
    return reply.setFlash(`「${own.category.title}」を保存しました。`).redirect(afterSave(own, form), 303)
  })
}
