import type { Multipart, MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { formTokenField } from '../../views/components/form-token-field.ts'

/** One part of a multipart form. A file's `content` is null where it was longer than the limit: the rest was not kept. */
export type PostedPart =
  | { readonly kind: 'file'; readonly field: string; readonly fileName: string; readonly content: Buffer | null }
  | { readonly kind: 'text'; readonly field: string; readonly value: string }

/** How much of a form is read, in bytes and numbers. */
export type PartLimits = {
  readonly fileSize: number
  readonly files: number
  readonly fields: number
  readonly fieldSize: number
}

const tokenIn = (part: Multipart): string | null =>
  part.type === 'field' && part.fieldname === formTokenField && typeof part.value === 'string' ? part.value : null

const textIn = ({ fieldname: field, value }: MultipartValue): PostedPart | null =>
  typeof value === 'string' && field !== formTokenField ? { kind: 'text', field, value } : null

const readFile = async ({ file, fieldname: field, filename }: MultipartFile): Promise<PostedPart | null> => {
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk)
  const content = file.truncated ? null : Buffer.concat(chunks)
  const fileName = filename ?? ''
  return content?.length === 0 && fileName === '' ? null : { kind: 'file', field, fileName, content }
}

/**
 * The parts of a multipart form one after the other, so that one file at a time is in memory. The first is the form token
 * and is checked before anything else is read. An empty file field sends a nameless part of no bytes, which is left out.
 * @throws StaleFormError when the form does not begin with a token of this browser's pages
 * @throws whatever the reader throws when the body breaks off, is no multipart form or holds too much
 */
export async function* postedParts(request: FastifyRequest, limits: PartLimits): AsyncGenerator<PostedPart> {
  const options = { limits: { ...limits, headerPairs: 100 }, throwFileSizeLimit: false }
  let isFirst = true
  for await (const part of request.parts(options)) {
    if (isFirst) request.checkFormToken(tokenIn(part))
    isFirst = false
    const read = part.type === 'file' ? await readFile(part) : textIn(part)
    if (read !== null) yield read
  }
}
