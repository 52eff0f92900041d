import { writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { manifestEntry } from '../../src/backups/backup-manifest.ts'
import { openArchive } from '../../src/backups/read-archive.ts'
import { openArchiveWriter } from '../../src/backups/write-archive.ts'

/** Entries of an archive by name; null leaves one out. */
export type Change = (name: string, content: Buffer) => Buffer | null

/** Writes an archive anew with changed entries, as somebody might who knows the form. */
export const rewriteArchive = async (from: string, to: string, change: Change): Promise<void> => {
  const archive = await openArchive(from, null)
  const writer = openArchiveWriter()
  const written = buffer(writer.output)
  for (const name of [...archive.names, manifestEntry]) {
    const content =
      name === manifestEntry ? Buffer.from(JSON.stringify(archive.manifest)) : await buffer(await archive.read(name))
    const changed = change(name, content)
    if (changed !== null) await writer.add(name, [changed], true)
  }
  writer.end()
  await archive.close()
  await writeFile(to, await written)
}
