import { and, asc, eq, isNull } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { Profile } from './profile.ts'
import { companies, companyInvitations, companyMembers } from './table.ts'

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

/** A company's profile with the version of its last save. */
export type VersionedProfile = { readonly profile: Profile; readonly version: number }

export const findProfile = async (db: Database, companyId: string): Promise<VersionedProfile | null> => {
  const [row] = await db.select().from(companies).where(eq(companies.id, companyId))
  if (row === undefined) return null
  const { id: _id, version, createdAt: _at, updatedAt: _on, updatedBy: _by, ...profile } = row
  return { profile, version }
}

export const insertCompany = async (
  tx: Database,
  company: Profile & { readonly id: string; readonly at: Date; readonly by: string }
): Promise<void> => {
  const { at, by, ...values } = company
  await tx.insert(companies).values({ ...values, version: 1, createdAt: at, updatedAt: at, updatedBy: by })
}

/** Saves a profile if nobody saved it since `version`. False when somebody did. */
export const updateProfile = async (
  tx: Database,
  companyId: string,
  profile: Profile,
  { version, at, by }: { readonly version: number; readonly at: Date; readonly by: string }
): Promise<boolean> => {
  const rows = await tx
    .update(companies)
    .set({ ...profile, version: version + 1, updatedAt: at, updatedBy: by })
    .where(and(eq(companies.id, companyId), eq(companies.version, version)))
    .returning({ id: companies.id })
  return rows.length > 0
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

/** The people of a company, longest-standing first. */
export const membersOf = (
  db: Database,
  companyId: string
): Promise<readonly { readonly id: string; readonly email: string; readonly name: string; readonly since: Date }[]> =>
  db
    .select({ id: users.id, email: users.email, name: users.name, since: companyMembers.since })
    .from(companyMembers)
    .innerJoin(users, eq(users.id, companyMembers.userId))
    .where(eq(companyMembers.companyId, companyId))
    .orderBy(asc(companyMembers.since), asc(users.email))

/** Invitations that nobody has taken up. */
export const openInvitationsOf = (
  db: Database,
  companyId: string
): Promise<readonly { readonly id: string; readonly email: string; readonly invitedAt: Date }[]> =>
  db
    .select({ id: companyInvitations.id, email: companyInvitations.email, invitedAt: companyInvitations.invitedAt })
    .from(companyInvitations)
    .where(and(eq(companyInvitations.companyId, companyId), isNull(companyInvitations.acceptedAt)))
    .orderBy(asc(companyInvitations.invitedAt))
