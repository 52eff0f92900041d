import type { FastifyRequest } from 'fastify'
import { type PictureKind, pictureBytes, pictureKinds } from '../pictures/picture.ts'
import { BadRequestError, StaleFormError } from '../platform/errors.ts'
import { type FormValues, formValues } from '../platform/form.ts'
import { postedParts } from '../platform/posted-parts.ts'

/** A form of fields and pictures as it arrived. A picture is null where its file was longer than is read. */
export type PostedForm = {
  readonly values: FormValues
  readonly files: ReadonlyMap<PictureKind, Buffer | null>
}

const limits = { fileSize: pictureBytes, files: 2, fields: 30, fieldSize: 100_000 }

const readParts = async (request: FastifyRequest): Promise<PostedForm> => {
  const fields = new Map<string, string[]>()
  const files = new Map<PictureKind, Buffer | null>()
  for await (const part of postedParts(request, limits)) {
    if (part.kind === 'text') fields.set(part.field, [...(fields.get(part.field) ?? []), part.value])
    else {
      const kind = pictureKinds.find((one) => `${one}File` === part.field)
      if (kind !== undefined) files.set(kind, part.content)
    }
  }
  const texts = [...fields].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all] as const)
  return { values: Object.fromEntries(texts), files }
}

/**
 * The posted form, with pictures or, from the preview, without. Files of other names and empty file fields are left out.
 * @throws StaleFormError when it holds no token of this browser's pages
 * @throws BadRequestError when the body breaks off or is no form
 */
export const readPostedForm = async (request: FastifyRequest): Promise<PostedForm> => {
  if (!request.isMultipart()) return { values: formValues(request.body), files: new Map() }
  try {
    return await readParts(request)
  } catch (error) {
    if (error instanceof StaleFormError) throw error
    throw new BadRequestError('the upload could not be read')
  }
}
