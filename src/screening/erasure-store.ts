import { eq } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { caseViews, correctionRequests, hearingNotes, itemDecisions, readingChoices, routeChoices } from './table.ts'

/** Deletes what was noted while a case was examined, and who looked into it. Asked within `withErasure`. */
export const deleteExamination = async (tx: Database, applicationId: string): Promise<void> => {
  for (const table of [itemDecisions, readingChoices, correctionRequests, hearingNotes, routeChoices, caseViews])
    await tx.delete(table).where(eq(table.applicationId, applicationId))
}
