import { and, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { applications, submissions } from '../applications/table.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import { certificationPeriods, certifications } from './table.ts'

// For queries that select from `certifications` joined with something, so that its columns are named in full.

const ofCertification = sql`from ${certificationPeriods} as "of_it" where "of_it"."certification_id" = ${certifications.id}`

const firstDay = sql`(select min("of_it"."starts_on") ${ofCertification})`

/** The last day of a certification's latest period. */
export const latestEndsOn = sql<CalendarDate>`(select max("of_it"."ends_on")::text ${ofCertification})`

/**
 * The last day on which a renewal keeps a certification beyond its period: one that was first sent on or before the last
 * day of the period it follows, while it is being examined. A refusal or a withdrawal ends that on its own day. Renewals
 * that were certified have a period of their own. Null where there is none.
 */
export const continuedUntil = sql<CalendarDate | null>`(
  select max(case
    when "renewal"."status" in ('refused', 'withdrawn')
    then ("renewal"."status_since" at time zone 'Asia/Tokyo')::date - 1
    else date '9999-12-31'
  end)::text
  from ${certificationPeriods} as "renewed"
  join ${applications} as "renewal" on "renewal"."renews" = "renewed"."application_id"
  join ${submissions} as "sent" on "sent"."application_id" = "renewal"."id" and "sent"."round" = 1
  where "renewed"."certification_id" = ${certifications.id}
    and "sent"."submitted_on" <= "renewed"."ends_on"
    and "renewal"."status" <> 'certified'
)`

const isNotEndedOn = (day: CalendarDate) => or(isNull(certifications.endedOn), gt(certifications.endedOn, day))

/** Whether a certification holds on a day, or will by a period that begins later. */
export const standsOn = (day: CalendarDate): SQL | undefined =>
  and(isNotEndedOn(day), sql`(${latestEndsOn} >= ${day} or ${continuedUntil} >= ${day})`)

/**
 * Whether a company is certified on a day by a certification: within a period, both ends included, or after it while a
 * renewal that was sent in time is being examined, and neither surrendered nor revoked. Periods follow each other without
 * a gap. The one place that says so in SQL; `validityOn` says the same of a single certificate.
 */
export const isCertifiedOn = (day: CalendarDate): SQL | undefined => and(standsOn(day), sql`${firstDay} <= ${day}`)
