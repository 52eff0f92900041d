import { and, asc, eq, isNull } from 'drizzle-orm'
import { roleGrants, secondFactors, users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { Official } from './official.ts'

const standing = (db: Database, id?: string) =>
  db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: roleGrants.role,
      since: roleGrants.grantedAt,
      factorOf: secondFactors.userId
    })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(and(isNull(roleGrants.revokedAt), id === undefined ? undefined : eq(users.id, id)))
    .orderBy(asc(roleGrants.role), asc(roleGrants.grantedAt), asc(users.id))

const asOfficial = ({ factorOf, ...row }: Awaited<ReturnType<typeof standing>>[number]): Official => ({
  ...row,
  hasFactor: factorOf !== null
})

/** Everybody who holds a role of the city's now, by role, longest-standing first. */
export const officials = async (db: Database): Promise<readonly Official[]> => (await standing(db)).map(asOfficial)

/** Somebody who holds a role of the city's now, or null. */
export const findOfficial = async (db: Database, id: string): Promise<Official | null> => {
  const [row] = await standing(db, id)
  return row === undefined ? null : asOfficial(row)
}
