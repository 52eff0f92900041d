import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import type { FileScanner, ScanAnswer } from '../platform/file-scanner.ts'
import { findStoredFile } from '../platform/files.ts'
import type { ScanState } from './file-scan.ts'
import { insertWaiting, lockScan, saveScan } from './scan-store.ts'

/** Something found in a stored file. */
export type Infection = { readonly sha256: string; readonly found: string }

/** Tells of an infection whom it concerns, in the transaction that keeps it; known to slices further right. */
export type TellOfInfection = (tx: Database, infection: Infection) => Promise<void>

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200)

const outcomeOf = (answer: ScanAnswer, scannedAt: Date) => {
  const { kind, engine } = answer
  if (kind === 'refused') return { state: 'failed', engine, found: null, lastError: answer.why } as const
  const found = kind === 'infected' ? answer.found : null
  return { state: kind, engine, found, lastError: null, scannedAt } as const
}

const ask = async (context: Context, scanner: FileScanner, sha256: string, content: Buffer, lastTry: boolean) => {
  try {
    return await scanner.scan(content)
  } catch (error) {
    await context.db.transaction(async (tx) => {
      const before = await lockScan(tx, sha256)
      // A clean file stays so while the scanner is away; nobody is to miss a file that was looked at.
      const state = before === 'clean' || before === 'infected' ? before : lastTry ? 'failed' : 'waiting'
      await saveScan(tx, sha256, { state, lastError: reasonOf(error) })
    })
    throw error
  }
}

/**
 * Has a stored file scanned and keeps what comes of it. Whom it concerns is told once of an infection. Null when there is
 * no such file any more, or no scanner.
 * @param lastTry whether nobody tries again soon when the scanner is away: the file then counts as failed
 * @throws ScannerAwayError when the scanner did not answer, after noting it
 */
export const scanFile = async (
  context: Context,
  sha256: string,
  tell: TellOfInfection,
  lastTry = false
): Promise<ScanState | null> => {
  const { db, clock, scanner } = context
  const content = scanner === null ? null : await findStoredFile(db, sha256)
  if (scanner === null || content === null) return null
  await insertWaiting(db, sha256, clock.now())
  const outcome = outcomeOf(await ask(context, scanner, sha256, content, lastTry), clock.now())
  await db.transaction(async (tx) => {
    const before = await lockScan(tx, sha256)
    await saveScan(tx, sha256, outcome)
    if (outcome.state === 'infected' && before !== 'infected') await tell(tx, { sha256, found: outcome.found ?? '' })
  })
  return outcome.state
}
