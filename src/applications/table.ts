import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { companies } from '../companies/table.ts'
import { instant, storedFiles } from '../platform/table.ts'
import type { SectionData, SubmissionContent } from './application.ts'
import { applicationStatuses } from './application-status.ts'

/** One application for certification. Its answers are in the sections, what was sent in the submissions. */
export const applications = pgTable(
  'applications',
  {
    id: uuid('id').primaryKey(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    kind: text('kind', { enum: ['initial', 'renewal'] }).notNull(),
    /** Of a renewal, the application by which the company was certified last: what it is compared with. */
    renews: uuid('renews').references((): AnyPgColumn => applications.id),
    edition: text('edition', { enum: ['asaka-2020', 'asaka-2023'] }).notNull(),
    /** The last calendar year the checklist asks about; kept from the day the draft was begun. */
    evaluationYear: integer('evaluation_year').notNull(),
    status: text('status', { enum: applicationStatuses }).notNull(),
    /** Receipt number such as R8-012, given at the first submission. */
    number: text('number').unique(),
    begunAt: instant('begun_at').notNull(),
    begunBy: uuid('begun_by')
      .notNull()
      .references(() => users.id),
    /** The first submission; corrections do not move the place in the queue. */
    submittedAt: instant('submitted_at'),
    /** When the present state began. */
    statusSince: instant('status_since').notNull(),
    /** When its answers and files were erased at the end of their time; the decision on it stays. */
    erasedAt: instant('erased_at')
  },
  (table) => [
    uniqueIndex('applications_one_open_per_company')
      .on(table.companyId)
      .where(sql`${table.status} in ('draft', 'submitted', 'screening', 'returned', 'awaiting_committee', 'heard')`),
    index('applications_by_status').on(table.status, table.submittedAt),
    check(
      'applications_status',
      sql`${table.status} in ('draft', 'submitted', 'screening', 'returned', 'awaiting_committee', 'heard', 'certified', 'refused', 'withdrawn')`
    ),
    index('applications_by_renews').on(table.renews),
    // A certification period is renewed once: the next renewal builds on the renewal.
    uniqueIndex('applications_renewed_once').on(table.renews).where(sql`${table.status} = 'certified'`),
    check('applications_renewal_renews', sql`(${table.kind} = 'renewal') = (${table.renews} is not null)`),
    check('applications_kind', sql`${table.kind} in ('initial', 'renewal')`),
    check(
      'applications_submitted_have_number',
      sql`${table.status} in ('draft', 'withdrawn') or (${table.number} is not null and ${table.submittedAt} is not null)`
    )
  ]
)

/** What is being filled in: the declarations and one row per category, each with the version of its last save. */
export const applicationSections = pgTable(
  'application_sections',
  {
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    /** `declarations` or `category-1` … `category-7`. */
    section: text('section').notNull(),
    version: integer('version').notNull(),
    data: jsonb('data').$type<SectionData>().notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.section] })]
)

/** A file that bears out an item. Removed ones stay as a row, because a submission may have named them. */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    itemCode: text('item_code').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => storedFiles.sha256),
    addedAt: instant('added_at').notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => users.id),
    removedAt: instant('removed_at')
  },
  (table) => [index('attachments_by_application').on(table.applicationId)]
)

/** What was sent, each time, as it was sent. Append-only. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => applications.id),
    /** 1 for the first, then one more for every correction. */
    round: integer('round').notNull(),
    content: jsonb('content').$type<SubmissionContent>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => users.id),
    submittedOn: date('submitted_on').notNull()
  },
  (table) => [unique('submissions_round').on(table.applicationId, table.round)]
)
