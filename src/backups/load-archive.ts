import { sql } from 'drizzle-orm'
import type { Database } from '../platform/database.ts'
import { fileEntry, type TableInBackup } from './backup-manifest.ts'
import { damaged } from './backup-refused.ts'
import { digestOf, rowsIn } from './check-archive.ts'
import { linesOf, tablesToKeep } from './make-backup.ts'
import type { ArchiveReader } from './read-archive.ts'
import { loadRows, settleTransaction, type TextRow, withRestingConstraints } from './snapshot-store.ts'

// Whichever comes first. Values are held twice or thrice on their way.
const rowsAtOnce = 500
const charactersAtOnce = 2_000_000

const lengthOf = (row: TextRow): number => row.reduce((sum, value) => sum + (value?.length ?? 4), 0)

const loadTable = async (tx: Database, archive: ArchiveReader, table: TableInBackup): Promise<void> => {
  let held: TextRow[] = []
  let length = 0
  const put = async (): Promise<void> => {
    if (held.length > 0) await loadRows(tx, table, held)
    held = []
    length = 0
  }
  for await (const row of rowsIn(archive, table.name)) {
    held.push(row)
    length += lengthOf(row)
    if (held.length >= rowsAtOnce || length >= charactersAtOnce) await put()
  }
  await put()
}

const loadFiles = async (tx: Database, archive: ArchiveReader, table: TableInBackup): Promise<void> => {
  const hash = table.columns.findIndex(({ name }) => name === 'sha256')
  for await (const row of rowsIn(archive, table.name)) {
    const content = Buffer.concat(await (await archive.read(fileEntry(row[hash] ?? ''))).toArray())
    await loadRows(tx, table, [row], content)
  }
}

const checkLoaded = async (tx: Database, { tables, files }: ArchiveReader['manifest']): Promise<void> => {
  const promised = new Map(tables.map((table) => [table.name, table]))
  for (const table of await tablesToKeep(tx)) {
    let rows = 0
    const sha256 = await digestOf(linesOf(tx, table, () => rows++))
    const { rows: expected, sha256: wanted } = promised.get(table.name) ?? { rows: 0, sha256: '' }
    if (rows !== expected || sha256 !== wanted)
      throw damaged(`the table ${table.name} came back with ${rows} rows, not the same ${expected}`)
  }
  const sound = await tx.execute(sql`
    select count(*)::int as count, coalesce(sum(length(content)), 0)::text as bytes from stored_files
    where encode(sha256(content), 'hex') = sha256 and length(content) = size`)
  if (sound.rows[0]?.count !== files.count || sound.rows[0]?.bytes !== String(files.bytes))
    throw damaged(`${sound.rows[0]?.count} files of ${files.count} came back whole`)
}

/**
 * Loads all rows of an archive into empty tables of the schema it was made with, then compares what arrived: every
 * table's count and digest, every file's hash, every foreign key. Call it in a transaction.
 * @throws BackupRefusedError when anything differs
 */
export const loadArchive = async (tx: Database, archive: ArchiveReader): Promise<void> => {
  await settleTransaction(tx)
  await withRestingConstraints(tx, async () => {
    for (const table of archive.manifest.tables)
      await (table.name === 'stored_files' ? loadFiles : loadTable)(tx, archive, table)
  })
  await checkLoaded(tx, archive.manifest)
}
