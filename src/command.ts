import { BackupRefusedError } from './backups/backup-refused.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { NoRoomError } from './platform/errors.ts'
import { FolderInUseError } from './platform/folder-lock.ts'

/** Says a line to the person at the terminal. */
export const say = (text: string): boolean => process.stdout.write(`${text}\n`)

const forPeople = [ConfigError, FolderInUseError, NoRoomError, BackupRefusedError]

/** What the person at the terminal can mend is said in a sentence; anything else with its trace. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (forPeople.some((kind) => error instanceof kind)) return error.message
  if ('code' in error && error.code === 'EADDRINUSE')
    return `ポートが使用中です。PORT=3001 npm start のように、別のポートを指定してください。(${error.message})`
  return error.stack ?? error.message
}

/** Runs a program of the portal with what is configured; where it fails, says why and ends the process as failed. */
export const runCommand = (run: (config: Config) => Promise<void>): void => {
  const start = async (): Promise<void> => run(readConfig(process.env))
  start().catch((error: unknown) => {
    process.stderr.write(`${describe(error)}\n`)
    process.exit(1)
  })
}
