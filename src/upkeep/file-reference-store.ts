import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'

/**
 * Every hash by which something names a stored file, as a query of one column `sha256`. Columns are asked of the database
 * itself, so that no later table is forgotten; a row that goes with its file (such as its scan) does not keep it. What was
 * submitted names its files too, in what is kept of it as it was sent.
 */
export const namedHashes = async (db: Database): Promise<SQL> => {
  const { rows } = await db.execute(sql`
    select class.relname as "table", attribute.attname as "column"
    from pg_constraint as link
    join pg_class as class on class.oid = link.conrelid
    join pg_attribute as attribute on attribute.attrelid = link.conrelid and attribute.attnum = link.conkey[1]
    where link.contype = 'f' and link.confrelid = 'stored_files'::regclass and link.confdeltype <> 'c'
    order by 1, 2`)
  const submitted = sql`select "file" ->> 'sha256' as sha256 from submissions, jsonb_array_elements(submissions.content -> 'attachments') as "file"`
  const columns = rows.map(({ table, column }) => {
    const name = sql.identifier(String(column))
    return sql`select ${name} as sha256 from ${sql.identifier(String(table))} where ${name} is not null`
  })
  return sql.join([submitted, ...columns], sql` union all `)
}
