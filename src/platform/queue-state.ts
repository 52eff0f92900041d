import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './database.ts'

/** How one queue stands. */
export type QueueState = {
  readonly queue: string
  /** Jobs whose time has come, and those that wait for their next try. */
  readonly waiting: number
  readonly running: number
  /** Jobs that were given up and are still kept. */
  readonly failed: number
  /** Seconds since the oldest waiting job was queued; 0 when none waits. */
  readonly oldestSeconds: number
}

const rowsOf = z.array(
  z.object({
    queue: z.string(),
    waiting: z.coerce.number(),
    running: z.coerce.number(),
    failed: z.coerce.number(),
    oldestSeconds: z.coerce.number()
  })
)

/** Every queue with its jobs, by name; those that were done are left out. */
export const readQueueStates = async (db: Database): Promise<readonly QueueState[]> => {
  const { rows } = await db.execute(sql`
    select q.name as queue,
      count(*) filter (where j.state in ('created', 'retry')) as waiting,
      count(*) filter (where j.state = 'active') as running,
      count(*) filter (where j.state = 'failed') as failed,
      coalesce(extract(epoch from now() - min(j.created_on) filter (where j.state in ('created', 'retry'))), 0)
        as "oldestSeconds"
    from pgboss.queue q
    left join pgboss.job j on j.name = q.name and j.state in ('created', 'retry', 'active', 'failed')
    where q.name not like '\\_\\_%'
    group by q.name
    order by q.name`)
  return rowsOf.parse(rows)
}

/**
 * Lets the waiting jobs of a queue begin now, whatever their next try was set to. Gives their number.
 * @param data of the jobs that are meant; null for all
 */
export const hurryQueue = async (
  tx: Database,
  queue: string,
  data: Readonly<Record<string, string>> | null
): Promise<number> => {
  const { rows } = await tx.execute(sql`
    update pgboss.job set start_after = now()
    where name = ${queue} and state in ('created', 'retry') and start_after > now()
      and data @> ${JSON.stringify(data ?? {})}::jsonb
    returning id`)
  return rows.length
}
