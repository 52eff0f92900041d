import type { Scheme } from '../scheme/scheme.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { DocumentSigner } from './document-signer.ts'
import type { FileScanner } from './file-scanner.ts'
import type { Ids } from './ids.ts'
import type { Jobs } from './jobs.ts'

/** Where and how the portal keeps a backup of every night. */
export type BackupPlan = {
  readonly folder: string
  /** How many of the newest are kept. */
  readonly keep: number
  /** 32 bytes that seal them; null when they are not sealed. */
  readonly key: Buffer | null
  /** Whether the database has one connection for all: see `BackupSource`. */
  readonly oneConnection: boolean
}

/** What every use case receives of the world; nothing below reads it by itself. */
export type Context = {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly jobs: Jobs
  readonly scheme: Scheme
  /** Where people reach the portal, without a trailing slash. */
  readonly baseUrl: string
  /** The city's electronic signature; null when none is set up. */
  readonly signer: DocumentSigner | null
  /** Looks for viruses in what people hand in; null when none is set up, and then nothing is held back. */
  readonly scanner: FileScanner | null
  /** Whether certificates are had as verifiable credentials too. */
  readonly offersCredentials: boolean
  /** null when the portal makes no backups by itself. */
  readonly backups: BackupPlan | null
}
