import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { roleGrants, users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'

/** Somebody who belongs to the committee, or did. */
export type Member = { readonly id: string; readonly name: string; readonly email: string; readonly since: Date }

const columns = { id: users.id, name: users.name, email: users.email, since: roleGrants.grantedAt }

const ofCommittee = eq(roleGrants.role, 'committee')

/** The members of today, longest-standing first. */
export const currentMembers = (db: Database): Promise<readonly Member[]> =>
  db
    .select(columns)
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(ofCommittee, isNull(roleGrants.revokedAt)))
    .orderBy(asc(roleGrants.grantedAt), asc(users.id))

/** A member of today, or null. */
export const findMember = async (db: Database, id: string): Promise<Member | null> => {
  const [row] = await db
    .select(columns)
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(ofCommittee, isNull(roleGrants.revokedAt), eq(users.id, id)))
  return row ?? null
}

/** Memberships that have ended, latest first. */
export const formerMembers = async (db: Database): Promise<readonly (Member & { readonly until: Date })[]> => {
  const rows = await db
    .select({ ...columns, until: roleGrants.revokedAt })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(ofCommittee, isNotNull(roleGrants.revokedAt)))
    .orderBy(desc(roleGrants.revokedAt))
  return rows.flatMap(({ until, ...member }) => (until === null ? [] : [{ ...member, until }]))
}

/** Who belonged to the committee at an instant, by the end of which a meeting's silent members are counted; each once. */
export const membersAt = async (
  db: Database,
  at: Date
): Promise<readonly { readonly id: string; readonly name: string }[]> => {
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(
      and(ofCommittee, lte(roleGrants.grantedAt, at), or(isNull(roleGrants.revokedAt), gt(roleGrants.revokedAt, at)))
    )
    .orderBy(asc(roleGrants.grantedAt), asc(users.id))
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

/** The keys of the same. */
export const memberIdsAt = async (db: Database, at: Date): Promise<readonly string[]> =>
  (await membersAt(db, at)).map(({ id }) => id)
