import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { IndicatorYear } from '../scheme/indicator.ts'
import type { RenewedCertificate } from './report.ts'

/** What a meeting shows of slices that know of this one, given to it where the portal is put together. */
export type MeetingSources = {
  /** The certificates that applications brought, by the application's key. */
  readonly certificatesOf: (
    db: Database,
    applicationIds: readonly string[]
  ) => Promise<ReadonlyMap<string, RenewedCertificate>>
  readonly indicatorOn: (db: Database, on: CalendarDate) => Promise<readonly IndicatorYear[]>
}
