import { findProfile } from '../companies/company-store.ts'
import { membersOf } from '../companies/member-store.ts'
import type { Database } from '../platform/database.ts'

/** The addresses that a mail about a case goes to: the company's contact and everybody who acts for it, each once. */
export const findRecipients = async (db: Database, companyId: string): Promise<readonly string[]> => {
  const found = await findProfile(db, companyId)
  const members = await membersOf(db, companyId)
  const addresses = [...(found === null ? [] : [found.profile.contactEmail]), ...members.map(({ email }) => email)]
  return [...new Set(addresses.map((address) => address.trim().toLowerCase()).filter(Boolean))]
}
