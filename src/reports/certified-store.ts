import { and, asc, between, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { SubmissionContent } from '../applications/application.ts'
import { applications, submissions } from '../applications/table.ts'
import { certificationPeriods, certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import { decisions } from '../decisions/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

const latestContent = sql<SubmissionContent | null>`(
  select "sent"."content" from ${submissions} as "sent"
  where "sent"."application_id" = ${applications.id} order by "sent"."round" desc limit 1
)`

/**
 * The certifications that were decided between two days, both included, in the order of their decisions, with the company
 * as it is now. What was surrendered or revoked by `on` is left out: it is not honoured in public.
 */
export const certifiedBetween = (
  db: Database,
  period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate },
  on: CalendarDate
) =>
  db
    .select({
      applicationId: applications.id,
      kind: applications.kind,
      edition: applications.edition,
      evaluationYear: applications.evaluationYear,
      number: certifications.number,
      period: { startsOn: certificationPeriods.startsOn, endsOn: certificationPeriods.endsOn },
      decidedOn: decisions.decidedOn,
      basis: decisions.basis,
      company: companies,
      content: latestContent
    })
    .from(decisions)
    .innerJoin(applications, eq(applications.id, decisions.applicationId))
    .innerJoin(certificationPeriods, eq(certificationPeriods.applicationId, applications.id))
    .innerJoin(certifications, eq(certifications.id, certificationPeriods.certificationId))
    .innerJoin(companies, eq(companies.id, certifications.companyId))
    .where(
      and(
        eq(decisions.outcome, 'certified'),
        between(decisions.decidedOn, period.startsOn, period.endsOn),
        or(isNull(certifications.endedOn), gt(certifications.endedOn, on))
      )
    )
    .orderBy(asc(decisions.decidedOn), asc(certifications.number))
