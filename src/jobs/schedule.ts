import { removeEndedSignIns } from '../accounts/remove-ended-sign-ins.ts'
import { keepNightlyBackup } from '../backups/keep-nightly-backup.ts'
import { remindMembers } from '../committee/remind-members.ts'
import type { Context } from '../platform/context.ts'
import type { RecurringQueue } from '../platform/jobs.ts'
import { remindCompanies } from '../renewals/remind-companies.ts'

/**
 * Work that the portal does by itself. It may run again at any time and on several workers at once: whatever it tells
 * people of, it claims first. It answers with figures for the log, reports single failures, and throws to be tried again.
 */
export type RecurringWork = {
  /** When, in `scheduleZone`: minute, hour, day, month, weekday. */
  readonly cron: string
  readonly run: (context: Context, report: (error: unknown) => void) => Promise<Readonly<Record<string, number>>>
}

export const scheduleZone = 'Asia/Tokyo'

/** Everything that recurs, on one page; each is also done once when a worker starts. */
export const schedule: Readonly<Record<RecurringQueue, RecurringWork>> = {
  // In the morning, when somebody at the company reads it.
  'renewal-reminders': { cron: '0 8 * * *', run: remindCompanies },
  'meeting-reminders': { cron: '0 8 * * *', run: remindMembers },
  'sign-in-clearance': { cron: '20 7 * * *', run: removeEndedSignIns },
  'nightly-backup': { cron: '30 2 * * *', run: keepNightlyBackup }
}
