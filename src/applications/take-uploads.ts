import type { FastifyRequest } from 'fastify'
import type { Actor } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { addAttachment } from './add-attachment.ts'
import type { Application } from './application.ts'
import { type AttachmentProblem, attachmentProblem, filesAtOnce } from './attachment-problem.ts'
import { readableFileName } from './file-name.ts'
import { type UploadedFile, uploadedFiles } from './uploaded-files.ts'

/** What became of the files of one request: those that were fine are kept, whatever became of the others. */
export type Uploads = {
  /** Names of the files that are attached now. */
  readonly added: readonly string[]
  readonly problems: readonly AttachmentProblem[]
  /** Nothing may be attached any more. */
  readonly refused: boolean
}

type Target = {
  readonly application: Application
  readonly itemCode: string
  readonly actor: Actor & { readonly id: string }
}

type Outcome = { readonly added: string } | { readonly problem: AttachmentProblem; readonly refused: boolean }

const nothingChosen: AttachmentProblem = { fileName: '', message: '添付するファイルを選んでください' }

const tooMany: AttachmentProblem = {
  fileName: '',
  message: `一度に添付できるのは${filesAtOnce}個までです。残りのファイルをもう一度選んで添付してください`
}

const takeUpload = async (context: Context, file: UploadedFile, target: Target): Promise<Outcome> => {
  if (file.kind === 'too-many') return { problem: tooMany, refused: false }
  const { application, itemCode, actor } = target
  const { fileName, content } = file
  const addition =
    content === null
      ? ({ ok: false, reason: 'too-large' } as const)
      : await addAttachment(context, { applicationId: application.id, itemCode, actor, fileName, content })
  if (addition.ok) return { added: addition.attachment.fileName }
  const { reason } = addition
  const limits = context.scheme.attachmentLimits
  return { problem: attachmentProblem(reason, readableFileName(fileName), limits), refused: reason === 'status' }
}

/**
 * Attaches the files of a posted form to an item, each in a transaction of its own.
 * @throws BadRequestError when the upload broke off; what had arrived whole before is attached
 */
export const takeUploads = async (context: Context, request: FastifyRequest, target: Target): Promise<Uploads> => {
  const outcomes: Outcome[] = []
  if (request.isMultipart())
    for await (const file of uploadedFiles(request, context.scheme.attachmentLimits.fileBytes))
      outcomes.push(await takeUpload(context, file, target))
  if (outcomes.length === 0) return { added: [], problems: [nothingChosen], refused: false }
  return {
    added: outcomes.flatMap((outcome) => ('added' in outcome ? [outcome.added] : [])),
    problems: outcomes.flatMap((outcome) => ('problem' in outcome ? [outcome.problem] : [])),
    refused: outcomes.some((outcome) => 'refused' in outcome && outcome.refused)
  }
}
