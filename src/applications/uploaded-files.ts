import type { FastifyRequest } from 'fastify'
import { BadRequestError, StaleFormError } from '../platform/errors.ts'
import { postedParts } from '../platform/posted-parts.ts'
import { filesAtOnce } from './attachment-problem.ts'

/** One file of a posted form. `content` is null where it was longer than the limit; nothing after that was kept. */
export type UploadedFile =
  | { readonly kind: 'file'; readonly fileName: string; readonly content: Buffer | null }
  | { readonly kind: 'too-many' }

const isFilesLimit = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT'

/**
 * The files of a multipart form one after the other, without empty file fields.
 * @throws StaleFormError when it does not begin with a token of this browser's pages
 * @throws BadRequestError when the body breaks off or is no multipart form at all
 */
export async function* uploadedFiles(request: FastifyRequest, fileBytes: number): AsyncGenerator<UploadedFile> {
  const limits = { fileSize: fileBytes, files: filesAtOnce, fields: 20, fieldSize: 10_000 }
  try {
    for await (const part of postedParts(request, limits))
      if (part.kind === 'file') yield { kind: 'file', fileName: part.fileName, content: part.content }
  } catch (error) {
    if (error instanceof StaleFormError) throw error
    if (!isFilesLimit(error)) throw new BadRequestError('the upload could not be read')
    yield { kind: 'too-many' }
  }
}

/** The one file that a form asks for: the first, of which too much is as good as none. */
export type OneFile = Buffer | 'nothing' | 'too-large'

/**
 * The first file of a posted form; what follows it is read and left.
 * @throws BadRequestError when the body breaks off
 */
export const firstFileIn = async (request: FastifyRequest, fileBytes: number): Promise<OneFile> => {
  let first: OneFile = 'nothing'
  if (!request.isMultipart()) return first
  for await (const file of uploadedFiles(request, fileBytes))
    if (first === 'nothing' && file.kind === 'file') first = file.content ?? 'too-large'
  return first
}
