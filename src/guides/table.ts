import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/table.ts'
import { instant } from '../platform/table.ts'

/**
 * The city's own text of a guide page (案内ページ). Append-only: the latest of a slug counts; a null body returns to the
 * standard text.
 */
export const guideRevisions = pgTable(
  'guide_revisions',
  {
    id: uuid('id').primaryKey(),
    /** One of the guides that the portal knows. */
    slug: text('slug').notNull(),
    /** Markdown. */
    body: text('body'),
    savedAt: instant('saved_at').notNull(),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => users.id)
  },
  (table) => [index('guide_revisions_by_slug').on(table.slug, table.id)]
)
