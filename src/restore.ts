import { BackupRefusedError } from './backups/backup-refused.ts'
import { restoreBackup } from './backups/restore-backup.ts'
import { runCommand, say } from './command.ts'
import { openDatabase } from './platform/database.ts'

/** `npm run restore -- FILE`: brings a backup back into the configured database, which must be empty. */
runCommand(async (config) => {
  const path = process.argv[2]
  if (path === undefined)
    throw new BackupRefusedError('復元するファイルを指定してください: npm run restore -- ファイル名 (Name the file.)')
  const begun = performance.now()
  const connection = await openDatabase(config)
  try {
    const { manifest, mailsQueued } = await restoreBackup(connection, path, config.backups.key)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`${manifest.madeAt} のバックアップを復元し、件数・内容・参照を確かめました。`)
    say(
      `  表 ${manifest.tables.length}、行 ${rows}、ファイル ${manifest.files.count}、送信待ちのメール ${mailsQueued}、${((performance.now() - begun) / 1000).toFixed(1)} 秒`
    )
    say('  利用者は全員、あらためてログインします。')
  } finally {
    await connection.close()
  }
})
