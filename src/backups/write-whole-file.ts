import { createWriteStream } from 'node:fs'
import { chmod, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file that only its owner may read and that is there whole or not at all: under another name first, brought
 * to the disk, then renamed.
 */
export const writeWholeFile = async (
  path: string,
  content: NodeJS.ReadableStream,
  through: Transform | null,
  signal: AbortSignal
): Promise<void> => {
  const unfinished = `${path}.${process.pid}.partial`
  try {
    const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 })
    await (through === null ? pipeline(content, target, { signal }) : pipeline(content, through, target, { signal }))
    await chmod(unfinished, 0o600)
    await sync(unfinished)
    await rename(unfinished, path)
    await sync(dirname(path))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
