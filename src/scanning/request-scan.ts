import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { insertWaiting } from './scan-store.ts'

/** Has a file scanned that the same transaction stores; nothing where the portal has no scanner. */
export const requestScan = async (
  tx: Database,
  { scanner, clock, jobs }: Pick<Context, 'scanner' | 'clock' | 'jobs'>,
  sha256: string
): Promise<void> => {
  if (scanner !== null && (await insertWaiting(tx, sha256, clock.now()))) await jobs.send(tx, 'scan-file', { sha256 })
}
