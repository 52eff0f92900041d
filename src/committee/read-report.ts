import type { Database } from '../platform/database.ts'
import { endOf, type Meeting } from './meeting.ts'
import { openMeetings } from './meeting-store.ts'
import { type DecidedRenewal, reportAt } from './report.ts'
import { renewalsReportedAt, unreportedRenewals } from './report-store.ts'

/**
 * The after-the-fact report of a meeting: fixed once the meeting is closed, derived while it is open, none where it was
 * called off.
 */
export const readReport = async (db: Database, meeting: Meeting): Promise<readonly DecidedRenewal[]> => {
  const end = endOf(meeting)
  if (end === 'closed') return renewalsReportedAt(db, meeting.id)
  if (end === 'cancelled') return []
  return reportAt(meeting.id, await unreportedRenewals(db), await openMeetings(db))
}
