import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, storedFiles } from '../platform/table.ts'
import { scanStates } from './file-scan.ts'

/** What the scanner said of a stored file last: one row a content, made when it is stored or when it is first scanned. */
export const fileScans = pgTable(
  'file_scans',
  {
    sha256: text('sha256')
      .primaryKey()
      .references(() => storedFiles.sha256, { onDelete: 'cascade' }),
    state: text('state', { enum: scanStates }).notNull(),
    /** What was found, as the scanner names it. */
    found: text('found'),
    /** The scanner and its signatures, as it names them. */
    engine: text('engine'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    askedAt: instant('asked_at').notNull(),
    /** When the scanner answered last; null before the first answer. */
    scannedAt: instant('scanned_at')
  },
  (table) => [
    index('file_scans_by_state').on(table.state, table.scannedAt),
    check('file_scans_state', sql`${table.state} in ('waiting', 'clean', 'infected', 'failed')`),
    check('file_scans_found', sql`(${table.state} = 'infected') = (${table.found} is not null)`),
    check('file_scans_scanned', sql`${table.state} not in ('clean', 'infected') or ${table.scannedAt} is not null`)
  ]
)
