import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { beginWork } from '../../src/jobs/begin-work.ts'
import type { Handlers } from '../../src/platform/jobs.ts'
import { demoMailer } from '../../src/platform/mailer.ts'
import { mailsOf } from '../../src/platform/outbox.ts'
import { openService, type Service, startWorking } from '../../src/service.ts'
import { openTestDatabase } from '../support/databases.ts'
import { certifiedCase } from '../support/issued.ts'

const now = new Date('2026-12-16T09:00:00+09:00')
const lines: string[] = []
let service: Service
beforeAll(async () => {
  service = await openService(readConfig({ LOG_LEVEL: 'info', ROLE: 'worker' }), {
    connection: await openTestDatabase(),
    clock: { now: () => now },
    mailer: demoMailer,
    logTo: { write: (line) => lines.push(line) }
  })
})
afterAll(() => service.stop())

const logged = (message: string): readonly Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message)

describe('a worker that starts', () => {
  it('says that the schedule is on, does at once what is due, and sends the mails', async () => {
    const { applicationId, email } = await certifiedCase(service.context, { startsOn: '2024-01-16' })
    await startWorking(service)
    expect(logged('the schedule is on')).toMatchObject([
      { schedule: expect.arrayContaining([{ queue: 'renewal-reminders', cron: '0 8 * * *', timeZone: 'Asia/Tokyo' }]) }
    ])
    await vi.waitFor(
      async () => {
        const mails = await mailsOf(service.context.db, applicationId)
        expect(mails.map(({ kind, state }) => [kind, state])).toEqual([
          ['renewal-reminder', 'sent'],
          ['renewal-reminder', 'sent']
        ])
        expect(logged('recurring work is done')).toContainEqual(
          expect.objectContaining({ queue: 'renewal-reminders', jobId: expect.any(String), reminded: 1 })
        )
        for (const { id } of mails)
          expect(logged('a job is done')).toContainEqual(
            expect.objectContaining({ queue: 'send-mail', jobId: expect.any(String), mailId: id })
          )
      },
      { timeout: 20_000, interval: 200 }
    )
    expect(lines.join('')).not.toContain(email)
  }, 30_000)
})

/** A worker on a queue that is nowhere, with a database that answers nothing. */
const brokenWorker = async () => {
  const errors: string[] = []
  const taken: Handlers[] = []
  const gone = new Error('the database is away')
  const db = new Proxy(service.context.db, {
    get: () => () => {
      throw gone
    }
  })
  await beginWork(
    {
      context: { ...service.context, db },
      mailer: demoMailer,
      tracing: null,
      runner: {
        jobs: service.context.jobs,
        work: async (handlers) => void taken.push(handlers),
        repeat: async () => undefined,
        stop: async () => undefined
      }
    },
    { info: () => undefined, error: (_details, message) => errors.push(message) }
  )
  return { errors, taken }
}

describe('recurring work that fails', () => {
  it.each([
    [false, 'soon'],
    [true, 'at its next time']
  ])('is logged, and handed back to be tried again: last try %s', async (lastTry, when) => {
    const { errors, taken } = await brokenWorker()
    const run = taken[0]?.recurring('renewal-reminders', lastTry, 'a-job')
    await expect(run).rejects.toThrow('the database is away')
    expect(errors).toEqual(['a failed run could not be recorded', `recurring work failed and is tried again ${when}`])
  })
})
