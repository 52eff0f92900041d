import type { Context } from '../platform/context.ts'
import { FileHeldError } from '../platform/errors.ts'
import type { Hold, ScanState } from './file-scan.ts'
import { statesOf } from './scan-store.ts'

type Asking = Pick<Context, 'db' | 'scanner'>

/** What was found in stays held back also when the scanner is switched off; what waits does not. */
const holdOf = (state: ScanState | undefined, isScanning: boolean): Hold | null => {
  if (state === 'infected') return 'infected'
  return isScanning && state !== 'clean' ? 'waiting' : null
}

/** Files as they are listed, each with why it is held back, if it is. */
export const withHolds = async <File extends { readonly sha256: string }>(
  { db, scanner }: Asking,
  files: readonly File[]
): Promise<readonly (File & { readonly hold: Hold | null })[]> => {
  const hashes = files.map(({ sha256 }) => sha256)
  const states = await statesOf(db, hashes)
  return files.map((file) => ({ ...file, hold: holdOf(states.get(file.sha256), scanner !== null) }))
}

/** Who asks for a file: whoever handed it in, or somebody who opens what others hand in. */
export type FileReader = 'owner' | 'others'

/**
 * Whether a file may be given out: never when something was found in it, and to others only when it was scanned.
 * @throws FileHeldError otherwise
 */
export const checkGivenOut = async (asking: Asking, sha256: string, reader: FileReader): Promise<void> => {
  const [file] = await withHolds(asking, [{ sha256 }])
  const hold = file?.hold ?? null
  if (hold === 'infected' || (hold === 'waiting' && reader === 'others')) throw new FileHeldError(hold)
}
