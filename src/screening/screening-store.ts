import { asc, desc, eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { HearingNote } from './hearing.ts'
import type { ItemDecision, ReadingChoice } from './screening.ts'
import { correctionRequests, hearingNotes, itemDecisions, readingChoices } from './table.ts'

/** Every decision on the items of a case, oldest first. */
export const itemDecisionsOf = (db: Database, applicationId: string): Promise<readonly ItemDecision[]> =>
  db
    .select({
      id: itemDecisions.id,
      round: itemDecisions.round,
      itemCode: itemDecisions.itemCode,
      decision: itemDecisions.decision,
      reason: itemDecisions.reason,
      decidedAt: itemDecisions.decidedAt,
      decidedByName: users.name
    })
    .from(itemDecisions)
    .innerJoin(users, eq(users.id, itemDecisions.decidedBy))
    .where(eq(itemDecisions.applicationId, applicationId))
    .orderBy(asc(itemDecisions.id))

export const insertItemDecisions = async (
  tx: Database,
  rows: readonly (typeof itemDecisions.$inferInsert)[]
): Promise<void> => {
  if (rows.length > 0) await tx.insert(itemDecisions).values([...rows])
}

/** How 「-」 counts in a case, as chosen last; null while nobody chose. */
export const findReadingChoice = async (db: Database, applicationId: string): Promise<ReadingChoice | null> => {
  const [row] = await db
    .select({
      reading: readingChoices.reading,
      reason: readingChoices.reason,
      chosenAt: readingChoices.chosenAt,
      chosenByName: users.name
    })
    .from(readingChoices)
    .innerJoin(users, eq(users.id, readingChoices.chosenBy))
    .where(eq(readingChoices.applicationId, applicationId))
    .orderBy(desc(readingChoices.id))
    .limit(1)
  return row ?? null
}

export const insertReadingChoice = async (tx: Database, row: typeof readingChoices.$inferInsert): Promise<void> => {
  await tx.insert(readingChoices).values(row)
}

/** The hearings of a case, oldest first. */
export const hearingNotesOf = (db: Database, applicationId: string): Promise<readonly HearingNote[]> =>
  db
    .select({
      id: hearingNotes.id,
      heldOn: hearingNotes.heldOn,
      channel: hearingNotes.channel,
      participants: hearingNotes.participants,
      note: hearingNotes.note,
      recordedAt: hearingNotes.recordedAt,
      recordedByName: users.name
    })
    .from(hearingNotes)
    .innerJoin(users, eq(users.id, hearingNotes.recordedBy))
    .where(eq(hearingNotes.applicationId, applicationId))
    .orderBy(asc(hearingNotes.heldOn), asc(hearingNotes.id))

export const insertHearingNote = async (tx: Database, row: typeof hearingNotes.$inferInsert): Promise<void> => {
  await tx.insert(hearingNotes).values(row)
}

/** A return for correction as the company is told of it. */
export type Correction = {
  readonly round: number
  readonly message: string
  /** The last day on which the company can answer. */
  readonly deadline: string
  readonly requestedAt: Date
}

/** The latest return for correction, or null when there was none. */
export const findLatestCorrection = async (db: Database, applicationId: string): Promise<Correction | null> => {
  const [row] = await db
    .select({
      round: correctionRequests.round,
      message: correctionRequests.message,
      deadline: correctionRequests.deadline,
      requestedAt: correctionRequests.requestedAt
    })
    .from(correctionRequests)
    .where(eq(correctionRequests.applicationId, applicationId))
    .orderBy(desc(correctionRequests.id))
    .limit(1)
  return row ?? null
}

export const insertCorrectionRequest = async (
  tx: Database,
  row: typeof correctionRequests.$inferInsert
): Promise<void> => {
  await tx.insert(correctionRequests).values(row)
}
