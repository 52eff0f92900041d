import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { allTables, hasRows } from '../../src/backups/snapshot-store.ts'
import type { Database } from '../../src/platform/database.ts'

const requiredColumn = z.object({ name: z.string(), type: z.string(), refers_to: z.string().nullable() })

/** The columns of a table that must be given, with the table that each refers to. */
const requiredColumns = async (tx: Database, table: string): Promise<readonly z.infer<typeof requiredColumn>[]> => {
  const { rows } = await tx.execute(sql`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, (
      select k.relname from pg_constraint c join pg_class k on k.oid = c.confrelid
      where c.contype = 'f' and c.conrelid = a.attrelid and c.conkey[1] = a.attnum
    ) as refers_to
    from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`)
  return rows.map((row) => requiredColumn.parse(row))
}

/** A value for a column of each type. */
const values: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'x'",
  integer: '1',
  boolean: 'false',
  date: 'current_date',
  jsonb: "'{}'",
  'timestamp with time zone': 'now()',
  'text[]': "'{}'",
  'integer[]': "'{}'"
}

/** Where any text would break a rule of the table. */
const fitting: Readonly<Record<string, string>> = {
  'case_views.kind': "'page'",
  'case_views.role': "'secretariat'",
  'file_scans.state': "'waiting'",
  'reading_choices.reading': "'leaves_denominator'",
  'sessions.method': "'code'",
  'work_runs.outcome': "'done'"
}

const valueFor = (table: string, { name, type, refers_to }: z.infer<typeof requiredColumn>): string => {
  if (refers_to !== null) {
    const key = refers_to === 'stored_files' ? 'sha256' : refers_to === 'second_factors' ? 'user_id' : 'id'
    return `(select "${key}" from "${refers_to}" order by 1 desc limit 1)`
  }
  const value = fitting[`${table}.${name}`] ?? values[type]
  if (value === undefined) throw new Error(`${table}.${name} is of type ${type}: say a value for it`)
  return value
}

const fill = async (tx: Database, table: string): Promise<void> => {
  const columns = await requiredColumns(tx, table)
  for (const { refers_to } of columns) if (refers_to !== null && !(await hasRows(tx, refers_to))) return
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const row = columns.map((column) => valueFor(table, column)).join(', ')
  await tx.execute(sql.raw(`insert into "${table}" (${names}) values (${row})`))
}

/** Puts one row into every table that is empty, of whatever version the schema is: as little as the table's rules let in. */
export const fillEmptyTables = async (tx: Database): Promise<void> => {
  const emptyTables = async (): Promise<readonly string[]> => {
    const empty: string[] = []
    for (const { name } of await allTables(tx)) if (!(await hasRows(tx, name))) empty.push(name)
    return empty
  }
  let left = await emptyTables()
  for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; left = await emptyTables()) {
    before = left.length
    for (const table of left) await fill(tx, table)
  }
}
