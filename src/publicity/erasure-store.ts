import { eq } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { publicityPictures, publicitySettings, publicityStatements } from './table.ts'

/** Deletes what a company showed of itself: words first, since a picture that is in use is not let go, then the rest. */
export const deletePublicity = async (tx: Database, companyId: string): Promise<void> => {
  await tx.delete(publicityStatements).where(eq(publicityStatements.companyId, companyId))
  await tx.delete(publicityPictures).where(eq(publicityPictures.companyId, companyId))
  await tx.delete(publicitySettings).where(eq(publicitySettings.companyId, companyId))
}
