import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { companies } from '../companies/table.ts'
import { instant, storedFiles } from '../platform/table.ts'

/** The city's own wording of a letter. Append-only: the latest of a kind counts; both texts null return to the standard wording. */
export const letterTexts = pgTable(
  'letter_texts',
  {
    id: uuid('id').primaryKey(),
    /** One of the kinds that the portal knows. */
    kind: text('kind').notNull(),
    subject: text('subject'),
    body: text('body'),
    savedAt: instant('saved_at').notNull(),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [
    index('letter_texts_by_kind').on(table.kind, table.id),
    check('letter_texts_whole', sql`(${table.subject} is null) = (${table.body} is null)`)
  ]
)

/** A letter as it was sent: its words, and the archived PDF. Append-only. */
export const letters = pgTable(
  'letters',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    /** What it is about: an application or a certification, which is why there is no foreign key. */
    subjectId: uuid('subject_id').notNull(),
    /** The company's name as written. */
    addressee: text('addressee').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => storedFiles.sha256),
    issuedOn: date('issued_on').notNull(),
    issuedAt: instant('issued_at').notNull()
  },
  (table) => [
    index('letters_by_subject').on(table.subjectId, table.id),
    index('letters_by_company').on(table.companyId)
  ]
)
