import { eq, sql } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { Profile } from './profile.ts'
import { companies, companyMembers } from './table.ts'

/** The company that a person acts for, or null before there is one. */
export const findCompanyOf = async (
  db: Database,
  userId: string
): Promise<{ readonly id: string; readonly name: string } | null> => {
  const [row] = await db
    .select({ id: companies.id, name: companies.name })
    .from(companyMembers)
    .innerJoin(companies, eq(companies.id, companyMembers.companyId))
    .where(eq(companyMembers.userId, userId))
  return row ?? null
}

/** A company's profile with its last save: the version it made, when, and who (null for the product itself). */
export type VersionedProfile = {
  readonly profile: Profile
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string | null
}

export const findProfile = async (db: Database, companyId: string): Promise<VersionedProfile | null> => {
  const [row] = await db
    .select({ company: companies, savedBy: sql<string | null>`coalesce(nullif(${users.name}, ''), ${users.email})` })
    .from(companies)
    .leftJoin(users, eq(users.id, companies.updatedBy))
    .where(eq(companies.id, companyId))
  if (row === undefined) return null
  const {
    id: _id,
    version,
    createdAt: _at,
    updatedAt: savedAt,
    updatedBy: _by,
    erasedAt: _erased,
    ...profile
  } = row.company
  return { profile, version, savedAt, savedBy: row.savedBy }
}

/** Holds the company until the transaction ends, so that changes to it and its people come one after the other. */
export const lockCompany = async (tx: Database, companyId: string): Promise<void> => {
  await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId)).for('no key update')
}

export const insertCompany = async (
  tx: Database,
  company: Profile & { readonly id: string; readonly at: Date; readonly by: string }
): Promise<void> => {
  const { at, by, ...values } = company
  await tx.insert(companies).values({ ...values, version: 1, createdAt: at, updatedAt: at, updatedBy: by })
}

/** Saves a profile over the one of `version`; the company is locked and its version compared before. */
export const updateProfile = async (
  tx: Database,
  companyId: string,
  profile: Profile,
  { version, at, by }: { readonly version: number; readonly at: Date; readonly by: string }
): Promise<void> => {
  await tx
    .update(companies)
    .set({ ...profile, version: version + 1, updatedAt: at, updatedBy: by })
    .where(eq(companies.id, companyId))
}

/** Whether another company has this legal entity number. */
export const isLegalEntityNumberTaken = async (
  db: Database,
  number: string,
  except: string | null
): Promise<boolean> => {
  const rows = await db.select({ id: companies.id }).from(companies).where(eq(companies.legalEntityNumber, number))
  return rows.some(({ id }) => id !== except)
}

export const insertMember = async (tx: Database, companyId: string, userId: string, since: Date): Promise<void> => {
  await tx.insert(companyMembers).values({ companyId, userId, since })
}
