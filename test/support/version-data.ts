import { sql } from 'drizzle-orm'
import { rowsIn } from '../../src/backups/check-archive.ts'
import { type ArchiveReader, openArchive } from '../../src/backups/read-archive.ts'
import {
  allTables,
  loadRows,
  settleTransaction,
  type TableShape,
  type TextRow,
  withRestingConstraints
} from '../../src/backups/snapshot-store.ts'
import type { Database } from '../../src/platform/database.ts'
import { fillEmptyTables } from './fill-empty-tables.ts'

type Row = Readonly<Record<string, string | null>>

/** Rows that no version before a migration could hold, by the number of the migration that brought them. */
const notBefore: readonly { readonly migration: number; readonly table: string; readonly is: (row: Row) => boolean }[] =
  [
    { migration: 4, table: 'applications', is: ({ kind }) => kind === 'renewal' },
    { migration: 4, table: 'meetings', is: ({ cancelled_at }) => cancelled_at !== null },
    { migration: 9, table: 'role_grants', is: ({ role }) => role === 'administrator' }
  ]

/** What of an archive a version could hold; asked row by row, tables in the order of their names. */
const holding = (version: number): ((table: string, row: Row) => boolean) => {
  const gone = new Set<string | null>()
  const certified = new Set<string | null>()
  const secondStanding = (table: string, { company_id, ended_on }: Row): boolean => {
    if (version >= 2 || table !== 'certifications' || ended_on !== null) return false
    if (certified.has(company_id ?? null)) return true
    certified.add(company_id ?? null)
    return false
  }
  return (table, row) => {
    const refused =
      secondStanding(table, row) ||
      notBefore.some((known) => version < known.migration && known.table === table && known.is(row)) ||
      (row.subject_id !== undefined && gone.has(row.subject_id))
    if (refused && row.id !== undefined) gone.add(row.id)
    return !refused
  }
}

/** The columns of a table of an earlier version that a later archive fills; a file's content is not among its columns. */
const common = (table: TableShape, archive: ArchiveReader) => {
  const later = archive.manifest.tables.find(({ name }) => name === table.name)?.columns.map(({ name }) => name) ?? []
  return { later, shape: { ...table, columns: table.columns.filter(({ name }) => later.includes(name)) } }
}

const rowsAtOnce = 200

const loadTable = async (
  tx: Database,
  table: TableShape,
  archive: ArchiveReader,
  holds: ReturnType<typeof holding>
): Promise<void> => {
  const { later, shape } = common(table, archive)
  if (shape.columns.length === 0) return
  const places = shape.columns.map(({ name }) => later.indexOf(name))
  const rows: TextRow[] = []
  for await (const row of rowsIn(archive, table.name))
    if (holds(table.name, Object.fromEntries(later.map((name, place) => [name, row[place] ?? null]))))
      rows.push(places.map((place) => row[place] ?? null))
  const content = table.name === 'stored_files' ? Buffer.from('x') : undefined
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await loadRows(tx, shape, rows.slice(at, at + rowsAtOnce), content)
}

/** Statements that each delete the rows of a table that refer to what is not there. */
const sweeps = async (tx: Database): Promise<readonly string[]> => {
  const { rows } = await tx.execute(sql`
    select format('delete from %s where %I is not null and not exists (select 1 from %s as there where there.%I = %1$s.%2$I)',
      c.conrelid::regclass, a.attname, c.confrelid::regclass, k.attname) as statement
    from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  return rows.map(({ statement }) => String(statement))
}

const sweep = async (tx: Database, statements: readonly string[]): Promise<void> => {
  let deleted: number
  do {
    deleted = 0
    for (const statement of statements) deleted += (await tx.execute(sql.raw(`${statement} returning 1`))).rows.length
  } while (deleted > 0)
}

/**
 * Fills the empty schema of an earlier version with what a later archive holds that the version could hold too, and with
 * one row in each table that stays empty. Call it in a transaction.
 * @param version the number of its newest migration
 */
export const loadVersionData = async (tx: Database, version: number, path: string): Promise<void> => {
  const archive = await openArchive(path, null)
  try {
    await settleTransaction(tx)
    const statements = await sweeps(tx)
    await withRestingConstraints(tx, async () => {
      const holds = holding(version)
      for (const table of await allTables(tx)) await loadTable(tx, table, archive, holds)
      await sweep(tx, statements)
    })
    await fillEmptyTables(tx)
  } finally {
    await archive.close()
  }
}
