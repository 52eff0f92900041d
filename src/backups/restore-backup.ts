import type { Connection, Database } from '../platform/database.ts'
import { startJobs } from '../platform/jobs.ts'
import { type Migration, migrate, migrateUpTo, readMigrations, readMigrationsOf } from '../platform/migrate.ts'
import { queueWaitingMails } from '../platform/outbox.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { BackupRefusedError } from './backup-refused.ts'
import { checkArchive } from './check-archive.ts'
import { loadArchive } from './load-archive.ts'
import { type ArchiveReader, openArchive } from './read-archive.ts'
import { allTables, hasRows } from './snapshot-store.ts'

/** What was restored. */
export type Restored = { readonly manifest: BackupManifest; readonly mailsQueued: number }

const beginsWith = (whole: readonly Migration[], start: readonly Migration[]): boolean =>
  start.every(({ hash }, index) => whole[index]?.hash === hash)

const checkVersion = async ({ portalVersion, migrations }: BackupManifest): Promise<void> => {
  if (!beginsWith(await readMigrations(), migrations))
    throw new BackupRefusedError(
      `このバックアップは、より新しい版のポータル（${portalVersion}）で作られました。その版で復元してください。(Made by a newer version, ${portalVersion}: restore it with that one.)`
    )
}

const checkEmpty = async (db: Database, { migrations }: BackupManifest): Promise<void> => {
  const tables = await allTables(db)
  const filled = []
  for (const { name } of tables) if (await hasRows(db, name)) filled.push(name)
  if (filled.length === 0 && beginsWith(migrations, await readMigrationsOf(db))) return
  throw new BackupRefusedError(
    `復元先が空ではありません（${filled[0] ?? '表が作成済み'}）。何も変更していません。新しいデータベース、または空の DATA_DIR を指定してください。(The target is not empty; nothing was changed. Give it a new database or a new DATA_DIR that no portal was started on.)`
  )
}

const load = async (connection: Connection, archive: ArchiveReader): Promise<number> => {
  // The queue's own tables are no part of a backup: what waits to be sent is queued anew, or nothing is restored.
  const runner = await startJobs(connection, () => undefined, false)
  try {
    return await connection.db.transaction(async (tx) => {
      await loadArchive(tx, archive)
      return queueWaitingMails(tx, runner)
    })
  } finally {
    await runner.stop()
  }
}

/**
 * Brings a backup back into an empty database, of either kind: checks all of it first, loads it into the schema it was
 * made with, compares what arrived, then brings the schema up to date. It happens whole or not at all. Nobody is signed
 * in afterwards.
 * @throws BackupRefusedError when the target is not empty, or the archive is damaged, sealed with another key or newer
 */
export const restoreBackup = async (connection: Connection, path: string, key: Buffer | null): Promise<Restored> => {
  const archive = await openArchive(path, key)
  try {
    const { manifest } = archive
    await checkVersion(manifest)
    await checkEmpty(connection.db, manifest)
    await checkArchive(archive)
    await migrateUpTo(connection, manifest.migrations.length)
    const mailsQueued = await load(connection, archive)
    await migrate(connection)
    return { manifest, mailsQueued }
  } finally {
    await archive.close()
  }
}
