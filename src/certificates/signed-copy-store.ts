import { desc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { SignedCopy } from './signed-copy.ts'
import { certificates, signedCertificates } from './table.ts'

/** The copies of a certificate that were signed outside the portal; the first one is handed out. */
export const signedCopiesOf = (db: Database, certificateId: string): Promise<readonly SignedCopy[]> =>
  db
    .select({
      id: signedCertificates.id,
      sha256: signedCertificates.sha256,
      signer: signedCertificates.signer,
      uploadedAt: signedCertificates.uploadedAt,
      uploadedByName: users.name
    })
    .from(signedCertificates)
    .innerJoin(users, eq(users.id, signedCertificates.uploadedBy))
    .where(eq(signedCertificates.certificateId, certificateId))
    .orderBy(desc(signedCertificates.id))

/** The PDF as the portal made it, whatever was handed in for it since. */
export const originalOf = async (
  db: Database,
  certificateId: string
): Promise<{ readonly sha256: string; readonly signer: string | null }> => {
  const [row] = await db
    .select({ sha256: certificates.sha256, signer: certificates.signer })
    .from(certificates)
    .where(eq(certificates.id, certificateId))
  if (row === undefined) throw new Error(`certificate ${certificateId} is missing`)
  return row
}

/** Holds a certificate until the transaction ends, so that copies are handed in one after the other. */
export const lockCertificate = async (tx: Database, id: string): Promise<void> => {
  await tx.select({ id: certificates.id }).from(certificates).where(eq(certificates.id, id)).for('no key update')
}

export const insertSignedCopy = async (tx: Database, row: typeof signedCertificates.$inferInsert): Promise<void> => {
  await tx.insert(signedCertificates).values(row)
}
