import type { Context } from '../platform/context.ts'
import { recordWorkRun } from '../platform/work-runs.ts'
import { type BackupSource, type MadeBackup, makeBackup } from './make-backup.ts'

/** How much a backup holds, in figures. */
export const figuresOf = ({ manifest, bytes }: MadeBackup) => ({
  tables: manifest.tables.length,
  rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
  files: manifest.files.count,
  bytes
})

/**
 * Makes a backup and records that it was made, or failed, for the administrator to see.
 * @throws what `makeBackup` throws
 */
export const recordBackup = async (context: BackupSource & Pick<Context, 'ids'>, path: string): Promise<MadeBackup> => {
  const startedAt = context.clock.now()
  const record = (outcome: 'done' | 'failed', details: Readonly<Record<string, number>>): Promise<void> =>
    recordWorkRun(context.db, context, { work: 'backup', startedAt, outcome, details })
  try {
    const made = await makeBackup(context, path)
    // A database of an earlier version cannot keep the record; its backup is as good.
    await record('done', figuresOf(made)).catch(() => undefined)
    return made
  } catch (error) {
    await record('failed', {}).catch(() => undefined)
    throw error
  }
}
