import { editions } from '../checklist/index.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Application } from './application.ts'
import { findLatestSubmission } from './application-store.ts'
import { askedItems } from './asked-items.ts'
import { attachmentsOf } from './attachment-store.ts'
import type { CorrectionRequest } from './correction-request.ts'
import { sectionsOf } from './section-store.ts'
import { answersIn } from './sections.ts'

/** What screening knows of a correction; it stands to the right, so the composition hands its questions in. */
export type CorrectionDeps = {
  /** The latest request for a correction, or null. */
  readonly correctionOf: (
    applicationId: string
  ) => Promise<{ readonly message: string; readonly deadline: CalendarDate } | null>
  /** What the secretariat asks about the items of a returned application. */
  readonly questionsOf: (applicationId: string) => Promise<Readonly<Record<string, string>>>
}

/** What the company is asked to correct; null unless the application is returned. */
export const readCorrection = async (
  db: Database,
  { correctionOf, questionsOf }: CorrectionDeps,
  { id, status, edition }: Application
): Promise<CorrectionRequest | null> => {
  const submission = status === 'returned' ? await findLatestSubmission(db, id) : null
  if (submission === null) return null
  const correction = await correctionOf(id)
  const now = { ...answersIn(await sectionsOf(db, id)), attachments: await attachmentsOf(db, id) }
  return {
    message: correction?.message ?? null,
    deadline: correction?.deadline ?? null,
    asked: askedItems(editions[edition], await questionsOf(id), now, submission.content)
  }
}
