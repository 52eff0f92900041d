import { and, desc, lt, notInArray } from 'drizzle-orm'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { workRuns } from './table.ts'

/** A run of work that the portal did by itself. `details` hold figures and names of things, never of people. */
export type WorkRun = {
  /** A recurring queue, or `backup`. */
  readonly work: string
  readonly startedAt: Date
  readonly outcome: 'done' | 'failed'
  readonly details: Readonly<Record<string, unknown>>
}

/** Keeps that some work was done, or failed, now. */
export const recordWorkRun = async (
  db: Database,
  { clock, ids }: Pick<Context, 'clock' | 'ids'>,
  run: WorkRun
): Promise<void> => {
  await db.insert(workRuns).values({ id: ids(), ...run, finishedAt: clock.now() })
}

/** The last run of each kind of work, and the last that was done where that one failed. */
export const lastWorkRuns = (db: Database): Promise<readonly (typeof workRuns.$inferSelect)[]> =>
  db
    .selectDistinctOn([workRuns.work, workRuns.outcome])
    .from(workRuns)
    .orderBy(workRuns.work, workRuns.outcome, desc(workRuns.finishedAt), desc(workRuns.id))

const lastOfEach = (db: Database) =>
  db
    .selectDistinctOn([workRuns.work, workRuns.outcome], { id: workRuns.id })
    .from(workRuns)
    .orderBy(workRuns.work, workRuns.outcome, desc(workRuns.finishedAt), desc(workRuns.id))

/** Forgets runs that finished before an instant, but for those that `lastWorkRuns` tells of. Gives their number. */
export const clearWorkRuns = async (db: Database, before: Date): Promise<number> => {
  const rows = await db
    .delete(workRuns)
    .where(and(lt(workRuns.finishedAt, before), notInArray(workRuns.id, lastOfEach(db))))
    .returning({ id: workRuns.id })
  return rows.length
}
