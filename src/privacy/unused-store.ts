import { and, eq, exists, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import { roleGrants, users } from '../accounts/table.ts'
import { applications } from '../applications/table.ts'
import { certifications } from '../certificates/table.ts'
import { companies, companyMembers } from '../companies/table.ts'
import { letters } from '../letters/table.ts'
import type { Database } from '../platform/database.ts'

const lastUse = sql`coalesce(${users.lastSignedInAt}, ${users.createdAt})`

const holdsOffice = (db: Database) =>
  db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, users.id), isNull(roleGrants.revokedAt)))

const belongsToCompany = (db: Database) =>
  db.select({ id: companyMembers.userId }).from(companyMembers).where(eq(companyMembers.userId, users.id))

/** Accounts of no company and no office that nobody used since an instant. */
export const accountsUnusedSince = async (db: Database, before: Date): Promise<readonly string[]> => {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(isNull(users.erasedAt), lt(lastUse, before), notExists(holdsOffice(db)), notExists(belongsToCompany(db)))
    )
    .orderBy(users.id)
  return rows.map(({ id }) => id)
}

/** Which of some accounts hold no office now. */
export const withoutOffice = async (db: Database, ids: readonly string[]): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.erasedAt), notExists(holdsOffice(db))))
  return rows.map(({ id }) => id)
}

const withContent = (db: Database) =>
  db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.companyId, companies.id), isNull(applications.erasedAt)))

const usedMembers = (db: Database, before: Date) =>
  db
    .select({ id: users.id })
    .from(companyMembers)
    .innerJoin(users, eq(users.id, companyMembers.userId))
    .where(and(eq(companyMembers.companyId, companies.id), sql`${lastUse} >= ${before.toISOString()}`))

/** Companies with no application left here, that nobody of theirs signed in for or saved since an instant. */
export const companiesUnusedSince = async (db: Database, before: Date): Promise<readonly string[]> => {
  const rows = await db
    .select({ id: companies.id })
    .from(companies)
    .where(
      and(
        isNull(companies.erasedAt),
        lt(companies.updatedAt, before),
        notExists(withContent(db)),
        notExists(usedMembers(db, before))
      )
    )
    .orderBy(companies.id)
  return rows.map(({ id }) => id)
}

/** Whether the city has decided on, certified or written to a company: then its name has to stay. */
export const isOnRecord = async (db: Database, companyId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: companies.id })
    .from(companies)
    .where(
      and(
        eq(companies.id, companyId),
        or(
          exists(db.select({ id: applications.id }).from(applications).where(eq(applications.companyId, companyId))),
          exists(
            db.select({ id: certifications.id }).from(certifications).where(eq(certifications.companyId, companyId))
          ),
          exists(db.select({ id: letters.id }).from(letters).where(eq(letters.companyId, companyId)))
        )
      )
    )
  return rows.length > 0
}
