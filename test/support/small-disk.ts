import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const mebibyte = 1024 * 1024

/** A disk of its own that is soon full. */
export type SmallDisk = {
  readonly folder: string
  /** Takes room from outside of the portal until only so many MiB are left; 0 takes the last byte. */
  readonly fill: (left: number) => void
  /** Gives back everything that was taken. */
  readonly free: () => void
  readonly remove: () => void
}

const chunk = Buffer.alloc(mebibyte, 1)

/** Writes until nothing more fits. */
const writeOut = (file: number, size: number): void => {
  try {
    for (;;) if (writeSync(file, chunk, 0, size) < size) return
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/** Mounts a disk in memory, which takes root: whoever may not do so hears of it, and nothing is left out in silence. */
export const mountSmallDisk = (mebibytes: number): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'wlgb-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
  const filler = join(folder, 'filler')
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    fill: (left) => {
      const file = openSync(filler, 'a')
      while (freeBytes() >= (left + 1) * mebibyte) writeSync(file, chunk)
      if (left === 0) for (const size of [4096, 1]) writeOut(file, size)
      closeSync(file)
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
