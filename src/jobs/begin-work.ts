import type { Context } from '../platform/context.ts'
import { type JobRunner, type Recurrence, type RecurringQueue, recurringQueues } from '../platform/jobs.ts'
import type { Mailer } from '../platform/mailer.ts'
import { deliverMail } from '../platform/outbox.ts'
import { recordWorkRun } from '../platform/work-runs.ts'
import { scanFile } from '../scanning/scan-file.ts'
import { announceInfection } from '../screening/announce-infection.ts'
import { schedule, scheduleZone } from './schedule.ts'

/** What a worker works with. */
export type Worker = { readonly context: Context; readonly mailer: Mailer; readonly runner: JobRunner }

/** Where a worker says what it did and what went wrong. */
export type WorkLog = Readonly<Record<'info' | 'error', (details: object, message: string) => void>>

const workOn =
  (context: Context, log: WorkLog) =>
  async (queue: RecurringQueue, lastTry: boolean): Promise<void> => {
    const startedAt = context.clock.now()
    try {
      const done = await schedule[queue].run(context, (err) =>
        log.error({ queue, err }, 'part of recurring work failed')
      )
      await recordWorkRun(context.db, context, { work: queue, startedAt, outcome: 'done', details: done })
      log.info({ queue, ...done }, 'recurring work is done')
    } catch (err) {
      // What made the work fail may be the database itself: the failure to note it must not hide the first.
      await recordWorkRun(context.db, context, { work: queue, startedAt, outcome: 'failed', details: {} }).catch(
        (unnoted: unknown) => log.error({ queue, err: unnoted }, 'a failed run could not be recorded')
      )
      log.error({ queue, err }, `recurring work failed and is tried again ${lastTry ? 'at its next time' : 'soon'}`)
      throw err
    }
  }

const recurrences = (): readonly Recurrence[] =>
  recurringQueues.map((queue) => ({ queue, cron: schedule[queue].cron, timeZone: scheduleZone }))

/** Begins to work: sends the mails that wait, and does what recurs, now and by its schedule. */
export const beginWork = async ({ context, mailer, runner }: Worker, log: WorkLog): Promise<void> => {
  await runner.work({
    'send-mail': ({ mailId }, lastTry) => deliverMail(context, mailer, mailId, lastTry),
    'scan-file': async ({ sha256 }, lastTry) => {
      await scanFile(context, sha256, announceInfection(context), lastTry)
    },
    recurring: workOn(context, log)
  })
  await runner.repeat(recurrences())
  log.info({ schedule: recurrences() }, 'the schedule is on')
}
