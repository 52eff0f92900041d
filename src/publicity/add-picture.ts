import type { PictureKind, PictureRefusal } from '../pictures/picture.ts'
import { takePicture } from '../pictures/take-picture.ts'
import type { Context } from '../platform/context.ts'
import { storeFile } from '../platform/files.ts'
import { requestScan } from '../scanning/request-scan.ts'
import { insertPicture } from './picture-store.ts'

export type PictureAddition =
  | { readonly ok: true; readonly sha256: string }
  | { readonly ok: false; readonly reason: PictureRefusal }

/**
 * Keeps a picture that a company sends, made anew, before anything else of its form is judged: a mistake in another field
 * does not lose it. It is shown to nobody but the company until it is sent for approval.
 * @param content null where the file was longer than is read
 */
export const addPicture = async (
  context: Context,
  {
    companyId,
    kind,
    content,
    by
  }: {
    readonly companyId: string
    readonly kind: PictureKind
    readonly content: Buffer | null
    readonly by: string
  }
): Promise<PictureAddition> => {
  if (content === null) return { ok: false, reason: 'too-large' }
  const taken = await takePicture(content, kind)
  if (!taken.ok) return taken
  const { width, height } = taken.picture
  const sha256 = await context.db.transaction(async (tx) => {
    const stored = await storeFile(tx, context, taken.picture.content)
    await requestScan(tx, context, stored)
    const takenAt = context.clock.now()
    await insertPicture(tx, { companyId, kind, sha256: stored, width, height, takenAt, takenBy: by })
    return stored
  })
  return { ok: true, sha256 }
}
