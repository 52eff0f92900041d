import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { applications } from '../applications/table.ts'
import { instant } from '../platform/table.ts'
import { caseViewKinds } from './case-view.ts'

/** What the secretariat decided about an item of a submission. Append-only: the latest of a round counts. */
export const itemDecisions = pgTable(
  'item_decisions',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    round: integer('round').notNull(),
    itemCode: text('item_code').notNull(),
    decision: text('decision', { enum: ['accepted', 'not_accepted', 'queried'] }).notNull(),
    /** Why not accepted, or the question to the company. */
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    index('item_decisions_by_application').on(table.applicationId, table.id),
    check('item_decisions_decision', sql`${table.decision} in ('accepted', 'not_accepted', 'queried')`),
    check('item_decisions_reason', sql`${table.decision} = 'accepted' or length(${table.reason}) > 0`)
  ]
)

/** How 「-」 counts in a case where the readings differ, chosen with a reason. Append-only: the latest counts. */
export const readingChoices = pgTable(
  'reading_choices',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    reading: text('reading', { enum: ['leaves_denominator', 'counts_as_unchecked'] }).notNull(),
    reason: text('reason').notNull(),
    chosenAt: instant('chosen_at').notNull(),
    chosenBy: uuid('chosen_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    index('reading_choices_by_application').on(table.applicationId, table.id),
    check('reading_choices_reason', sql`length(${table.reason}) > 0`)
  ]
)

/** A return for correction (補正) with its deadline. Append-only; answered by the next submission. */
export const correctionRequests = pgTable(
  'correction_requests',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    round: integer('round').notNull(),
    message: text('message').notNull(),
    deadline: date('deadline').notNull(),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [index('correction_requests_by_application').on(table.applicationId, table.id)]
)

/** What was said at a hearing, how and with whom. Append-only. */
export const hearingNotes = pgTable(
  'hearing_notes',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    heldOn: date('held_on').notNull(),
    channel: text('channel', { enum: ['phone', 'mail', 'online', 'visit'] }).notNull(),
    participants: text('participants').notNull(),
    note: text('note').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    index('hearing_notes_by_application').on(table.applicationId, table.id),
    check('hearing_notes_channel', sql`${table.channel} in ('phone', 'mail', 'online', 'visit')`)
  ]
)

/** Which way a renewal takes, as the secretariat confirmed or overruled the proposal. Append-only: the latest counts. */
export const routeChoices = pgTable(
  'route_choices',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    round: integer('round').notNull(),
    route: text('route', { enum: ['simplified', 'examination'] }).notNull(),
    proposed: text('proposed', { enum: ['simplified', 'examination'] }).notNull(),
    /** The reasons for a new examination that were found on the day, in their order, as `groundsOf` tells them. */
    grounds: jsonb('grounds').$type<readonly string[]>().notNull(),
    /** Why the proposal was overruled; empty where it was followed. */
    reason: text('reason').notNull(),
    chosenAt: instant('chosen_at').notNull(),
    chosenBy: uuid('chosen_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    index('route_choices_by_application').on(table.applicationId, table.id),
    check('route_choices_route', sql`${table.route} in ('simplified', 'examination')`),
    check('route_choices_proposed', sql`${table.proposed} in ('simplified', 'examination')`),
    check('route_choices_overruled_with_reason', sql`${table.route} = ${table.proposed} or length(${table.reason}) > 0`)
  ]
)

/** Which official looked into a case, as what, on which day: one row for each day, counted up. */
export const caseViews = pgTable(
  'case_views',
  {
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: ['secretariat', 'committee'] }).notNull(),
    /** A page of the case, one of its files, or the committee's papers. */
    kind: text('kind', { enum: caseViewKinds }).notNull(),
    viewedOn: date('viewed_on').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    count: integer('count').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.viewedOn, table.userId, table.kind] }),
    check('case_views_role', sql`${table.role} in ('secretariat', 'committee')`),
    check('case_views_kind', sql`${table.kind} in ('page', 'file', 'papers')`),
    check('case_views_count', sql`${table.count} >= 1`)
  ]
)
