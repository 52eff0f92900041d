import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { SubmissionContent } from '../applications/application.ts'
import { applications, submissions } from '../applications/table.ts'
import { isCertifiedOn } from '../certificates/certification-days-store.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import { decisions } from '../decisions/table.ts'
import type { Database } from '../platform/database.ts'
import { publicitySettings, publicityStatements } from '../publicity/table.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { makerVersion } from './entry-content.ts'
import type { EntrySource } from './entry-source.ts'
import { directoryEntries } from './table.ts'

const periodsOf = (wanted: SQL) =>
  sql`(select ${wanted} from ${certificationPeriods} as "of_it" where "of_it"."certification_id" = ${certifications.id})`

const latestSubmission = sql`(
  select "sent"."id" from ${submissions} as "sent"
  where "sent"."application_id" = ${applications.id} order by "sent"."round" desc limit 1
)`

const approvedStatement = sql`(
  select "said"."id" from ${publicityStatements} as "said"
  where "said"."company_id" = ${companies.id} and "said"."outcome" = 'approved' order by "said"."id" desc limit 1
)`

/** Names the versions of everything that an entry is made from. */
const madeFrom = sql<string>`concat_ws(' ',
  ${String(makerVersion)}::text, ${periodsOf(sql`count(*)`)}, ${applications.id}, coalesce(${decisions.id}::text, 'paper'),
  coalesce(${latestSubmission}::text, 'none'), ${companies.version},
  coalesce(${publicitySettings.version}, 0), coalesce(${approvedStatement}::text, 'none')
)`

const isLatestPeriod = and(
  eq(certificationPeriods.certificationId, certifications.id),
  eq(certificationPeriods.renewalCount, periodsOf(sql`max("of_it"."renewal_count")`))
)

/** A certification that is asked for, with what its entry would be made from and what the one that there is was made from. */
export type Freshness = {
  readonly certificationId: string
  readonly number: number
  readonly madeFrom: string
  /** Null where there is no entry yet. */
  readonly entryMadeFrom: string | null
}

const freshness = (db: Database, where: SQL | undefined): Promise<readonly Freshness[]> =>
  db
    .select({
      certificationId: certifications.id,
      number: certifications.number,
      madeFrom,
      entryMadeFrom: directoryEntries.madeFrom
    })
    .from(certifications)
    .innerJoin(certificationPeriods, isLatestPeriod)
    .innerJoin(applications, eq(applications.id, certificationPeriods.applicationId))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .leftJoin(publicitySettings, eq(publicitySettings.companyId, companies.id))
    .leftJoin(directoryEntries, eq(directoryEntries.certificationId, certifications.id))
    .where(where)

/** Every certification by which a company is certified on a day, and whether its entry is fresh. */
export const certifiedFreshness = (db: Database, on: CalendarDate): Promise<readonly Freshness[]> =>
  freshness(db, isCertifiedOn(on))

/** The same of one certification by its number, where it certifies on the day; null otherwise. */
export const findFreshness = async (db: Database, number: number, on: CalendarDate): Promise<Freshness | null> => {
  const [row] = await freshness(db, and(eq(certifications.number, number), isCertifiedOn(on)))
  return row ?? null
}

const columns = {
  certificationId: certifications.id,
  companyId: companies.id,
  madeFrom,
  certification: {
    number: certifications.number,
    firstStartsOn: sql<CalendarDate>`${periodsOf(sql`min("of_it"."starts_on")::text`)}`,
    firstRenewalCount: sql`${periodsOf(sql`min("of_it"."renewal_count")`)}`.mapWith(Number),
    startsOn: certificationPeriods.startsOn,
    endsOn: certificationPeriods.endsOn,
    renewalCount: certificationPeriods.renewalCount,
    edition: applications.edition,
    evaluationYear: applications.evaluationYear,
    basis: decisions.basis,
    // Not the whole submission: it also holds who is asked and which files were sent.
    content: sql<Pick<SubmissionContent, 'marks' | 'evidence'> | null>`(
      select json_build_object('marks', "kept"."content"->'marks', 'evidence', "kept"."content"->'evidence')
      from ${submissions} as "kept" where "kept"."id" = ${latestSubmission}
    )`
  },
  company: {
    name: companies.name,
    nameKana: companies.nameKana,
    legalEntityNumber: companies.legalEntityNumber,
    industry: companies.industry,
    employees: companies.employees,
    address: companies.address,
    website: companies.website,
    business: companies.business,
    culture: companies.culture
  },
  shown: publicitySettings.shown,
  jobsUrl: publicitySettings.jobsUrl,
  statementId: publicityStatements.id,
  words: publicityStatements.words,
  photo: publicityStatements.photo,
  photoDescription: publicityStatements.photoDescription,
  logo: publicityStatements.logo
}

/** What an entry is made from, with the name of its versions, read at one moment. */
export type VersionedSource = EntrySource & { readonly madeFrom: string }

const sources = async (db: Database, where: SQL | undefined): Promise<readonly VersionedSource[]> => {
  const rows = await db
    .select(columns)
    .from(certifications)
    .innerJoin(certificationPeriods, isLatestPeriod)
    .innerJoin(applications, eq(applications.id, certificationPeriods.applicationId))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .leftJoin(publicitySettings, eq(publicitySettings.companyId, companies.id))
    .leftJoin(publicityStatements, eq(publicityStatements.id, approvedStatement))
    .where(where)
  return rows.map(
    ({ shown, jobsUrl, statementId, words, photo, photoDescription, logo, ...source }): VersionedSource => ({
      ...source,
      publicity: {
        shown: shown ?? [],
        jobsUrl: jobsUrl ?? '',
        statement:
          statementId === null ? null : { words: words ?? '', photo, photoDescription: photoDescription ?? '', logo }
      }
    })
  )
}

/** The sources of some certifications, in no order. */
export const sourcesOf = (db: Database, certificationIds: readonly string[]): Promise<readonly VersionedSource[]> =>
  sources(db, inArray(certifications.id, [...certificationIds]))

/** The sources of the certification that a company received last; null where it never had one. */
export const findSourceOf = async (db: Database, companyId: string): Promise<EntrySource | null> => {
  const all = await sources(db, eq(certifications.companyId, companyId))
  return all.toSorted((one, other) => other.certification.number - one.certification.number)[0] ?? null
}
