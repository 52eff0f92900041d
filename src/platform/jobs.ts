import { sql } from 'drizzle-orm'
import { fromDrizzle, fromPglite, PgBoss, type QueueOptions } from 'pg-boss'
import type { Connection, Database } from './database.ts'
import { uuidV7 } from './ids.ts'

/** Every queue with the data of its jobs. */
type JobData = {
  readonly 'send-mail': { readonly mailId: string }
}

export type Queue = keyof JobData

/** Puts jobs in the queue as part of a transaction: they exist if and only if it commits. */
export type Jobs = {
  readonly send: <Q extends Queue>(tx: Database, queue: Q, data: JobData[Q]) => Promise<void>
}

/** What is to be done with a job. A handler that throws is tried again as its queue says. */
export type Handlers = { readonly [Q in Queue]: (data: JobData[Q], lastTry: boolean) => Promise<void> }

const queues: Readonly<Record<Queue, QueueOptions>> = {
  // Waits 30 s, 1, 2, 4 … minutes, at most an hour between two tries: a mail server may be down for about a day.
  'send-mail': {
    retryLimit: 30,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: 3600,
    retentionSeconds: 14 * 86_400
  }
}

export type JobRunner = {
  readonly jobs: Jobs
  /** Begins to take jobs; without it this process only sends them. */
  readonly work: (handlers: Handlers) => Promise<void>
  /** Lets running jobs finish, then stops. */
  readonly stop: () => Promise<void>
}

const makeBoss = ({ driver }: Connection, maintain: boolean): PgBoss => {
  const upkeep = { supervise: maintain, schedule: maintain }
  if (driver.kind === 'pglite') return new PgBoss({ db: fromPglite(driver.pglite), backend: 'pglite', ...upkeep })
  const executeSql = async (text: string, values?: unknown[]) => {
    const result = await driver.pool.query(text, values)
    return { rows: result.rows }
  }
  return new PgBoss({ db: { executeSql }, ...upkeep })
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
    await boss.createQueue(name, options)
    // Any question about a queue's jobs reads its settings into the cache. The first send inside a transaction would
    // otherwise read them outside of it, which waits for ever on the single connection of the embedded database.
    await boss.findJobs(name, { id: uuidV7() })
  }
  return {
    jobs: {
      send: async (tx, queue, data) => {
        await boss.send(queue, data, { db: fromDrizzle(tx, sql) })
      }
    },
    work: async (handlers) => {
      const options = { pollingIntervalSeconds: 1, includeMetadata: true } as const
      await boss.work<JobData['send-mail'], void, typeof options>('send-mail', options, async ([job]) => {
        if (job !== undefined) await handlers['send-mail'](job.data, job.retryCount >= job.retryLimit)
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 })
  }
}
