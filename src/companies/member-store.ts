import { and, asc, eq, isNull } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import { companies, companyInvitations, companyMembers } from './table.ts'

/** A person of a company. `name` is empty until somebody gave one. */
export type Member = { readonly id: string; readonly email: string; readonly name: string; readonly since: Date }

/** An invitation that nobody has taken up. */
export type Invitation = { readonly id: string; readonly email: string; readonly invitedAt: Date }

export const deleteMember = async (tx: Database, companyId: string, userId: string): Promise<void> => {
  await tx.delete(companyMembers).where(and(eq(companyMembers.companyId, companyId), eq(companyMembers.userId, userId)))
}

/** The people of a company, longest-standing first. */
export const membersOf = (db: Database, companyId: string): Promise<readonly Member[]> =>
  db
    .select({ id: users.id, email: users.email, name: users.name, since: companyMembers.since })
    .from(companyMembers)
    .innerJoin(users, eq(users.id, companyMembers.userId))
    .where(eq(companyMembers.companyId, companyId))
    .orderBy(asc(companyMembers.since), asc(users.email))

/** Invitations of a company that nobody has taken up, oldest first. */
export const openInvitationsOf = (db: Database, companyId: string): Promise<readonly Invitation[]> =>
  db
    .select({ id: companyInvitations.id, email: companyInvitations.email, invitedAt: companyInvitations.invitedAt })
    .from(companyInvitations)
    .where(and(eq(companyInvitations.companyId, companyId), isNull(companyInvitations.acceptedAt)))
    .orderBy(asc(companyInvitations.invitedAt), asc(companyInvitations.id))

/** The oldest invitation that waits for the person with this account, or null. */
export const findInvitationFor = async (
  db: Database,
  userId: string
): Promise<{ readonly id: string; readonly companyId: string; readonly companyName: string } | null> => {
  const [row] = await db
    .select({ id: companyInvitations.id, companyId: companies.id, companyName: companies.name })
    .from(companyInvitations)
    .innerJoin(users, eq(users.email, companyInvitations.email))
    .innerJoin(companies, eq(companies.id, companyInvitations.companyId))
    .where(and(eq(users.id, userId), isNull(companyInvitations.acceptedAt)))
    .orderBy(asc(companyInvitations.invitedAt), asc(companyInvitations.id))
    .limit(1)
  return row ?? null
}

export const insertInvitation = async (
  tx: Database,
  invitation: Omit<typeof companyInvitations.$inferInsert, 'acceptedAt'>
): Promise<void> => {
  await tx.insert(companyInvitations).values(invitation)
}

/** Takes an invitation off the waiting ones. False when it waits no more. */
export const acceptInvitation = async (tx: Database, id: string, at: Date): Promise<boolean> => {
  const rows = await tx
    .update(companyInvitations)
    .set({ acceptedAt: at })
    .where(and(eq(companyInvitations.id, id), isNull(companyInvitations.acceptedAt)))
    .returning({ id: companyInvitations.id })
  return rows.length > 0
}

/** Removes a waiting invitation of a company and tells whose it was; null when it waits no more. */
export const deleteInvitation = async (tx: Database, companyId: string, id: string): Promise<string | null> => {
  const [row] = await tx
    .delete(companyInvitations)
    .where(
      and(
        eq(companyInvitations.id, id),
        eq(companyInvitations.companyId, companyId),
        isNull(companyInvitations.acceptedAt)
      )
    )
    .returning({ email: companyInvitations.email })
  return row?.email ?? null
}
