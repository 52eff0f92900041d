import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { applicationSections, applications, attachments, submissions } from './table.ts'

/** Deletes an application that was never submitted, with everything entered and attached. */
export const deleteUnsubmitted = async (tx: Database, applicationId: string): Promise<void> => {
  await tx.delete(applicationSections).where(eq(applicationSections.applicationId, applicationId))
  await tx.delete(attachments).where(eq(attachments.applicationId, applicationId))
  await tx.delete(applications).where(eq(applications.id, applicationId))
}

/**
 * Deletes what was entered, attached and sent, and notes when; number, state and dates stay. Asked within `withErasure`,
 * since what was sent is append-only.
 * @returns false when it was erased before
 */
export const deleteContent = async (tx: Database, applicationId: string, at: Date): Promise<boolean> => {
  const marked = await tx
    .update(applications)
    .set({ erasedAt: at })
    .where(and(eq(applications.id, applicationId), isNull(applications.erasedAt)))
    .returning({ id: applications.id })
  if (marked.length === 0) return false
  await tx.delete(applicationSections).where(eq(applicationSections.applicationId, applicationId))
  await tx.delete(attachments).where(eq(attachments.applicationId, applicationId))
  await tx.delete(submissions).where(eq(submissions.applicationId, applicationId))
  return true
}
