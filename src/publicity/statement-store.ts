import { and, asc, count, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import { isCertifiedOn } from '../certificates/certification-days-store.ts'
import { certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import type { PictureKind } from '../pictures/picture.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Statement, StatementContent, StatementState } from './statement.ts'
import { publicityStatements } from './table.ts'

/** A statement with the company that made it. */
export type CompanyStatement = Statement & { readonly companyName: string }

const select = (db: Database, where: SQL | undefined) =>
  db
    .select({
      id: publicityStatements.id,
      companyId: publicityStatements.companyId,
      companyName: companies.name,
      words: publicityStatements.words,
      photo: publicityStatements.photo,
      photoDescription: publicityStatements.photoDescription,
      logo: publicityStatements.logo,
      sentAt: publicityStatements.sentAt,
      sentBy: sql<string>`coalesce(nullif(${users.name}, ''), ${users.email})`,
      outcome: publicityStatements.outcome,
      reason: publicityStatements.reason,
      decidedAt: publicityStatements.decidedAt
    })
    .from(publicityStatements)
    .innerJoin(companies, eq(companies.id, publicityStatements.companyId))
    .innerJoin(users, eq(users.id, publicityStatements.sentBy))
    .where(where)

/** A statement, or null. */
export const findStatement = async (db: Database, id: string): Promise<CompanyStatement | null> => {
  const [row] = await select(db, eq(publicityStatements.id, id))
  return row ?? null
}

const isOpen = isNull(publicityStatements.outcome)

/** Where a company's statements stand. */
export const stateOf = async (db: Database, companyId: string): Promise<StatementState> => {
  const ofCompany = eq(publicityStatements.companyId, companyId)
  const newest = desc(publicityStatements.id)
  const approved = and(ofCompany, eq(publicityStatements.outcome, 'approved'))
  const [published] = await select(db, approved).orderBy(newest).limit(1)
  const [last] = await select(db, ofCompany).orderBy(newest).limit(1)
  return {
    published: published ?? null,
    waiting: last?.outcome === null ? last : null,
    returned: last?.outcome === 'returned' ? last : null
  }
}

/** Everything that a company said of itself, the oldest first. */
export const statementsOf = (db: Database, companyId: string): Promise<readonly CompanyStatement[]> =>
  select(db, eq(publicityStatements.companyId, companyId)).orderBy(asc(publicityStatements.id))

/** The statements that wait for the secretariat, the oldest first. */
export const waitingStatements = (db: Database): Promise<readonly CompanyStatement[]> =>
  select(db, isOpen).orderBy(asc(publicityStatements.id))

/** How many statements wait for the secretariat. */
export const countWaiting = async (db: Database): Promise<number> => {
  const [row] = await db.select({ waiting: count() }).from(publicityStatements).where(isOpen)
  return row?.waiting ?? 0
}

/** The statements that the secretariat or their companies decided last, the newest first. */
export const decidedStatements = (db: Database, most: number): Promise<readonly CompanyStatement[]> =>
  select(db, ne(sql`coalesce(${publicityStatements.outcome}, '')`, ''))
    .orderBy(desc(publicityStatements.decidedAt), desc(publicityStatements.id))
    .limit(most)

/** A new statement; decided at once where it only takes away. */
export const insertStatement = async (
  tx: Database,
  statement: StatementContent & {
    readonly id: string
    readonly companyId: string
    readonly sentAt: Date
    readonly sentBy: string
    readonly approvedAtOnce: boolean
  }
): Promise<void> => {
  const { approvedAtOnce, ...values } = statement
  const decided = { outcome: 'approved', decidedAt: values.sentAt, decidedBy: values.sentBy } as const
  await tx.insert(publicityStatements).values(approvedAtOnce ? { ...values, ...decided } : values)
}

type Decision = {
  readonly outcome: 'approved' | 'returned'
  readonly reason: string
  readonly at: Date
  readonly by: string
}

/** Decides a waiting statement; its company is locked and its state asked before. */
export const saveDecision = async (tx: Database, id: string, { outcome, reason, at, by }: Decision): Promise<void> => {
  await tx
    .update(publicityStatements)
    .set({ outcome, reason, decidedAt: at, decidedBy: by })
    .where(and(eq(publicityStatements.id, id), isOpen))
}

/** Takes back what waits of a company, and with `published` also what is shown: none of it is shown any more. */
export const withdrawStatements = async (
  tx: Database,
  companyId: string,
  { published, at, by }: { readonly published: boolean; readonly at: Date; readonly by: string }
): Promise<void> => {
  const taken = published ? or(isOpen, eq(publicityStatements.outcome, 'approved')) : isOpen
  await tx
    .update(publicityStatements)
    .set({ outcome: 'withdrawn', decidedAt: at, decidedBy: by })
    .where(and(eq(publicityStatements.companyId, companyId), taken))
}

/**
 * Whether a picture is shown today of the company with a certification's number: its statement is the latest that was
 * approved, and the company is certified.
 */
export const isShownPicture = async (
  db: Database,
  {
    number,
    kind,
    sha256,
    on
  }: { readonly number: number; readonly kind: PictureKind; readonly sha256: string; readonly on: CalendarDate }
): Promise<boolean> => {
  const latest = sql`(
    select max("said"."id"::text)::uuid from ${publicityStatements} as "said"
    where "said"."company_id" = ${certifications.companyId} and "said"."outcome" = 'approved'
  )`
  const rows = await db
    .select({ id: publicityStatements.id })
    .from(certifications)
    .innerJoin(publicityStatements, eq(publicityStatements.id, latest))
    .where(and(eq(certifications.number, number), eq(publicityStatements[kind], sha256), isCertifiedOn(on)))
  return rows.length > 0
}
