import type { Metrics } from '../platform/metrics.ts'

/** What the administrator's page and the metrics look at beside the database's contents. */
export type Watch = {
  /** The folder on whose disk the portal keeps its data. */
  readonly dataFolder: string
  /** This process's connections to the database; null for the embedded one, which has none. */
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number } | null
  /** Null when nobody may read any. */
  readonly metrics: Metrics | null
}
