import { removeEndedSignIns } from '../accounts/remove-ended-sign-ins.ts'
import { keepNightlyBackup } from '../backups/keep-nightly-backup.ts'
import { remindMembers } from '../committee/remind-members.ts'
import type { Context } from '../platform/context.ts'
import type { RecurringQueue } from '../platform/jobs.ts'
import { eraseWhatIsOver } from '../privacy/erase-what-is-over.ts'
import { remindCompanies } from '../renewals/remind-companies.ts'
import { scanFiles } from '../scanning/scan-files.ts'
import { announceInfection } from '../screening/announce-infection.ts'
import { checkStoredFiles } from '../upkeep/check-stored-files.ts'
import { removeOldWorkRuns } from '../upkeep/remove-old-work-runs.ts'
import { removeUnusedFiles } from '../upkeep/remove-unused-files.ts'

/**
 * Work that the portal does by itself. It may run again at any time and on several workers at once: whatever it tells
 * people of, it claims first. It answers with figures (and hashes of files) for the log, reports single failures, and throws to be tried again.
 */
export type RecurringWork = {
  /** When, in `scheduleZone`: minute, hour, day, month, weekday. */
  readonly cron: string
  readonly run: (
    context: Context,
    report: (error: unknown) => void
  ) => Promise<Readonly<Record<string, number | readonly string[]>>>
}

export const scheduleZone = 'Asia/Tokyo'

/** Everything that recurs, on one page; each is also done once when a worker starts. */
export const schedule: Readonly<Record<RecurringQueue, RecurringWork>> = {
  // In the morning, when somebody at the company reads it.
  'renewal-reminders': { cron: '0 8 * * *', run: remindCompanies },
  'meeting-reminders': { cron: '0 8 * * *', run: remindMembers },
  'sign-in-clearance': { cron: '20 7 * * *', run: removeEndedSignIns },
  'work-clearance': { cron: '25 7 * * *', run: removeOldWorkRuns },
  'nightly-backup': { cron: '30 2 * * *', run: keepNightlyBackup },
  // What the queue did not get scanned, and what came before there was a scanner.
  'file-scans': {
    cron: '15 * * * *',
    run: (context, report) => scanFiles(context, announceInfection(context), report)
  },
  // At night, when nobody uploads; the clearing first, so that nothing is looked at in vain.
  'file-clearing': { cron: '30 1 * * *', run: removeUnusedFiles },
  'file-audit': { cron: '0 2 * * *', run: checkStoredFiles },
  // After the backup, so that a mistake in the rules can be mended from it.
  retention: { cron: '30 3 * * *', run: eraseWhatIsOver }
}
