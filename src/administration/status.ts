import type { DatabaseState } from '../platform/database-state.ts'
import type { DiskSpace } from '../platform/disk-space.ts'
import type { TroubledMail } from '../platform/mail-state.ts'
import type { QueueState } from '../platform/queue-state.ts'

/** A run of work that has finished. */
export type FinishedRun = {
  readonly work: string
  readonly outcome: 'done' | 'failed'
  readonly finishedAt: Date
  readonly details: Readonly<Record<string, unknown>>
}

/** How the portal is, as far as it can tell by itself. */
export type Status = {
  readonly now: Date
  readonly queues: readonly QueueState[]
  readonly mails: readonly TroubledMail[]
  readonly runs: readonly FinishedRun[]
  /** What has to be done every day. */
  readonly expectedWork: readonly string[]
  readonly database: DatabaseState
  /** Migrations that this version comes with. */
  readonly migrationsKnown: number
  readonly disk: DiskSpace | null
  /** When the city's signing certificate ends; null where certificates carry no signature. */
  readonly signingUntil: Date | null
}
