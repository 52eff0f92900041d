import { sql } from 'drizzle-orm'
import { fromDrizzle, fromPglite, PgBoss, type Queue as QueueDefinition, type QueueOptions } from 'pg-boss'
import type { Connection, Database } from './database.ts'
import { uuidV7 } from './ids.ts'

/** The queues of work that recurs by itself; when it does, src/jobs/schedule.ts says. Its jobs carry no data. */
export const recurringQueues = [
  'renewal-reminders',
  'meeting-reminders',
  'sign-in-clearance',
  'nightly-backup',
  'file-scans',
  'file-audit',
  'file-clearing',
  'work-clearance',
  'retention'
] as const

export type RecurringQueue = (typeof recurringQueues)[number]

/** Every queue that use cases send to, with the data of its jobs. */
type JobData = {
  readonly 'send-mail': { readonly mailId: string }
  readonly 'scan-file': { readonly sha256: string }
}

/** When a queue is given a job by itself: a cron expression, read in a time zone. */
export type Recurrence = { readonly queue: RecurringQueue; readonly cron: string; readonly timeZone: string }

type Queue = keyof JobData | RecurringQueue

/** Puts jobs in the queue as part of a transaction: they exist if and only if it commits. */
export type Jobs = {
  readonly send: <Q extends keyof JobData>(tx: Database, queue: Q, data: JobData[Q]) => Promise<void>
}

/** What is to be done with a job. A handler that throws is tried again as its queue says. */
export type Handlers = {
  readonly [Q in keyof JobData]: (data: JobData[Q], lastTry: boolean, jobId: string) => Promise<void>
} & { readonly recurring: (queue: RecurringQueue, lastTry: boolean, jobId: string) => Promise<void> }

type QueueSettings = QueueOptions & Pick<QueueDefinition, 'policy'>

/**
 * Seconds after which a job whose worker gives no sign of life is given to another: the worker was killed, or lost its
 * database. The looking after the queue runs as often. Whoever waits for a sign-in code does not wait a quarter of an hour.
 */
const signOfLife = 15

// One job at a time waits or runs, however many workers ask for one. Waits 1, 2, 4 … minutes, at most half an hour.
const recurring: QueueSettings = {
  policy: 'exclusive',
  heartbeatSeconds: signOfLife,
  retryLimit: 8,
  retryDelay: 60,
  retryBackoff: true,
  retryDelayMax: 1800,
  retentionSeconds: 86_400
}

const queues: Readonly<Record<Queue, QueueSettings>> = {
  // Waits 30 s, 1, 2, 4 … minutes, at most an hour between two tries: a mail server may be down for about a day.
  'send-mail': {
    heartbeatSeconds: signOfLife,
    retryLimit: 30,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 3600,
    retentionSeconds: 14 * 86_400
  },
  // Waits 30 s, 1, 2, 4 … minutes, half an hour at most; what is left over is found by the hourly scan.
  'scan-file': {
    heartbeatSeconds: signOfLife,
    retryLimit: 10,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 1800,
    retentionSeconds: 14 * 86_400
  },
  'renewal-reminders': recurring,
  'meeting-reminders': recurring,
  'sign-in-clearance': recurring,
  // As long as a large portal may take; a worker that dies is noticed by its heartbeat before that.
  'nightly-backup': { ...recurring, expireInSeconds: 4 * 3600 },
  'work-clearance': recurring,
  'file-scans': recurring,
  'file-audit': recurring,
  'file-clearing': recurring,
  retention: recurring
}

export type JobRunner = {
  readonly jobs: Jobs
  /** Begins to take jobs; without it this process only sends them. */
  readonly work: (handlers: Handlers) => Promise<void>
  /**
   * Makes these recurrences the only ones, and gives each of their queues a job at once: a day of downtime is made up for
   * at the next start, and not only at the next time of day.
   */
  readonly repeat: (recurrences: readonly Recurrence[]) => Promise<void>
  /** Lets running jobs finish, then stops. */
  readonly stop: () => Promise<void>
}

const makeBoss = ({ driver }: Connection, maintain: boolean): PgBoss => {
  const upkeep = {
    supervise: maintain,
    schedule: maintain,
    superviseIntervalSeconds: signOfLife,
    monitorIntervalSeconds: signOfLife
  }
  if (driver.kind === 'pglite') return new PgBoss({ db: fromPglite(driver.pglite), backend: 'pglite', ...upkeep })
  // The queue's upkeep sends several statements at once, which the driver answers with a list of results.
  const executeSql = async (text: string, values?: unknown[]) => {
    const results = [await driver.pool.query(text, values)].flat()
    return { rows: results.flatMap(({ rows }) => rows) }
  }
  return new PgBoss({ db: { executeSql }, ...upkeep })
}

const take = async <Data>(
  boss: PgBoss,
  queue: Queue,
  seconds: number,
  handle: (data: Data, lastTry: boolean, jobId: string) => Promise<void>
): Promise<void> => {
  const options = { pollingIntervalSeconds: seconds, includeMetadata: true } as const
  await boss.work<Data, void, typeof options>(queue, options, async ([job]) => {
    if (job !== undefined) await handle(job.data, job.retryCount >= job.retryLimit, job.id)
  })
}

const repeat = async (boss: PgBoss, recurrences: readonly Recurrence[]): Promise<void> => {
  const wanted = new Set<string>(recurrences.map(({ queue }) => queue))
  for (const { name, key } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name, key)
  for (const { queue, cron, timeZone } of recurrences) {
    await boss.schedule(queue, cron, {}, { tz: timeZone, missed: 'once' })
    await boss.send(queue, {})
  }
}

/**
 * Starts the job queue in the product's own database.
 * @param onError told of failures that no caller sees (polling, upkeep)
 * @param maintain whether this process also looks after the queue (retries, deletion of old jobs)
 */
export const startJobs = async (
  connection: Connection,
  onError: (error: Error) => void,
  maintain: boolean
): Promise<JobRunner> => {
  const boss = makeBoss(connection, maintain)
  boss.on('error', onError)
  await boss.start()
  for (const [name, options] of Object.entries(queues)) {
    const { policy: _fixed, ...settings } = options
    await boss.createQueue(name, options)
    // A queue of an earlier version is brought to the settings of this one.
    await boss.updateQueue(name, settings)
    // Any question about a queue's jobs reads its settings into the cache. The first send inside a transaction would
    // otherwise read them outside of it, which waits for ever on the single connection of the embedded database.
    await boss.findJobs(name, { id: uuidV7() })
  }
  // Jobs of a process that was killed are free once their sign of life is missed: looked for at the start too, and not only
  // at the next round, which a process that is killed again and again would never come to.
  if (maintain) await boss.supervise()
  return {
    jobs: {
      send: async (tx, queue, data) => {
        await boss.send(queue, data, { db: fromDrizzle(tx, sql) })
      }
    },
    work: async (handlers) => {
      await take(boss, 'send-mail', 1, handlers['send-mail'])
      await take(boss, 'scan-file', 1, handlers['scan-file'])
      for (const queue of recurringQueues)
        await take(boss, queue, 5, (_none, ...rest) => handlers.recurring(queue, ...rest))
    },
    repeat: (recurrences) => repeat(boss, recurrences),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 })
  }
}
