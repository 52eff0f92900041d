import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Held while this process works with a data folder. */
export type FolderLock = { readonly release: () => void }

/** Another process works with the folder. The message says which one and what to do. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  constructor(folder: string, pid: number) {
    super(
      `データフォルダー ${folder} は別のプロセス（PID ${pid}）が使用中です。そちらを終了してから、もう一度起動してください。` +
        ` (The data folder is in use by process ${pid}; stop it first.)`
    )
  }
}

const isRunning = (pid: number): boolean => {
  // In a container the process before a restart had the same number as this one.
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const tryCreate = (file: string): boolean => {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes a folder for this process alone, making it when absent. A lock left by a killed process is taken over.
 * @throws FolderInUseError while another living process holds it.
 */
export const lockFolder = (folder: string): FolderLock => {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  for (let attempt = 0; attempt < 3; attempt++) {
    if (tryCreate(file)) return { release: () => rmSync(file, { force: true }) }
    const holder = Number.parseInt(readFileSync(file, 'utf8'), 10)
    if (isRunning(holder)) throw new FolderInUseError(folder, holder)
    rmSync(file, { force: true })
  }
  throw new FolderInUseError(folder, 0)
}
