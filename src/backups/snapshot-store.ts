import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'

/** A table of the product as the database describes it. */
export type TableShape = {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** The columns of its primary key, in order. */
  readonly key: readonly string[]
}

const tableShapes: z.ZodType<readonly TableShape[]> = z.array(
  z.object({
    name: z.string(),
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    key: z.array(z.string())
  })
)

/** One row: its values as the database writes them in text, in the order of the columns. */
export type TextRow = readonly (string | null)[]

const textRow: z.ZodType<TextRow> = z.array(z.string().nullable())

/** Reads a row from a line of an archive. */
export const parseTextRow = (line: string): TextRow => textRow.parse(JSON.parse(line))

const rowsAtOnce = 200

const settings = [
  "timezone = 'UTC'",
  "datestyle = 'ISO, YMD'",
  "intervalstyle = 'postgres'",
  "bytea_output = 'hex'",
  // The limits are for what pages need; years of files take longer.
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0'
]

/**
 * Values read as text come out the same whatever the server's own settings are, and the transaction may take its time.
 * Call it first in one.
 */
export const settleTransaction = async (tx: Database): Promise<void> => {
  for (const setting of settings) await tx.execute(sql.raw(`set local ${setting}`))
}

/** All tables of the product, by name; the queue's and the migrations' own live in other schemas. */
export const allTables = async (tx: Database): Promise<readonly TableShape[]> => {
  const { rows } = await tx.execute(sql`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns,
      coalesce((
        select json_agg(k.attname order by array_position(i.indkey::int2[], k.attnum))
        from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary
      ), '[]'::json) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.oid, c.relname order by c.relname collate "C"`)
  return tableShapes.parse(rows)
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The rows of a table as text in the order of its key, a few at a time. Needs a transaction. */
export async function* textRows(tx: Database, { name, columns, key }: TableShape): AsyncGenerator<readonly TextRow[]> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
  // By byte: databases differ in how they sort letters.
  const order = (key.length > 0 ? key : columns.map((column) => column.name))
    .map((column) => `${quoted(column)}::text collate "C"`)
    .join(', ')
  await tx.execute(
    sql.raw(
      `declare rows_of_a_table no scroll cursor for select json_build_array(${values}) as row from ${quoted(name)} order by ${order}`
    )
  )
  for (;;) {
    const { rows } = await tx.execute(sql.raw(`fetch ${rowsAtOnce} from rows_of_a_table`))
    if (rows.length === 0) break
    yield rows.map(({ row }) => textRow.parse(row))
  }
  await tx.execute(sql.raw('close rows_of_a_table'))
}

/**
 * Puts rows into a table, each value read from its text.
 * @param content what the column `content` of a single row holds besides
 */
export const loadRows = async (
  tx: Database,
  { name, columns }: Pick<TableShape, 'name' | 'columns'>,
  rows: readonly TextRow[],
  content?: Buffer
): Promise<void> => {
  const [moreNames, moreValues] = content === undefined ? [sql``, sql``] : [sql`, content`, sql`, ${content}::bytea`]
  const names = sql.raw(columns.map((column) => quoted(column.name)).join(', '))
  const values = sql.raw(columns.map(({ type }, index) => `(row->>${index})::${type}`).join(', '))
  await tx.execute(sql`
    insert into ${sql.raw(quoted(name))} (${names}${moreNames})
    select ${values}${moreValues} from json_array_elements(${JSON.stringify(rows)}::json) as row`)
}

/** Whether a table holds anything. */
export const hasRows = async (tx: Database, table: string): Promise<boolean> =>
  (await tx.execute(sql.raw(`select 1 as one from ${quoted(table)} limit 1`))).rows.length > 0

const statements = async (tx: Database, question: ReturnType<typeof sql>): Promise<readonly string[]> =>
  (await tx.execute(question)).rows.map(({ statement }) => String(statement))

/**
 * Does something while foreign keys and triggers rest, in any order of tables; afterwards every foreign key is made
 * anew, which checks all rows, and the triggers watch again.
 */
export const withRestingConstraints = async (tx: Database, load: () => Promise<void>): Promise<void> => {
  const triggers = (change: string) => sql`
    select format('alter table %s ${sql.raw(change)} trigger user', oid::regclass) as statement
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  const keys = sql`from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`
  const drop = await statements(
    tx,
    sql`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement ${keys}`
  )
  const make = await statements(
    tx,
    sql`select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as statement ${keys}`
  )
  for (const statement of [...drop, ...(await statements(tx, triggers('disable')))])
    await tx.execute(sql.raw(statement))
  await load()
  for (const statement of [...make, ...(await statements(tx, triggers('enable')))]) await tx.execute(sql.raw(statement))
}
