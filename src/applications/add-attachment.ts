import { type Actor, recordEvent } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { sha256Of, storeFile } from '../platform/files.ts'
import { requestScan } from '../scanning/request-scan.ts'
import type { Attachment } from './application.ts'
import { isEditable } from './application-status.ts'
import { lockApplicationAs } from './application-store.ts'
import type { AttachmentRefusal } from './attachment-problem.ts'
import { attachedBytes, attachmentsOf, insertAttachment } from './attachment-store.ts'
import { cleanFileName } from './file-name.ts'
import { type Recognition, recogniseFile } from './recognise-file.ts'

type NewFile = { readonly fileName: string; readonly content: Buffer }

export type Addition =
  | { readonly ok: true; readonly attachment: Attachment }
  | { readonly ok: false; readonly reason: AttachmentRefusal }

type Checked = Recognition | { readonly ok: false; readonly reason: AttachmentRefusal }

const check = async (content: Buffer, fileBytes: number): Promise<Checked> => {
  if (content.length === 0) return { ok: false, reason: 'empty' }
  return content.length > fileBytes ? { ok: false, reason: 'too-large' } : recogniseFile(content)
}

/**
 * Attaches a file to an item while the company may still change its answers. The very same file under the same name at
 * the same item is not taken twice: it is what a second click sends.
 * @throws NotFoundError when the person's company has no such application
 */
export const addAttachment = async (
  context: Context,
  input: NewFile & {
    readonly applicationId: string
    readonly itemCode: string
    readonly actor: Actor & { readonly id: string }
  }
): Promise<Addition> => {
  const { fileBytes, applicationBytes } = context.scheme.attachmentLimits
  const { applicationId, itemCode, content } = input
  const checked = await check(content, fileBytes)
  if (!checked.ok) return checked
  const { mediaType, extension } = checked.kind
  const fileName = cleanFileName(input.fileName, extension)
  return context.db.transaction(async (tx): Promise<Addition> => {
    const application = await lockApplicationAs(tx, input.actor.id, applicationId)
    if (!isEditable(application.status)) return { ok: false, reason: 'status' }
    const sha256 = sha256Of(content)
    const twin = (await attachmentsOf(tx, applicationId)).find(
      (file) => file.itemCode === itemCode && file.sha256 === sha256 && file.fileName === fileName
    )
    if (twin !== undefined) return { ok: true, attachment: twin }
    if ((await attachedBytes(tx, applicationId)) + content.length > applicationBytes)
      return { ok: false, reason: 'application-full' }
    const file = { itemCode, fileName, mediaType, size: content.length, sha256 }
    const attachment = { id: context.ids(), ...file, addedAt: context.clock.now() }
    await storeFile(tx, context, content)
    await requestScan(tx, context, sha256)
    await insertAttachment(tx, { ...attachment, applicationId, addedBy: input.actor.id })
    await recordEvent(tx, context, {
      actor: input.actor,
      subjectId: applicationId,
      kind: 'attachment-added',
      details: file
    })
    return { ok: true, attachment }
  })
}
