import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { companies } from '../companies/table.ts'
import { instant, storedFiles } from '../platform/table.ts'

/** What a company lets be shown of itself beyond what the scheme publishes of every certified company. */
export const publicitySettings = pgTable(
  'publicity_settings',
  {
    companyId: uuid('company_id')
      .primaryKey()
      .references(() => companies.id),
    /** Counts the saves, so that the later of two writers is told. */
    version: integer('version').notNull(),
    /** The fields that the company agreed to show. What is not named here is not shown. */
    shown: text('shown').array().notNull(),
    /** Where the company's job offers are; empty where it has none. */
    jobsUrl: text('jobs_url').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [check('publicity_settings_version', sql`${table.version} >= 1`)]
)

/**
 * The pictures that a company has sent, as they were made anew: a form that came back names them by their hash, and only
 * the company that sent a picture may show it. Never changed; forgotten only where no statement uses it.
 */
export const publicityPictures = pgTable(
  'publicity_pictures',
  {
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    kind: text('kind', { enum: ['photo', 'logo'] }).notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => storedFiles.sha256),
    /** In pixels. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    takenAt: instant('taken_at').notNull(),
    takenBy: uuid('taken_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [primaryKey({ columns: [table.companyId, table.kind, table.sha256] })]
)

/**
 * What a company says of itself in its own words and pictures. Shown once the secretariat has approved it; the latest
 * approved one counts. Its content is never changed: another text is another statement.
 */
export const publicityStatements = pgTable(
  'publicity_statements',
  {
    id: uuid('id').primaryKey(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    words: text('words').notNull(),
    /** The photo as it is served: re-encoded, without what the camera noted. */
    photo: text('photo').references(() => storedFiles.sha256),
    /** What the photo shows, for those who do not see it. */
    photoDescription: text('photo_description').notNull(),
    logo: text('logo').references(() => storedFiles.sha256),
    sentAt: instant('sent_at').notNull(),
    sentBy: uuid('sent_by')
      .notNull()
      .references(() => users.id),
    outcome: text('outcome', { enum: ['approved', 'returned', 'withdrawn'] }),
    /** Why it was returned, as the company reads it. */
    reason: text('reason').notNull().default(''),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => users.id)
  },
  (table) => [
    index('publicity_statements_by_company').on(table.companyId, table.id),
    uniqueIndex('publicity_statements_one_open').on(table.companyId).where(sql`${table.outcome} is null`),
    check('publicity_statements_photo', sql`${table.photo} is null or length(${table.photoDescription}) > 0`),
    check(
      'publicity_statements_outcome',
      sql`(${table.outcome} is null and ${table.decidedAt} is null and ${table.decidedBy} is null) or (${table.outcome} in ('approved', 'returned', 'withdrawn') and ${table.decidedAt} is not null and ${table.decidedBy} is not null)`
    ),
    check('publicity_statements_returned_why', sql`${table.outcome} <> 'returned' or length(${table.reason}) > 0`)
  ]
)
