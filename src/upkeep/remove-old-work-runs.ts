import type { Context } from '../platform/context.ts'
import { clearWorkRuns } from '../platform/work-runs.ts'

/** A year, so that work which recurs yearly can be compared with the time before; in milliseconds. */
const kept = 365 * 24 * 60 * 60 * 1000

/** Forgets what the portal did by itself more than a year ago; the last run of each kind of work stays. */
export const removeOldWorkRuns = async ({
  db,
  clock
}: Pick<Context, 'db' | 'clock'>): Promise<{ readonly runs: number }> => ({
  runs: await clearWorkRuns(db, new Date(clock.now().getTime() - kept))
})
