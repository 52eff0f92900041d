import { eq } from 'drizzle-orm'
import { users } from '../accounts/table.ts'
import type { Database } from '../platform/database.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { DecisionBasis, Outcome } from './decision.ts'
import { decisions } from './table.ts'

/** A decision as it was taken. */
export type Decision = {
  readonly outcome: Outcome
  /** May be empty for a certification. */
  readonly reasons: string
  readonly basis: DecisionBasis
  readonly decidedOn: CalendarDate
  readonly decidedByName: string
}

/** The decision on an application, or null before there is one. */
export const findDecision = async (db: Database, applicationId: string): Promise<Decision | null> => {
  const [row] = await db
    .select({
      outcome: decisions.outcome,
      reasons: decisions.reasons,
      basis: decisions.basis,
      decidedOn: decisions.decidedOn,
      decidedByName: users.name
    })
    .from(decisions)
    .innerJoin(users, eq(users.id, decisions.decidedBy))
    .where(eq(decisions.applicationId, applicationId))
  return row ?? null
}

export const insertDecision = async (tx: Database, row: typeof decisions.$inferInsert): Promise<void> => {
  await tx.insert(decisions).values(row)
}
