import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { isCertifiedOn } from '../certificates/certification-days-store.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import { decisions } from '../decisions/table.ts'
import type { Database } from '../platform/database.ts'
import { publicitySettings, publicityStatements } from '../publicity/table.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { makerVersion } from './entry-content.ts'
import { directoryEntries } from './table.ts'

/** What is asked of all periods of a certification, grouped once: a search of its own for each would be most of the work. */
export const periodsIn = (db: Database) =>
  db
    .select({
      certificationId: certificationPeriods.certificationId,
      count: sql<number>`count(*)`.as('period_count'),
      first: sql`min(${certificationPeriods.renewalCount})`.mapWith(Number).as('first_count'),
      latest: sql<number>`max(${certificationPeriods.renewalCount})`.as('latest_count'),
      firstStartsOn: sql<CalendarDate>`min(${certificationPeriods.startsOn})::text`.as('first_starts_on')
    })
    .from(certificationPeriods)
    .groupBy(certificationPeriods.certificationId)
    .as('periods')

/** The statement of each company that was approved last. */
export const approvedIn = (db: Database) =>
  db
    .selectDistinctOn([publicityStatements.companyId], {
      companyId: publicityStatements.companyId,
      id: publicityStatements.id
    })
    .from(publicityStatements)
    .where(eq(publicityStatements.outcome, 'approved'))
    .orderBy(publicityStatements.companyId, desc(publicityStatements.id))
    .as('approved')

/** What every certification and company is joined with. */
export type Groups = {
  readonly periods: ReturnType<typeof periodsIn>
  readonly approved: ReturnType<typeof approvedIn>
}

/** The latest of a certification's periods. */
export const isLatestOf = ({ periods }: Pick<Groups, 'periods'>): SQL | undefined =>
  and(
    eq(certificationPeriods.certificationId, certifications.id),
    eq(certificationPeriods.renewalCount, periods.latest)
  )

/**
 * Names the versions of everything that an entry is made from. What was sent of an application is settled once it is
 * certified, so the application's name stands for that too.
 */
export const madeFromOf = ({ periods, approved }: Groups): SQL<string> =>
  sql<string>`concat_ws(' ',
    ${String(makerVersion)}::text, ${periods.count}, ${certificationPeriods.applicationId},
    coalesce(${decisions.id}::text, 'paper'), ${companies.version}, coalesce(${publicitySettings.version}, 0),
    coalesce(${approved.id}::text, 'none')
  )`

/** A certification that is asked for, with what its entry would be made from and what the one that there is was made from. */
export type Freshness = {
  readonly certificationId: string
  readonly number: number
  /** Names the versions of everything that an entry is made from. */
  readonly madeFrom: string
  /** Null where there is no entry yet. */
  readonly entryMadeFrom: string | null
  readonly nameKana: string
  readonly industry: string
  readonly certifiedSince: CalendarDate
  /** As the entry has them, fresh or not; null where there is none. */
  readonly size: string | null
  readonly passedCategories: readonly number[] | null
  readonly measures: readonly string[] | null
}

const freshness = (db: Database, where: SQL | undefined): Promise<readonly Freshness[]> => {
  const [periods, approved] = [periodsIn(db), approvedIn(db)]
  return db
    .select({
      certificationId: certifications.id,
      number: certifications.number,
      madeFrom: madeFromOf({ periods, approved }),
      entryMadeFrom: directoryEntries.madeFrom,
      nameKana: companies.nameKana,
      industry: companies.industry,
      certifiedSince: periods.firstStartsOn,
      size: directoryEntries.size,
      passedCategories: directoryEntries.passedCategories,
      measures: directoryEntries.measures
    })
    .from(certifications)
    .innerJoin(periods, eq(periods.certificationId, certifications.id))
    .innerJoin(certificationPeriods, isLatestOf({ periods }))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .leftJoin(decisions, eq(decisions.applicationId, certificationPeriods.applicationId))
    .leftJoin(publicitySettings, eq(publicitySettings.companyId, companies.id))
    .leftJoin(approved, eq(approved.companyId, companies.id))
    .leftJoin(directoryEntries, eq(directoryEntries.certificationId, certifications.id))
    .where(where)
}

/** Every certification by which a company is certified on a day, and whether its entry is fresh. */
export const certifiedFreshness = (db: Database, on: CalendarDate): Promise<readonly Freshness[]> =>
  freshness(db, isCertifiedOn(on))

/** The same of one certification by its number, where it certifies on the day; null otherwise. */
export const findFreshness = async (db: Database, number: number, on: CalendarDate): Promise<Freshness | null> => {
  const [row] = await freshness(db, and(eq(certifications.number, number), isCertifiedOn(on)))
  return row ?? null
}
