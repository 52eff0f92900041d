import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { findCase } from '../screening/read-case.ts'
import { endOf, type Meeting } from './meeting.ts'
import type { MeetingSources } from './meeting-sources.ts'
import { openMeetings } from './meeting-store.ts'
import { readChanges } from './read-changes.ts'
import { type DecidedRenewal, type ReportedRenewal, reportAt } from './report.ts'
import { renewalsReportedAt, unreportedRenewals } from './report-store.ts'

/**
 * The renewals on the after-the-fact report of a meeting: fixed once the meeting is closed, derived while it is open, none
 * where it was called off.
 */
export const readReport = async (db: Database, meeting: Meeting): Promise<readonly DecidedRenewal[]> => {
  const end = endOf(meeting)
  if (end === 'closed') return renewalsReportedAt(db, meeting.id)
  if (end === 'cancelled') return []
  return reportAt(meeting.id, await unreportedRenewals(db), await openMeetings(db))
}

/** The same with the certificate that each brought and what changed. */
export const readWholeReport = async (
  { db, scheme }: Pick<Context, 'db' | 'scheme'>,
  meeting: Meeting,
  { certificatesOf }: Pick<MeetingSources, 'certificatesOf'>
): Promise<readonly ReportedRenewal[]> => {
  const renewals = await readReport(db, meeting)
  const certificates = await certificatesOf(
    db,
    renewals.map(({ applicationId }) => applicationId)
  )
  const report: ReportedRenewal[] = []
  for (const renewal of renewals) {
    const file = await findCase(db, renewal.applicationId)
    const changes = file === null ? null : await readChanges(db, scheme, file)
    const certificate = certificates.get(renewal.applicationId) ?? null
    report.push({ ...renewal, certificate, changes: changes?.lines ?? [] })
  }
  return report
}
