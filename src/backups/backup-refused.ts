/** A backup or a restore is not done, and nothing was changed. The message says why and what to do. */
export class BackupRefusedError extends Error {
  override readonly name = 'BackupRefusedError'
}

/** Refuses an archive that is not, or no longer, what it was when it was made. */
export const damaged = (what: string): BackupRefusedError =>
  new BackupRefusedError(
    `バックアップが壊れているため、復元しませんでした。別のバックアップを指定してください。(The archive is damaged: ${what}. Nothing was written; use another one.)`
  )
