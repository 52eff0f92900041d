import { BackupRefusedError } from './backups/backup-refused.ts'
import { keepBackup } from './backups/keep-nightly-backup.ts'
import { figuresOf, recordBackup } from './backups/record-backup.ts'
import { runCommand, say } from './command.ts'
import type { Config } from './config.ts'
import { systemClock } from './platform/clock.ts'
import { type Connection, openDatabase } from './platform/database.ts'
import { FolderInUseError } from './platform/folder-lock.ts'
import { uuidV7 } from './platform/ids.ts'

const open = async (config: Config): Promise<Connection> => {
  try {
    return await openDatabase(config)
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    throw new BackupRefusedError(
      'ポータルが動いている間、内蔵データベースは別のコマンドから読めません。BACKUP_DIR を設定するとポータル自身が毎晩バックアップを作ります。すぐに作るには、ポータルを停止してから実行してください。(The portal has its embedded database open: set BACKUP_DIR and it makes a backup every night, or stop it first.)'
    )
  }
}

const nowhere = new BackupRefusedError(
  '書き込み先を指定してください: npm run backup -- ファイル名（または BACKUP_DIR を設定）(Name a file, or set BACKUP_DIR.)'
)

const make = async (config: Config, { db, driver }: Connection, file: string | undefined) => {
  const { folder, keep, key } = config.backups
  const context = { db, clock: systemClock, ids: () => uuidV7(), key, oneConnection: driver.kind === 'pglite' }
  if (file !== undefined) return { path: file, figures: figuresOf(await recordBackup(context, file)) }
  if (folder === null) throw nowhere
  return keepBackup(context, { folder, keep, key, oneConnection: context.oneConnection })
}

/** `npm run backup -- FILE`: everything into one file; without a name into BACKUP_DIR, of which the newest are kept. */
runCommand(async (config) => {
  const begun = performance.now()
  const connection = await open(config)
  try {
    const { path, figures } = await make(config, connection, process.argv[2])
    say(`バックアップを作成しました: ${path}`)
    say(
      `  表 ${figures.tables}、行 ${figures.rows}、ファイル ${figures.files}、${figures.bytes} バイト、${((performance.now() - begun) / 1000).toFixed(1)} 秒`
    )
  } finally {
    await connection.close()
  }
})
