import type { Context } from '../platform/context.ts'
import { type JobRunner, type Recurrence, type RecurringQueue, recurringQueues } from '../platform/jobs.ts'
import type { Mailer } from '../platform/mailer.ts'
import { deliverMail } from '../platform/outbox.ts'
import type { Tracing } from '../platform/tracing.ts'
import { recordWorkRun } from '../platform/work-runs.ts'
import { scanFile } from '../scanning/scan-file.ts'
import { announceInfection } from '../screening/announce-infection.ts'
import { noteJob, traceJob, type Watching, type WorkLog } from './note-job.ts'
import { schedule, scheduleZone } from './schedule.ts'

/** What a worker works with. */
export type Worker = {
  readonly context: Context
  readonly mailer: Mailer
  readonly runner: JobRunner
  readonly tracing: Tracing | null
}

const workOn =
  (context: Context, { tracing, log }: Watching) =>
  (queue: RecurringQueue, lastTry: boolean, jobId: string): Promise<void> =>
    traceJob(tracing, { queue, jobId }, async (told) => {
      const startedAt = context.clock.now()
      try {
        const done = await schedule[queue].run(context, (err) =>
          log.error({ ...told, err }, 'part of recurring work failed')
        )
        await recordWorkRun(context.db, context, { work: queue, startedAt, outcome: 'done', details: done })
        log.info({ ...told, ...done }, 'recurring work is done')
      } catch (err) {
        // What made the work fail may be the database itself: the failure to note it must not hide the first.
        await recordWorkRun(context.db, context, { work: queue, startedAt, outcome: 'failed', details: {} }).catch(
          (unnoted: unknown) => log.error({ ...told, err: unnoted }, 'a failed run could not be recorded')
        )
        log.error({ ...told, err }, `recurring work failed and is tried again ${lastTry ? 'at its next time' : 'soon'}`)
        throw err
      }
    })

const recurrences = (): readonly Recurrence[] =>
  recurringQueues.map((queue) => ({ queue, cron: schedule[queue].cron, timeZone: scheduleZone }))

/** Begins to work: sends the mails that wait, and does what recurs, now and by its schedule. */
export const beginWork = async ({ context, mailer, runner, tracing }: Worker, log: WorkLog): Promise<void> => {
  const watching = { tracing, log }
  await runner.work({
    'send-mail': ({ mailId }, lastTry, jobId) =>
      noteJob(watching, { queue: 'send-mail', jobId, mailId }, lastTry, () =>
        deliverMail(context, mailer, mailId, lastTry)
      ),
    'scan-file': ({ sha256 }, lastTry, jobId) =>
      noteJob(watching, { queue: 'scan-file', jobId, sha256 }, lastTry, () =>
        scanFile(context, sha256, announceInfection(context), lastTry)
      ),
    recurring: workOn(context, watching)
  })
  await runner.repeat(recurrences())
  log.info({ schedule: recurrences() }, 'the schedule is on')
}
