import type { PGlite } from '@electric-sql/pglite'
import { type Connection, wrapPglite } from '../../src/platform/database.ts'

/** What a database holds: the rows of each table as JSON, and how far each sequence has come. */
type Contents = {
  readonly tables: ReadonlyMap<string, string>
  readonly sequences: ReadonlyMap<string, string | null>
}

const tableNames = async (pglite: PGlite): Promise<readonly string[]> => {
  const { rows } = await pglite.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)' order by 1`
  )
  return rows.map(({ name }) => name)
}

/** The tables that have rows, in one question: most have none. */
const filledTables = async (pglite: PGlite, tables: Iterable<string>): Promise<readonly string[]> => {
  const parts = [...tables].map((name) => `select '${name}' as name where exists (select 1 from ${name})`)
  const { rows } = await pglite.query<{ name: string }>(parts.join(' union all '))
  return rows.map(({ name }) => name)
}

const rowsOf = async (pglite: PGlite, table: string): Promise<string> => {
  const { rows } = await pglite.query<{ json: string }>(
    `select coalesce(json_agg(t order by t::text), '[]')::text as json from ${table} t`
  )
  return rows[0]?.json ?? '[]'
}

const sequencesOf = async (pglite: PGlite): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await pglite.query<{ name: string; value: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences order by 1`
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** Reads what a database holds that nothing has used yet. */
const contentsOf = async (pglite: PGlite): Promise<Contents> => {
  const tables = new Map<string, string>()
  const names = await tableNames(pglite)
  for (const name of names) tables.set(name, '[]')
  for (const name of await filledTables(pglite, names)) tables.set(name, await rowsOf(pglite, name))
  return { tables, sequences: await sequencesOf(pglite) }
}

const putBack = async (pglite: PGlite, { tables, sequences }: Contents): Promise<void> => {
  await pglite.exec("begin; set local session_replication_role = 'replica'")
  for (const name of await filledTables(pglite, tables.keys())) {
    const rows = tables.get(name) ?? '[]'
    if (rows !== '[]' && (await rowsOf(pglite, name)) === rows) continue
    await pglite.exec(`delete from ${name}`)
    if (rows !== '[]')
      await pglite.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [rows])
  }
  for (const [name, value] of await sequencesOf(pglite)) {
    const before = sequences.get(name) ?? null
    if (before === value) continue
    await pglite.query('select setval($1, $2, $3)', [name, before ?? '1', before !== null])
  }
  await pglite.exec('commit')
}

/** Makes a used database as it was when `contents` were read; false where a test has made or removed tables. */
const restoreContents = async (pglite: PGlite, contents: Contents): Promise<boolean> => {
  await pglite.exec('discard all')
  const [now, then] = [await tableNames(pglite), [...contents.tables.keys()]]
  if (now.join() !== then.join()) return false
  await putBack(pglite, contents)
  return true
}

/** The same database, which answers nobody any more once it is closed; the one below stays open. */
const untilClosed = (pglite: PGlite, closed: () => boolean): PGlite =>
  new Proxy(pglite, {
    get: (target, name) => {
      if (closed()) throw new Error('the database is closed')
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' && name !== 'constructor' ? value.bind(target) : value
    }
  })

type Used = { readonly pglite: PGlite; readonly contents: Contents }

/** How many databases that nobody uses stay open; few tests use two at a time. */
const mostIdle = 2

/**
 * Lends embedded databases that are as if new: opening one takes half a second, emptying a used one takes 15 ms.
 * @param open makes a new one
 */
export const lendPglite = (open: () => Promise<PGlite>): (() => Promise<Connection>) => {
  const idle: Used[] = []
  const take = async (): Promise<Used> => {
    const used = idle.pop()
    if (used !== undefined) return used
    const pglite = await open()
    return { pglite, contents: await contentsOf(pglite) }
  }
  const giveBack = async (used: Used): Promise<void> => {
    if (idle.length < mostIdle && (await restoreContents(used.pglite, used.contents))) idle.push(used)
    else await used.pglite.close()
  }
  return async () => {
    const used = await take()
    let closed = false
    return {
      ...wrapPglite(untilClosed(used.pglite, () => closed)),
      close: async () => {
        if (closed) return
        closed = true
        await giveBack(used)
      }
    }
  }
}
