import type { Database } from '../platform/database.ts'
import { FileHeldError } from '../platform/errors.ts'
import { readStoredFile } from '../platform/files.ts'
import { infectedAmong } from '../scanning/scan-store.ts'

/**
 * A stored file for the export of those whose it is. It may wait for its scan, since they handed it in themselves.
 * @throws FileHeldError when something was found in it: such a file is given to nobody
 * @throws Error when it is missing or damaged
 */
export const readExportedFile = async (db: Database, sha256: string): Promise<Buffer> => {
  if ((await infectedAmong(db, [{ sha256 }])).length > 0) throw new FileHeldError('infected')
  return readStoredFile(db, sha256)
}
