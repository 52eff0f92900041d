import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { applicationSections, applications, attachments } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import type { Database } from '../platform/database.ts'
import { notices } from '../platform/table.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { draftWarningKind } from './draft-step.ts'

/** An application that the city never received. */
export type UnsentApplication = {
  readonly id: string
  readonly companyId: string
  readonly companyName: string
  readonly kind: 'initial' | 'renewal'
  /** Taken back by the company before it was sent. */
  readonly isWithdrawn: boolean
  /** The last save of anything that would be sent: answers, files, the company's profile. */
  readonly lastSavedOn: CalendarDate
  /** Of a renewal, the last day of the period that it follows; null where that certification was ended, and for others. */
  readonly periodEndsOn: CalendarDate | null
}

const inTokyo = (instant: SQL) => sql<CalendarDate>`(${instant} at time zone 'Asia/Tokyo')::date::text`

const lastSaved = sql`case when ${applications.status} = 'withdrawn' then ${applications.statusSince} else greatest(
  ${applications.begunAt},
  ${companies.updatedAt},
  (select max("saved"."updated_at") from ${applicationSections} as "saved" where "saved"."application_id" = ${applications.id}),
  (select max(greatest("file"."added_at", "file"."removed_at")) from ${attachments} as "file" where "file"."application_id" = ${applications.id})
) end`

const unsent = and(
  isNull(applications.number),
  or(eq(applications.status, 'draft'), eq(applications.status, 'withdrawn'))
)

const select = (db: Database) =>
  db
    .select({
      id: applications.id,
      companyId: applications.companyId,
      companyName: companies.name,
      kind: applications.kind,
      isWithdrawn: sql<boolean>`${applications.status} = 'withdrawn'`,
      lastSavedOn: inTokyo(lastSaved),
      periodEndsOn: certificationPeriods.endsOn
    })
    .from(applications)
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .leftJoin(certifications, and(eq(certifications.companyId, companies.id), isNull(certifications.endedOn)))
    .leftJoin(
      certificationPeriods,
      and(
        eq(certificationPeriods.applicationId, applications.renews),
        eq(certificationPeriods.certificationId, certifications.id)
      )
    )

/** Rows of a company with several certifications come several times; the one with the period counts. */
const each = (rows: readonly UnsentApplication[]): readonly UnsentApplication[] => {
  const byId = new Map<string, UnsentApplication>()
  for (const row of rows) if (row.periodEndsOn !== null || !byId.has(row.id)) byId.set(row.id, row)
  return [...byId.values()]
}

/** All applications that were never sent and were begun before an instant, the oldest first. */
export const unsentBegunBefore = async (db: Database, before: Date): Promise<readonly UnsentApplication[]> =>
  each(
    await select(db)
      .where(and(unsent, sql`${applications.begunAt} < ${before.toISOString()}`))
      .orderBy(applications.id)
  )

/** An application that was never sent, or null. */
export const findUnsent = async (db: Database, id: string): Promise<UnsentApplication | null> =>
  each(await select(db).where(and(unsent, eq(applications.id, id))))[0] ?? null

/** What a company entered and never sent. */
export const unsentOf = async (db: Database, companyId: string): Promise<readonly UnsentApplication[]> =>
  each(await select(db).where(and(unsent, eq(applications.companyId, companyId))))

/** On which day each warning about a draft was sent, by occasion. */
export const warningsAbout = async (
  db: Database,
  applicationId: string
): Promise<ReadonlyMap<string, CalendarDate>> => {
  const rows = await db
    .select({ occasion: notices.occasion, sentOn: inTokyo(sql`${notices.sentAt}`) })
    .from(notices)
    .where(and(eq(notices.kind, draftWarningKind), eq(notices.subjectId, applicationId)))
  return new Map(rows.map(({ occasion, sentOn }) => [occasion, sentOn]))
}
