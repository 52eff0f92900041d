import type { Context } from '../platform/context.ts'
import { removeUnsentPictures } from '../publicity/picture-store.ts'
import { deleteUnusedFile, unusedFiles } from './unused-file-store.ts'

/** Files that one run deletes, at most; the rest has time until the next night. */
const most = 1000

const day = 24 * 60 * 60 * 1000

/**
 * Deletes stored files that nothing names, `unusedFileDays` after they were stored last: above all pictures that a company
 * chose for its page and never sent. A file that cannot be deleted is reported and left for the next night.
 */
export const removeUnusedFiles = async (
  { db, clock, scheme }: Context,
  report: (error: unknown) => void
): Promise<{ readonly pictures: number; readonly files: number }> => {
  const before = new Date(clock.now().getTime() - scheme.unusedFileDays * day)
  const pictures = await removeUnsentPictures(db, before)
  let files = 0
  for (const sha256 of await unusedFiles(db, before, most))
    try {
      if (await deleteUnusedFile(db, sha256, before)) files += 1
    } catch (error) {
      report(error)
    }
  return { pictures, files }
}
