import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { SubmissionContent } from '../applications/application.ts'
import { applications, submissions } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import { decisions } from '../decisions/table.ts'
import type { Database } from '../platform/database.ts'
import { publicitySettings, publicityStatements } from '../publicity/table.ts'
import type { EntrySource } from './entry-source.ts'
import { approvedIn, type Groups, isLatestOf, madeFromOf, periodsIn } from './freshness-store.ts'

const columns = (groups: Groups) => ({
  certificationId: certifications.id,
  companyId: companies.id,
  madeFrom: madeFromOf(groups),
  certification: {
    number: certifications.number,
    firstStartsOn: groups.periods.firstStartsOn,
    firstRenewalCount: groups.periods.first,
    startsOn: certificationPeriods.startsOn,
    endsOn: certificationPeriods.endsOn,
    renewalCount: certificationPeriods.renewalCount,
    edition: applications.edition,
    evaluationYear: applications.evaluationYear,
    basis: decisions.basis,
    // Not the whole submission: it also holds who is asked and which files were sent.
    content: sql<Pick<SubmissionContent, 'marks' | 'evidence'> | null>`(
      select json_build_object('marks', "sent"."content"->'marks', 'evidence', "sent"."content"->'evidence')
      from ${submissions} as "sent" where "sent"."application_id" = ${applications.id} order by "sent"."round" desc limit 1
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
})

/** What an entry is made from, with the name of its versions, read at one moment. */
export type VersionedSource = EntrySource & { readonly madeFrom: string }

const sources = async (db: Database, where: SQL | undefined): Promise<readonly VersionedSource[]> => {
  const [periods, approved] = [periodsIn(db), approvedIn(db)]
  const rows = await db
    .select(columns({ periods, approved }))
    .from(certifications)
    .innerJoin(periods, eq(periods.certificationId, certifications.id))
    .innerJoin(certificationPeriods, isLatestOf({ periods }))
    .innerJoin(applications, eq(applications.id, certificationPeriods.applicationId))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .leftJoin(publicitySettings, eq(publicitySettings.companyId, companies.id))
    .leftJoin(approved, eq(approved.companyId, companies.id))
    .leftJoin(publicityStatements, eq(publicityStatements.id, approved.id))
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
