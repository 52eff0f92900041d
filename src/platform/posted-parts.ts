import type { FastifyRequest } from 'fastify'

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

/**
 * The parts of a multipart form one after the other, so that one file at a time is in memory. An empty file field sends a
 * nameless part of no bytes, which is left out.
 * @throws whatever the reader throws when the body breaks off, is no multipart form or holds too much
 */
export async function* postedParts(request: FastifyRequest, limits: PartLimits): AsyncGenerator<PostedPart> {
  const options = { limits: { ...limits, headerPairs: 100 }, throwFileSizeLimit: false }
  for await (const part of request.parts(options)) {
    if (part.type !== 'file') {
      if (typeof part.value === 'string') yield { kind: 'text', field: part.fieldname, value: part.value }
      continue
    }
    const chunks: Buffer[] = []
    for await (const chunk of part.file) chunks.push(chunk)
    const content = part.file.truncated ? null : Buffer.concat(chunks)
    const fileName = part.filename ?? ''
    if (content?.length !== 0 || fileName !== '') yield { kind: 'file', field: part.fieldname, fileName, content }
  }
}
