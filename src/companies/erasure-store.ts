import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { companies, companyInvitations, companyMembers } from './table.ts'

/** Takes everybody off a company, and takes its invitations back. */
export const deletePeople = async (tx: Database, companyId: string): Promise<void> => {
  await tx.delete(companyMembers).where(eq(companyMembers.companyId, companyId))
  await tx.delete(companyInvitations).where(eq(companyInvitations.companyId, companyId))
}

/** Deletes a company that nothing refers to any more. */
export const deleteCompanyRow = async (tx: Database, companyId: string): Promise<void> => {
  await tx.delete(companies).where(eq(companies.id, companyId))
}

/**
 * Erases whom a company named and what it said of itself. What decisions name stays: name, legal entity number, address,
 * industry, size.
 * @returns false when it was erased before
 */
export const eraseCompanyRow = async (tx: Database, companyId: string, at: Date): Promise<boolean> => {
  const nothing = {
    representativeTitle: '',
    representativeName: '',
    contactName: '',
    contactEmail: '',
    contactPhone: '',
    website: '',
    business: '',
    culture: ''
  }
  const rows = await tx
    .update(companies)
    .set({ ...nothing, updatedAt: at, updatedBy: null, erasedAt: at })
    .where(and(eq(companies.id, companyId), isNull(companies.erasedAt)))
    .returning({ id: companies.id })
  return rows.length > 0
}

/** Deletes invitations that were sent before an instant, taken up or not. @returns how many */
export const deleteInvitationsBefore = async (db: Database, before: Date): Promise<number> => {
  const rows = await db
    .delete(companyInvitations)
    .where(lt(companyInvitations.invitedAt, before))
    .returning({ id: companyInvitations.id })
  return rows.length
}
