import type { Context } from '../platform/context.ts'
import { readDatabaseState } from '../platform/database-state.ts'
import { readDiskSpace } from '../platform/disk-space.ts'
import { recurringQueues } from '../platform/jobs.ts'
import { troubledMails } from '../platform/mail-state.ts'
import { readMigrations } from '../platform/migrate.ts'
import { readQueueStates } from '../platform/queue-state.ts'
import { lastWorkRuns } from '../platform/work-runs.ts'
import type { Status } from './status.ts'
import type { Watch } from './watch.ts'

// The nightly backup is noted as a backup like one that is made by hand; without a folder for it the queue does nothing.
const expectedWork = [...recurringQueues.filter((queue) => queue !== 'nightly-backup'), 'backup']

/** Mails shown at most; with more of them the cause is one and the same. */
export const mailsShown = 50

/** Looks at everything that the administrator looks after. */
export const readStatus = async (
  { db, clock, signer }: Pick<Context, 'db' | 'clock' | 'signer'>,
  { dataFolder }: Pick<Watch, 'dataFolder'>
): Promise<Status> => ({
  now: clock.now(),
  queues: await readQueueStates(db),
  mails: await troubledMails(db, mailsShown),
  runs: await lastWorkRuns(db),
  expectedWork,
  database: await readDatabaseState(db, clock),
  migrationsKnown: (await readMigrations()).length,
  disk: await readDiskSpace(dataFolder),
  signingUntil: signer?.validUntil ?? null
})
