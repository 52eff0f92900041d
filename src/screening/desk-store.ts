import { and, asc, count, desc, eq, ilike, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { ApplicationStatus, Route } from '../applications/application-status.ts'
import { applications, submissions } from '../applications/table.ts'
import { toFullWidthKatakana } from '../companies/kana.ts'
import { companies } from '../companies/table.ts'
import { dateOf } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { DeskCase } from './desk.ts'
import { correctionRequests, routeChoices } from './table.ts'

/** Which cases, in which order. Draft applications are the company's own business and never among them. */
export type DeskQuestion = {
  readonly statuses: readonly ApplicationStatus[]
  /** Part of the name, its reading in any kana, or the receipt number; empty for all. */
  readonly search: string
  readonly newestFirst: boolean
}

/** A place in the list: the cases on one side of the case with this id. */
export type DeskPlace = { readonly side: 'after' | 'before'; readonly id: string }

const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

const found = (search: string): SQL | undefined => {
  const typed = search.trim()
  if (typed === '') return undefined
  const plain = typed.normalize('NFKC')
  return or(
    ilike(companies.name, pattern(typed)),
    ilike(companies.name, pattern(plain)),
    ilike(companies.nameKana, pattern(toFullWidthKatakana(typed))),
    ilike(applications.number, pattern(plain))
  )
}

const asked = ({ statuses, search }: DeskQuestion): SQL | undefined =>
  and(inArray(applications.status, [...statuses]), isNotNull(applications.number), found(search))

const beyond = ({ side, id }: DeskPlace, newestFirst: boolean): SQL => {
  const place = sql`(select "placed"."submitted_at", "placed"."id" from ${applications} as "placed" where "placed"."id" = ${id})`
  return (side === 'after') === newestFirst
    ? sql`(${applications.submittedAt}, ${applications.id}) < ${place}`
    : sql`(${applications.submittedAt}, ${applications.id}) > ${place}`
}

const deadline = sql<string | null>`(
  select ${correctionRequests.deadline}::text from ${correctionRequests}
  where ${correctionRequests.applicationId} = ${applications.id}
  order by ${correctionRequests.id} desc limit 1
)`

const route = sql<Route | null>`(
  select ${routeChoices.route} from ${routeChoices}
  where ${routeChoices.applicationId} = ${applications.id} and ${routeChoices.round} = (
    select max(${submissions.round}) from ${submissions} where ${submissions.applicationId} = ${applications.id}
  )
  order by ${routeChoices.id} desc limit 1
)`

const select = (db: Database) =>
  db
    .select({
      id: applications.id,
      number: applications.number,
      companyName: companies.name,
      nameKana: companies.nameKana,
      industry: companies.industry,
      employees: companies.employees,
      kind: applications.kind,
      route,
      status: applications.status,
      submittedAt: applications.submittedAt,
      correctionDeadline: deadline
    })
    .from(applications)
    .innerJoin(companies, eq(companies.id, applications.companyId))

type Row = Awaited<ReturnType<typeof select>>[number]

const caseOf = ({ number, submittedAt, ...row }: Row): readonly DeskCase[] =>
  number === null || submittedAt === null ? [] : [{ ...row, number, receivedOn: dateOf(submittedAt) }]

const ordered = (newestFirst: boolean) => {
  const order = newestFirst ? desc : asc
  return [order(applications.submittedAt), order(applications.id)] as const
}

/** All cases that are asked for. */
export const deskCases = async (db: Database, question: DeskQuestion): Promise<readonly DeskCase[]> =>
  (
    await select(db)
      .where(asked(question))
      .orderBy(...ordered(question.newestFirst))
  ).flatMap(caseOf)

/** One page of the cases that are asked for, by key, and whether there are more on either side. */
export const deskPage = async (
  db: Database,
  question: DeskQuestion,
  place: DeskPlace | null,
  size: number
): Promise<{ readonly cases: readonly DeskCase[]; readonly hasPrevious: boolean; readonly hasNext: boolean }> => {
  const backwards = place?.side === 'before'
  const rows = await select(db)
    .where(and(asked(question), place === null ? undefined : beyond(place, question.newestFirst)))
    .orderBy(...ordered(question.newestFirst !== backwards))
    .limit(size + 1)
  const hasMore = rows.length > size
  const shown = rows.slice(0, size).flatMap(caseOf)
  return {
    cases: backwards ? shown.toReversed() : shown,
    hasPrevious: backwards ? hasMore : place !== null,
    hasNext: backwards ? true : hasMore
  }
}

/** How many submitted applications are in each state. */
export const countCases = async (db: Database): Promise<ReadonlyMap<ApplicationStatus, number>> => {
  const rows = await db
    .select({ status: applications.status, value: count() })
    .from(applications)
    .where(isNotNull(applications.number))
    .groupBy(applications.status)
  return new Map(rows.map(({ status, value }) => [status, value]))
}
