import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid
} from 'drizzle-orm/pg-core'

/** Raw bytes. */
export const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
  toDriver: (value) => value
})

/** An instant, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/**
 * The append-only history: who did what to which subject, when. A trigger refuses update and delete.
 * `subjectId` is an application, a meeting or a certification; it has no foreign key because it may be any of them.
 */
export const events = pgTable(
  'events',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    subjectId: uuid('subject_id').notNull(),
    kind: text('kind').notNull(),
    details: jsonb('details').$type<Readonly<Record<string, unknown>>>().notNull()
  },
  (table) => [index('events_by_subject').on(table.subjectId, table.id)]
)

/** The outbox: a mail is written in the transaction that causes it and sent afterwards. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id'),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at')
  },
  (table) => [
    index('mails_by_subject').on(table.subjectId, table.id),
    check('mails_state', sql`${table.state} in ('waiting', 'sent', 'failed')`)
  ]
)

/** Stored bytes, once per content: the key is their SHA-256 in lower-case hexadecimal. */
export const storedFiles = pgTable('stored_files', {
  sha256: text('sha256').primaryKey(),
  size: integer('size').notNull(),
  content: bytea('content').notNull(),
  storedAt: instant('stored_at').notNull()
})

/** Gapless counters (receipt numbers, certificate numbers): the row lock holds until the transaction ends. */
export const counters = pgTable('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull()
})

/**
 * What the portal did by itself: each run of recurring work and each backup, with its figures. Append-only but for the
 * clearing of old rows.
 */
export const workRuns = pgTable(
  'work_runs',
  {
    id: uuid('id').primaryKey(),
    /** A recurring queue, or `backup`. */
    work: text('work').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at').notNull(),
    outcome: text('outcome', { enum: ['done', 'failed'] }).notNull(),
    details: jsonb('details').$type<Readonly<Record<string, unknown>>>().notNull()
  },
  (table) => [
    index('work_runs_by_work').on(table.work, table.finishedAt),
    check('work_runs_outcome', sql`${table.outcome} in ('done', 'failed')`)
  ]
)

/**
 * What a schedule told people of: one row for each occasion, so that it is told once however often, and by however many
 * workers, the schedule runs.
 */
export const notices = pgTable(
  'notices',
  {
    /** Such as renewal-reminder. */
    kind: text('kind').notNull(),
    /** A certification period or a meeting. */
    subjectId: uuid('subject_id').notNull(),
    /** Which of several, such as -30 for thirty days before. */
    occasion: text('occasion').notNull(),
    sentAt: instant('sent_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.kind, table.subjectId, table.occasion] })]
)
