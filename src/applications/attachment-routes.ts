import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { AttachmentList } from '../../views/applications/attachment-list.tsx'
import { AttachmentsPage, ItemAttachmentsPage } from '../../views/applications/attachments-page.tsx'
import { wantsJson } from '../accounts/guard.ts'
import { editions, findItem, type Item, itemText } from '../checklist/index.ts'
import { paths } from '../paths.ts'
import type { Context } from '../platform/context.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import { sendPage } from '../platform/page.ts'
import { withHolds } from '../scanning/find-holds.ts'
import { type Application, applicationTitle } from './application.ts'
import { isEditable } from './application-status.ts'
import { attachmentsOf, findAttachment } from './attachment-store.ts'
import { type OwnApplication, ownApplication } from './own-application.ts'
import { removeAttachment } from './remove-attachment.ts'
import { sendAttachment } from './send-attachment.ts'
import { takeUploads, type Uploads } from './take-uploads.ts'

type ItemParams = { readonly id: string; readonly itemCode: string }
type FileParams = { readonly id: string; readonly attachmentId: string }
type Found = OwnApplication & { readonly item: Item; readonly categoryNumber: number }

const none: Uploads = { added: [], problems: [], refused: false }

const statusOf = ({ problems, refused }: Uploads): number => {
  if (refused) return 409
  return problems.length === 0 ? 200 : 422
}

/** Files that bear out an item: listing, adding, removing and fetching them, for the own company. */
export const attachmentRoutes = async (app: FastifyInstance, deps: { readonly context: Context }): Promise<void> => {
  const { context } = deps
  const limits = context.scheme.attachmentLimits
  await app.register(multipart)

  const findOwnItem = async (request: FastifyRequest, { id, itemCode }: ItemParams): Promise<Found> => {
    const own = await ownApplication(context.db, request, id)
    const edition = editions[own.application.edition]
    const item = findItem(edition, itemCode)
    const category = edition.categories.find(({ items }) => items.some(({ code }) => code === itemCode))
    if (item === null || category === undefined) throw new NotFoundError(`item ${itemCode}`)
    return { ...own, item, categoryNumber: category.number }
  }

  const breadcrumbOf = (application: Application) => [
    { href: paths.company, label: '申請と認定' },
    { href: paths.application(application.id), label: applicationTitle(application) }
  ]

  const itemPage = async (request: FastifyRequest, reply: FastifyReply, found: Found, uploads: Uploads) => {
    const { application, item, categoryNumber } = found
    const all = await withHolds(context, await attachmentsOf(context.db, application.id))
    const { problems, added } = uploads
    const page = ItemAttachmentsPage({
      frame: request.frame({
        title: `${item.code}の添付ファイル`,
        breadcrumb: breadcrumbOf(application),
        hasErrors: problems.length > 0,
        scripts: ['upload']
      }),
      application,
      item,
      itemWords: itemText(item, application.evaluationYear),
      categoryNumber,
      attachments: all.filter(({ itemCode }) => itemCode === item.code),
      editable: isEditable(application.status),
      limits,
      problems,
      added
    })
    return sendPage(reply, page, statusOf(uploads))
  }

  const listAnswer = async (reply: FastifyReply, { application, item }: Found, uploads: Uploads) => {
    const all = await withHolds(context, await attachmentsOf(context.db, application.id))
    const list = AttachmentList({
      applicationId: application.id,
      attachments: all.filter(({ itemCode }) => itemCode === item.code),
      editable: isEditable(application.status)
    })
    const { added, problems } = uploads
    return reply
      .code(statusOf(uploads))
      .header('cache-control', 'no-store')
      .send({ html: renderToString(list), added, problems })
  }

  app.get<{ Params: { id: string } }>(paths.attachments(':id'), async (request, reply) => {
    const { application } = await ownApplication(context.db, request, request.params.id)
    const page = AttachmentsPage({
      frame: request.frame({
        title: '添付ファイル',
        breadcrumb: breadcrumbOf(application),
        scripts: ['upload']
      }),
      application,
      edition: editions[application.edition],
      attachments: await withHolds(context, await attachmentsOf(context.db, application.id)),
      editable: isEditable(application.status),
      limits
    })
    return sendPage(reply, page)
  })

  const itemUrl = paths.itemAttachments(':id', ':itemCode')
  app.get<{ Params: ItemParams }>(itemUrl, async (request, reply) =>
    itemPage(request, reply, await findOwnItem(request, request.params), none)
  )

  app.post<{ Params: ItemParams }>(itemUrl, { config: { formToken: 'in parts' } }, async (request, reply) => {
    const found = await findOwnItem(request, request.params)
    const { application, item, actor } = found
    const uploads = await takeUploads(context, request, { application, itemCode: item.code, actor })
    if (wantsJson(request)) return listAnswer(reply, found, uploads)
    if (uploads.problems.length > 0) return itemPage(request, reply, found, uploads)
    const back = `${paths.category(application.id, found.categoryNumber)}#item-${item.code}`
    return reply.setFlash(`${item.code}に${uploads.added.length}個のファイルを添付しました。`).redirect(back, 303)
  })

  app.get<{ Params: FileParams }>(paths.attachment(':id', ':attachmentId'), async (request, reply) => {
    const { id, attachmentId } = request.params
    const { application } = await ownApplication(context.db, request, id)
    const file = isUuid(attachmentId) ? await findAttachment(context.db, application.id, attachmentId) : null
    if (file === null) throw new NotFoundError(`attachment ${attachmentId}`)
    return sendAttachment(reply, context, file, 'owner')
  })

  app.post<{ Params: FileParams }>(paths.attachmentRemoval(':id', ':attachmentId'), async (request, reply) => {
    const { id, attachmentId } = request.params
    const { application, actor } = await ownApplication(context.db, request, id)
    if (!isUuid(attachmentId)) throw new NotFoundError(`attachment ${attachmentId}`)
    const removal = await removeAttachment(context, { applicationId: application.id, attachmentId, actor })
    const { itemCode, fileName } = removal.attachment
    const found = await findOwnItem(request, { id, itemCode })
    if (!removal.ok) return itemPage(request, reply, found, { ...none, refused: true })
    const back = `${paths.category(application.id, found.categoryNumber)}#item-${itemCode}`
    return reply.setFlash(`「${fileName}」を削除しました。`).redirect(back, 303)
  })
}
