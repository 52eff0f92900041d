import { sql } from 'drizzle-orm'
import type { Database } from '../../src/platform/database.ts'
import { livingTables } from './portal.ts'

// The bytes of a stored file are named by their hash, and a directory's entry is made when somebody looks.
const told = livingTables.filter((table) => table !== 'stored_files' && table !== 'directory_entries')

const query = told
  .map(
    (table) =>
      `select '${table}' as name, count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as content from ${table} t`
  )
  .join(' union all ')

/** What all tables hold, as a number of rows and a digest each. */
export const digestOf = async (db: Database): Promise<readonly unknown[]> => {
  const { rows } = await db.execute(sql.raw(`${query} order by name`))
  return rows
}
