import type { Database } from '../platform/database.ts'
import { findAccountByEmail, findRole } from './account-store.ts'
import type { Role } from './viewer.ts'

/** The role behind an address; who belongs to neither office is a company's person. */
export const roleOf = async (db: Database, email: string): Promise<Role> => {
  const account = await findAccountByEmail(db, email)
  return (account === null ? null : await findRole(db, account.id)) ?? 'company'
}
