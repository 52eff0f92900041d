import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { type PictureKind, pictureBytes, pictureKinds } from '../pictures/picture.ts'
import { BadRequestError } from '../platform/errors.ts'
import { type FormValues, formValues } from '../platform/form.ts'

/** A form of fields and pictures as it arrived. A picture is null where its file was longer than is read. */
export type PostedForm = {
  readonly values: FormValues
  readonly files: ReadonlyMap<PictureKind, Buffer | null>
}

const limits = { fileSize: pictureBytes, files: 2, fields: 30, fieldSize: 100_000, headerPairs: 100 }

const options = { limits, throwFileSizeLimit: false }

const bytesOf = async (file: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const fileOf = async (part: MultipartFile): Promise<readonly [PictureKind, Buffer | null] | null> => {
  const content = await bytesOf(part.file)
  const kind = pictureKinds.find((one) => `${one}File` === part.fieldname)
  // An empty file field sends a nameless part of no bytes.
  if (kind === undefined || (content.length === 0 && (part.filename ?? '') === '')) return null
  return [kind, part.file.truncated ? null : content]
}

const readParts = async (request: FastifyRequest): Promise<PostedForm> => {
  const fields = new Map<string, string[]>()
  const files = new Map<PictureKind, Buffer | null>()
  for await (const part of request.parts(options)) {
    if (part.type === 'file') {
      const file = await fileOf(part)
      if (file !== null) files.set(...file)
    } else if (typeof part.value === 'string')
      fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value])
  }
  const texts = [...fields].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all] as const)
  return { values: Object.fromEntries(texts), files }
}

/**
 * The posted form, with pictures or, from the preview, without. Files of other names and empty file fields are left out.
 * @throws BadRequestError when the body breaks off or is no form
 */
export const readPostedForm = async (request: FastifyRequest): Promise<PostedForm> => {
  if (!request.isMultipart()) return { values: formValues(request.body), files: new Map() }
  try {
    return await readParts(request)
  } catch {
    throw new BadRequestError('the upload could not be read')
  }
}
