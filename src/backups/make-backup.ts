import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { readMigrationsOf } from '../platform/migrate.ts'
import { storedFiles } from '../platform/table.ts'
import { portalVersion } from '../platform/version.ts'
import { type BackupManifest, fileEntry, manifestEntry, type TableInBackup, tableEntry } from './backup-manifest.ts'
import { BackupRefusedError } from './backup-refused.ts'
import { sealing } from './seal-bytes.ts'
import { allTables, settleTransaction, type TableShape, type TextRow, textRows } from './snapshot-store.ts'
import { type ArchiveWriter, openArchiveWriter } from './write-archive.ts'
import { writeWholeFile } from './write-whole-file.ts'

/** From what a backup is made, and with what it is sealed. */
export type BackupSource = {
  readonly db: Database
  readonly clock: Clock
  /** 32 bytes, or null for an archive that anybody may read who has the file. */
  readonly key: Buffer | null
  /**
   * Whether readers and writers share one connection (the embedded database): then the files, which never change, are
   * read after the snapshot, so that a portal that serves waits for the tables only.
   */
  readonly oneConnection: boolean
}

/** What was written. */
export type MadeBackup = { readonly manifest: BackupManifest; readonly bytes: number }

/** What ends with a restore: nobody stays signed in, and no code or link that was on its way is of use. */
export const leftOut: ReadonlySet<string> = new Set([
  'sessions',
  'factor_enrolments',
  'sign_in_codes',
  'provider_sign_ins',
  'attempts',
  // Until migration 0011.
  'verifications'
])

/** Whose contents are entries of their own, each under its hash. */
const filesTable = 'stored_files'

export const withoutContent = (table: TableShape): TableShape =>
  table.name === filesTable ? { ...table, columns: table.columns.filter(({ name }) => name !== 'content') } : table

/** The tables that a backup holds, as they are now. */
export const tablesToKeep = async (tx: Database): Promise<readonly TableShape[]> =>
  (await allTables(tx)).filter(({ name }) => !leftOut.has(name)).map(withoutContent)

/** A table's rows, one JSON array a line: the form of which digests are taken. */
export async function* linesOf(tx: Database, table: TableShape, see: (row: TextRow) => void): AsyncGenerator<Buffer> {
  for await (const rows of textRows(tx, table)) {
    rows.forEach(see)
    yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
}

const addTable = async (
  archive: ArchiveWriter,
  tx: Database,
  table: TableShape,
  see: (row: TextRow) => void
): Promise<TableInBackup> => {
  let rows = 0
  const count = (row: TextRow): void => {
    rows += 1
    see(row)
  }
  const { sha256 } = await archive.add(tableEntry(table.name), linesOf(tx, table, count), true)
  return { name: table.name, columns: [...table.columns], rows, sha256 }
}

const addFile = async (archive: ArchiveWriter, db: Database, sha256: string): Promise<number> => {
  const [row] = await db
    .select({ content: storedFiles.content })
    .from(storedFiles)
    .where(eq(storedFiles.sha256, sha256))
  if (row === undefined) throw new Error(`the stored file ${sha256} went away while the backup was made`)
  const written = await archive.add(fileEntry(sha256), [row.content], false)
  if (written.sha256 !== sha256)
    throw new BackupRefusedError(
      `保存されたファイル ${sha256} が壊れています。直前のバックアップから復元してください。(This stored file is damaged; restore it from an earlier backup.)`
    )
  return written.bytes
}

const addFiles = async (
  archive: ArchiveWriter,
  db: Database,
  files: readonly string[]
): Promise<BackupManifest['files']> => {
  let bytes = 0
  for (const sha256 of files) bytes += await addFile(archive, db, sha256)
  return { count: files.length, bytes }
}

const addSnapshot = async (archive: ArchiveWriter, source: BackupSource): Promise<BackupManifest> => {
  const { db, clock, oneConnection } = source
  const files: string[] = []
  const snapshot = async (tx: Database) => {
    await settleTransaction(tx)
    const migrations = [...(await readMigrationsOf(tx))]
    if (migrations.length === 0)
      throw new BackupRefusedError(
        'データベースが空です。DATABASE_URL または DATA_DIR を確かめてください。(The database holds no portal.)'
      )
    const tables: TableInBackup[] = []
    for (const table of await tablesToKeep(tx)) {
      const hash = table.name === filesTable ? table.columns.findIndex(({ name }) => name === 'sha256') : -1
      tables.push(await addTable(archive, tx, table, (row) => hash >= 0 && files.push(row[hash] ?? '')))
    }
    return { migrations, tables, files: oneConnection ? null : await addFiles(archive, tx, files) }
  }
  const kept = await db.transaction(snapshot, { isolationLevel: 'repeatable read', accessMode: 'read only' })
  return {
    format: 1,
    product: 'work-life-good-balance',
    portalVersion,
    madeAt: clock.now().toISOString(),
    ...kept,
    files: kept.files ?? (await addFiles(archive, db, files))
  }
}

const fill = async (archive: ArchiveWriter, source: BackupSource): Promise<BackupManifest> => {
  const manifest = await addSnapshot(archive, source)
  await archive.add(manifestEntry, [Buffer.from(JSON.stringify(manifest, null, 1))], true)
  archive.end()
  return manifest
}

/**
 * Writes everything that the portal keeps, as it is at one instant, into one file that is there whole or not at all,
 * readable by its owner only. The portal may serve and write meanwhile.
 * @throws BackupRefusedError when the file is there already, or what is stored is damaged
 */
export const makeBackup = async (source: BackupSource, path: string): Promise<MadeBackup> => {
  if (existsSync(path))
    throw new BackupRefusedError(`${path} はすでにあります。別の名前を指定してください。(The file is there already.)`)
  const archive = openArchiveWriter()
  const stop = new AbortController()
  const writing = writeWholeFile(path, archive.output, source.key === null ? null : sealing(source.key), stop.signal)
  writing.catch(archive.abandon)
  const filling = fill(archive, source).catch((error: unknown) => {
    stop.abort(error)
    throw error
  })
  const [filled, written] = await Promise.allSettled([filling, writing])
  if (filled.status === 'rejected') throw filled.reason
  if (written.status === 'rejected') throw written.reason
  return { manifest: filled.value, bytes: (await stat(path)).size }
}
