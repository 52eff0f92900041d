import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { certifications } from '../certificates/table.ts'
import { companies } from '../companies/table.ts'
import { instant } from '../platform/table.ts'
import type { EntryContent } from './entry.ts'

/**
 * What the directory knows of a certification and its company: made from the decision, the profile and what the company
 * lets be shown, and made anew when it is asked for and any of them changed. Nothing is kept here that cannot be made
 * again, and nothing that is not public. Whether the certification holds today is asked of the certification, not of this.
 * A company that is certified anew after a break has one of each number, since either may be the one that holds on a day.
 */
export const directoryEntries = pgTable(
  'directory_entries',
  {
    certificationId: uuid('certification_id')
      .primaryKey()
      .references(() => certifications.id),
    companyId: uuid('company_id')
      .notNull()
      .references(() => companies.id),
    /** Names the versions of everything that the entry was made from. */
    madeFrom: text('made_from').notNull(),
    nameKana: text('name_kana').notNull(),
    industry: text('industry').notNull(),
    /** A band of head counts; null where the company does not show its size. */
    size: text('size'),
    passedCategories: integer('passed_categories').array().notNull(),
    /** What can be searched for as a measure, such as telework. */
    measures: text('measures').array().notNull(),
    /** Everything that is found by words, folded as the search folds what is typed. */
    searchText: text('search_text').notNull(),
    /** All pairs of neighbouring characters of the search text: an index for any two characters, which trigrams are not. */
    bigrams: text('bigrams').array().notNull(),
    /** What cards, pages and open data tell. */
    content: jsonb('content').$type<EntryContent>().notNull(),
    madeAt: instant('made_at').notNull()
  },
  (table) => [index('directory_entries_bigrams').using('gin', table.bigrams)]
)
