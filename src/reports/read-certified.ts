import { editions } from '../checklist/index.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { achievementsOf } from './achievements.ts'
import type { CeremonyGuest } from './ceremony.ts'
import { certifiedBetween } from './certified-store.ts'
import type { NewsletterCompany } from './newsletter.ts'

type Days = { readonly from: CalendarDate; readonly to: CalendarDate; readonly on: CalendarDate }

const certifiedIn = (db: Database, { from, to, on }: Days) => certifiedBetween(db, { startsOn: from, endsOn: to }, on)

/** The companies whose initial certification was decided from one day to another, both included. */
export const readCeremony = async (db: Database, days: Days): Promise<readonly CeremonyGuest[]> =>
  (await certifiedIn(db, days))
    .filter(({ kind }) => kind === 'initial')
    .map(({ applicationId, number, edition, basis, company, decidedOn, period }) => ({
      applicationId,
      number,
      companyName: company.name,
      nameKana: company.nameKana,
      representativeTitle: company.representativeTitle,
      representativeName: company.representativeName,
      industry: company.industry,
      passedTitles: editions[edition].categories
        .filter((category) => basis.passedCategories.includes(category.number))
        .map(({ title }) => title),
      postalCode: company.postalCode,
      address: company.address,
      decidedOn,
      period
    }))

/** The companies that the newsletter tells of: initial certifications first, then renewals, by number. */
export const readNewsletter = async (db: Database, days: Days): Promise<readonly NewsletterCompany[]> => {
  const companies = (await certifiedIn(db, days)).map(
    ({ number, kind, edition, evaluationYear, basis, company, content }): NewsletterCompany => ({
      companyName: company.name,
      number,
      kind,
      industry: company.industry,
      business: company.business,
      achievements: achievementsOf({
        edition: editions[edition],
        evaluationYear,
        confirmedMarks: basis.confirmedMarks,
        passedCategories: basis.passedCategories,
        evidence: content?.evidence ?? {}
      })
    })
  )
  const byNumber = companies.toSorted((one, other) => one.number - other.number)
  return [...byNumber.filter(({ kind }) => kind === 'initial'), ...byNumber.filter(({ kind }) => kind === 'renewal')]
}
