import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Connection } from '../../src/platform/database.ts'
import { type Handlers, type JobRunner, type Recurrence, startJobs } from '../../src/platform/jobs.ts'
import { openTestDatabase } from '../support/databases.ts'

const daily: Recurrence = { queue: 'renewal-reminders', cron: '0 8 * * *', timeZone: 'Asia/Tokyo' }
const everyMinute: Recurrence = { ...daily, cron: '* * * * *' }

let connection: Connection
beforeAll(async () => {
  connection = await openTestDatabase()
})
afterAll(() => connection.close())

const started: JobRunner[] = []
afterEach(async () => {
  for (const runner of started.splice(0)) await runner.stop()
  await connection.db.execute(sql`delete from pgboss.schedule`)
  await connection.db.execute(sql`delete from pgboss.job`)
  // When somebody last looked what is due, and at the queues.
  await connection.db.execute(sql`update pgboss.version set cron_on = null`)
  await connection.db.execute(sql`update pgboss.queue set monitor_on = null`)
})

const start = async (maintain = false): Promise<JobRunner> => {
  const runner = await startJobs(connection, () => undefined, maintain)
  started.push(runner)
  return runner
}

const handlers = (recurring: Handlers['recurring']): Handlers => ({
  'send-mail': async () => undefined,
  'scan-file': async () => undefined,
  recurring
})

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 20_000, interval: 100 })

const rowsOf = async (query: ReturnType<typeof sql>) => (await connection.db.execute(query)).rows

const jobs = () => rowsOf(sql`select state from pgboss.job where name = 'renewal-reminders' order by created_on`)

describe('work that recurs', () => {
  it('is done once at the start of a worker, also when two start at the same time', async () => {
    const runners = [await start(), await start()]
    const done: string[] = []
    await Promise.all(runners.map((runner) => runner.repeat([daily])))
    expect(await jobs()).toEqual([{ state: 'created' }])
    for (const [index, runner] of runners.entries())
      await runner.work(handlers(async (queue, lastTry) => void done.push(`${index} ${queue} ${lastTry}`)))
    await until(async () => expect(await jobs()).toEqual([{ state: 'completed' }]))
    expect(done).toHaveLength(1)
    expect(done[0]).toMatch(/^[01] renewal-reminders false$/)
  }, 30_000)

  it('is free again at the start of a worker, where the process that did it was killed', async () => {
    const killed = await start()
    await killed.repeat([daily])
    await connection.db.execute(sql`
      update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
      where name = 'renewal-reminders'`)
    const errors: Error[] = []
    started.push(await startJobs(connection, (error) => errors.push(error), true))
    expect(errors).toEqual([])
    expect(await jobs()).toEqual([{ state: 'retry' }])
  }, 30_000)

  it('is done again at the next start', async () => {
    for (const state of ['first', 'second']) {
      const runner = await start()
      let runs = 0
      await runner.repeat([daily])
      await runner.work(handlers(async () => void runs++))
      await until(() => expect([state, runs]).toEqual([state, 1]))
      await runner.stop()
    }
    expect((await jobs()).length).toBe(2)
  }, 60_000)

  it('keeps one plan for each queue: the latest, and nothing of what is no more', async () => {
    const [one, other] = [await start(), await start()]
    const plans = () => rowsOf(sql`select name, cron, timezone from pgboss.schedule order by name`)
    await one.repeat([everyMinute])
    await Promise.all([one.repeat([daily]), other.repeat([daily])])
    expect(await plans()).toEqual([{ name: 'renewal-reminders', cron: '0 8 * * *', timezone: 'Asia/Tokyo' }])
    await one.repeat([])
    expect(await plans()).toEqual([])
  })

  it('comes by itself when its time has come, once for two workers that look after the queue', async () => {
    const planner = await start()
    await planner.repeat([everyMinute])
    await connection.db.execute(sql`delete from pgboss.job`)
    const runs: number[] = []
    for (const index of [0, 1]) {
      const runner = await start(true)
      await runner.work(handlers(async () => void runs.push(index)))
    }
    await until(() => expect(runs).toHaveLength(1))
    expect((await jobs()).length).toBe(1)
  }, 60_000)

  it('is not planned anew by a process that only serves', async () => {
    await start()
    expect(await rowsOf(sql`select name from pgboss.schedule`)).toEqual([])
    expect(await jobs()).toEqual([])
  })

  it('waits to be tried again after it failed, a while each time', async () => {
    const runner = await start()
    await runner.repeat([daily])
    await runner.work(
      handlers(async () => {
        throw new Error('the database was away')
      })
    )
    await until(async () => expect(await jobs()).toEqual([{ state: 'retry' }]))
    const [job] = await rowsOf(
      sql`select retry_limit, start_after > now() as later, output->>'message' as reason from pgboss.job where name = 'renewal-reminders'`
    )
    expect(job).toEqual({ retry_limit: 8, later: true, reason: 'the database was away' })
    await runner.repeat([daily])
    expect((await jobs()).length).toBe(1)
  }, 30_000)
})
