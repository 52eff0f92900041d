import { Gauge, type Registry } from 'prom-client'
import { certificationCounts } from '../certificates/certification-counts-store.ts'
import { today } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { countMailsByState } from '../platform/mail-state.ts'
import { readQueueStates } from '../platform/queue-state.ts'
import type { Watch } from './watch.ts'

type Labelled = readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[]

const gauge = (registry: Registry, name: string, help: string, labelNames: readonly string[]) => {
  const made = new Gauge({ name, help, labelNames, registers: [registry] })
  return (values: Labelled): void => {
    made.reset()
    for (const [labels, value] of values) made.set({ ...labels }, value)
  }
}

/**
 * Adds what the portal itself has to tell: its queues, mails, certificates and database.
 * @returns reads it anew; call it before the figures are given out. While the database is away its figures are absent.
 */
export const addPortalMetrics = (
  registry: Registry,
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { pool }: Pick<Watch, 'pool'>
): (() => Promise<void>) => {
  const up = gauge(registry, 'wlgb_database_up', 'Whether the database answers (1) or not (0).', [])
  const jobs = gauge(registry, 'wlgb_queue_jobs', 'Jobs by queue and state.', ['queue', 'state'])
  const oldest = gauge(registry, 'wlgb_queue_oldest_seconds', 'Age of the oldest waiting job.', ['queue'])
  const mails = gauge(registry, 'wlgb_mails', 'Mails in the outbox by state.', ['state'])
  const issued = gauge(registry, 'wlgb_certificates_issued', 'Certificates that were issued.', [])
  const valid = gauge(registry, 'wlgb_certifications_valid', 'Certifications that hold today.', [])
  const connections = gauge(registry, 'wlgb_database_connections', 'Connections of this process by state.', ['state'])
  const ofDatabase = [jobs, oldest, mails, issued, valid]

  const readDatabase = async (): Promise<void> => {
    const queues = await readQueueStates(db)
    const counts = await countMailsByState(db)
    const certificates = await certificationCounts(db, today(clock))
    jobs(
      queues.flatMap(({ queue, waiting, running, failed }) =>
        Object.entries({ waiting, running, failed }).map(([state, value]) => [{ queue, state }, value] as const)
      )
    )
    oldest(queues.map(({ queue, oldestSeconds }) => [{ queue }, oldestSeconds]))
    mails(Object.entries(counts).map(([state, value]) => [{ state }, value]))
    issued([[{}, certificates.issued]])
    valid([[{}, certificates.valid]])
  }

  return async () => {
    connections(Object.entries(pool() ?? {}).map(([state, value]) => [{ state }, value]))
    try {
      await readDatabase()
      up([[{}, 1]])
    } catch {
      for (const clear of ofDatabase) clear([])
      up([[{}, 0]])
    }
  }
}
