import { and, asc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import { applications, submissions } from '../applications/table.ts'
import { dateOf } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { routeChoices } from '../screening/table.ts'
import { caseColumns, isLatestRound } from './agenda-store.ts'
import type { DecidedRenewal } from './report.ts'
import { reportedRenewals } from './table.ts'

/** The way that was chosen last for a renewal. */
const latestRoute = (db: Database) =>
  db
    .select({ route: routeChoices.route })
    .from(routeChoices)
    .where(eq(routeChoices.applicationId, applications.id))
    .orderBy(sql`${routeChoices.id} desc`)
    .limit(1)

const withDay = (rows: readonly Omit<DecidedRenewal, 'decidedOn'>[]): readonly DecidedRenewal[] =>
  rows.map((row) => ({ ...row, decidedOn: dateOf(row.statusSince) }))

const decidedAlone = (db: Database, where: SQL | undefined) =>
  db
    .select(caseColumns)
    .from(applications)
    .innerJoin(submissions, isLatestRound)
    .where(
      and(
        eq(applications.kind, 'renewal'),
        eq(applications.status, 'certified'),
        sql`(${latestRoute(db)}) = 'simplified'`,
        where
      )
    )
    .orderBy(asc(applications.statusSince), asc(applications.id))

/** Renewals that were decided without the committee and have not been reported to it, in the order of their decisions. */
export const unreportedRenewals = async (db: Database): Promise<readonly DecidedRenewal[]> => {
  const reported = db
    .select({ one: sql`1` })
    .from(reportedRenewals)
    .where(eq(reportedRenewals.applicationId, applications.id))
  return withDay(await decidedAlone(db, notExists(reported)))
}

/** What was reported at a meeting that is closed, in the order of the decisions. */
export const renewalsReportedAt = async (db: Database, meetingId: string): Promise<readonly DecidedRenewal[]> =>
  withDay(
    await db
      .select(caseColumns)
      .from(reportedRenewals)
      .innerJoin(applications, eq(applications.id, reportedRenewals.applicationId))
      .leftJoin(submissions, isLatestRound)
      .where(eq(reportedRenewals.meetingId, meetingId))
      .orderBy(asc(applications.statusSince), asc(applications.id))
  )

/** Fixes what a meeting was told. A renewal that another meeting was told of in the meantime stays with that one. */
export const insertReported = async (
  tx: Database,
  rows: readonly (typeof reportedRenewals.$inferInsert)[]
): Promise<number> => {
  if (rows.length === 0) return 0
  const inserted = await tx
    .insert(reportedRenewals)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ applicationId: reportedRenewals.applicationId })
  return inserted.length
}
