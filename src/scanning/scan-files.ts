import type { Context } from '../platform/context.ts'
import { ScannerAwayError } from '../platform/file-scanner.ts'
import { scanFile, type TellOfInfection } from './scan-file.ts'
import { longScanned, unscannedFiles } from './scan-store.ts'

/** Files that one run looks at, at most: the next follows within the hour. */
const most = 500

/** Days after which a clean file is looked at anew with the signatures of then. */
const rescanDays = 30

const day = 24 * 60 * 60 * 1000

/**
 * Scans what is stored and was not scanned: what came before there was a scanner, and what it was away for. Then, in what
 * is left of the run, looks anew at files that were clean a month ago. Gives figures; a file that cannot be read is
 * reported and left.
 * @throws ScannerAwayError when the scanner does not answer: it is asked again with the next run
 */
export const scanFiles = async (
  context: Context,
  tell: TellOfInfection,
  report: (error: unknown) => void
): Promise<Readonly<Record<'scanned' | 'infected' | 'failed', number>>> => {
  const done = { scanned: 0, infected: 0, failed: 0 }
  if (context.scanner === null) return done
  const before = new Date(context.clock.now().getTime() - rescanDays * day)
  const fresh = await unscannedFiles(context.db, most)
  const old = await longScanned(context.db, before, most - fresh.length)
  for (const sha256 of [...fresh, ...old])
    try {
      const state = await scanFile(context, sha256, tell)
      done.scanned += 1
      if (state === 'infected' || state === 'failed') done[state] += 1
    } catch (error) {
      if (error instanceof ScannerAwayError) throw error
      done.failed += 1
      report(error)
    }
  return done
}
