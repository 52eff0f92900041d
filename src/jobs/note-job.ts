import { SpanKind } from '@opentelemetry/api'
import { type Tracing, within } from '../platform/tracing.ts'

/** Where a worker says what it did and what went wrong. */
export type WorkLog = Readonly<Record<'info' | 'error', (details: object, message: string) => void>>

/** Who watches over the work. */
export type Watching = { readonly tracing: Tracing | null; readonly log: WorkLog }

/** A try of a job, as the log names it: the mail or file that it is about beside it. */
export type Try = {
  readonly queue: string
  readonly jobId: string
  readonly mailId?: string
  readonly sha256?: string
}

/** Does a try of a job within a span of its own. The work is told with what its lines in the log begin. */
export const traceJob = <T>(tracing: Tracing | null, job: Try, work: (told: object) => Promise<T>): Promise<T> => {
  const attributes = { 'wlgb.job.queue': job.queue, 'wlgb.job.id': job.jobId }
  const step = { name: `job ${job.queue}`, kind: SpanKind.CONSUMER, attributes }
  return within(tracing, step, (traceId) => work(traceId === null ? job : { ...job, traceId }))
}

/** Does a try of a job, in a span, with a line in the log for its end; hands on what it threw. */
export const noteJob = (
  { tracing, log }: Watching,
  job: Try,
  lastTry: boolean,
  work: () => Promise<unknown>
): Promise<void> =>
  traceJob(tracing, job, async (told) => {
    try {
      await work()
      log.info(told, 'a job is done')
    } catch (err) {
      log.error({ ...told, err }, `a job failed and is ${lastTry ? 'given up' : 'tried again'}`)
      throw err
    }
  })
