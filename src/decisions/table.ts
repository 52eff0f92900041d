import { sql } from 'drizzle-orm'
import { check, date, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { applications } from '../applications/table.ts'
import { instant } from '../platform/table.ts'
import type { DecisionBasis } from './decision.ts'

/** The city's decision on an application, once and for all. Append-only. */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .unique()
      .references(() => applications.id),
    outcome: text('outcome', { enum: ['certified', 'refused'] }).notNull(),
    reasons: text('reasons').notNull(),
    /** The verdict, the confirmed marks and the averages used, as they stood. */
    basis: jsonb('basis').$type<DecisionBasis>().notNull(),
    decidedOn: date('decided_on').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    check('decisions_outcome', sql`${table.outcome} in ('certified', 'refused')`),
    check('decisions_refusal_has_reasons', sql`${table.outcome} = 'certified' or length(${table.reasons}) > 0`)
  ]
)
