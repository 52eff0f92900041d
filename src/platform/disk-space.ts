import { statfs } from 'node:fs/promises'

/** Bytes of the disk below a folder: those that this process may still use, and all. */
export type DiskSpace = { readonly free: number; readonly total: number }

/** How much room is left on a folder's disk; null when that cannot be told, as for a folder that is not there. */
export const readDiskSpace = async (folder: string): Promise<DiskSpace | null> => {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, total: blocks * bsize }
  } catch {
    return null
  }
}
