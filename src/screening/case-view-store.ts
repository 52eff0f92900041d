import { count, desc, eq, sql } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { CaseView, CaseViewKind } from './case-view.ts'
import { caseViews } from './table.ts'

/** Somebody looks into cases just now. */
export type LookIntoCases = {
  readonly applicationIds: readonly string[]
  readonly userId: string
  readonly role: 'secretariat' | 'committee'
  readonly kind: CaseViewKind
  readonly at: Date
  readonly on: CalendarDate
}

/** Notes that an official looks into cases: the first time of a day a row for each, afterwards one more on its count. */
export const insertViews = async (db: Database, look: LookIntoCases): Promise<void> => {
  const { applicationIds, userId, role, kind, at, on } = look
  if (applicationIds.length === 0) return
  await db
    .insert(caseViews)
    .values(
      // In the order of the key, so that two who open the same papers at once do not wait for each other for ever.
      applicationIds.toSorted().map((applicationId) => ({
        applicationId,
        userId,
        role,
        kind,
        viewedOn: on,
        firstAt: at,
        lastAt: at,
        count: 1
      }))
    )
    .onConflictDoUpdate({
      target: [caseViews.applicationId, caseViews.viewedOn, caseViews.userId, caseViews.kind],
      set: { lastAt: sql`excluded.last_at`, count: sql`${caseViews.count} + 1` }
    })
}

/** Who looked into a case, the latest day first, and on how many days, persons and kinds altogether. */
export const viewsOf = async (
  db: Database,
  applicationId: string,
  limit: number
): Promise<{ readonly views: readonly CaseView[]; readonly total: number }> => {
  const [all] = await db.select({ total: count() }).from(caseViews).where(eq(caseViews.applicationId, applicationId))
  const views = await db
    .select({
      viewedOn: caseViews.viewedOn,
      userName: sql<string>`coalesce(nullif(${users.name}, ''), ${users.email})`,
      role: caseViews.role,
      kind: caseViews.kind,
      firstAt: caseViews.firstAt,
      lastAt: caseViews.lastAt,
      count: caseViews.count
    })
    .from(caseViews)
    .innerJoin(users, eq(users.id, caseViews.userId))
    .where(eq(caseViews.applicationId, applicationId))
    .orderBy(desc(caseViews.viewedOn), desc(caseViews.lastAt))
    .limit(limit)
  return { views, total: all?.total ?? 0 }
}

/** On which days officials looked into a case, by office and without names, as its company is told. */
export const viewDaysOf = (
  db: Database,
  applicationId: string
): Promise<
  readonly { readonly on: CalendarDate; readonly role: 'secretariat' | 'committee'; readonly times: number }[]
> =>
  db
    .select({ on: caseViews.viewedOn, role: caseViews.role, times: sql`sum(${caseViews.count})`.mapWith(Number) })
    .from(caseViews)
    .where(eq(caseViews.applicationId, applicationId))
    .groupBy(caseViews.viewedOn, caseViews.role)
    .orderBy(caseViews.viewedOn, caseViews.role)
