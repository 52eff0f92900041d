import { createHash } from 'node:crypto'
import { promisedHash, tableEntry } from './backup-manifest.ts'
import { damaged } from './backup-refused.ts'
import { type ArchiveReader, hashOfEntry } from './read-archive.ts'
import { parseTextRow, type TextRow } from './snapshot-store.ts'

/** Lines as they were written: no sign but the line feed ends one (a reader of terminals knows more, that texts may hold). */
async function* linesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8')
      begun = []
      from = end + 1
    }
    begun.push(chunk.subarray(from))
  }
}

/** The rows of a table in an archive. */
export async function* rowsIn(archive: ArchiveReader, table: string): AsyncGenerator<TextRow> {
  for await (const line of linesIn(await archive.read(tableEntry(table)))) yield parseTextRow(line)
}

/** A digest of lines that come one by one. */
export const digestOf = async (parts: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const checkNames = ({ manifest, names }: ArchiveReader): void => {
  const tables = new Set(manifest.tables.map(({ name }) => tableEntry(name)))
  const strange = [...names].find((name) => !tables.has(name) && promisedHash(name) === null)
  if (strange !== undefined) throw damaged(`${strange} does not belong there`)
  const files = [...names].filter((name) => promisedHash(name) !== null).length
  if (files !== manifest.files.count) throw damaged(`${files} of ${manifest.files.count} files are there`)
}

/**
 * Reads a whole archive and compares every table and every file with its hash.
 * @throws BackupRefusedError when anything is missing, too much or other than it was
 */
export const checkArchive = async (archive: ArchiveReader): Promise<void> => {
  checkNames(archive)
  for (const { name, sha256 } of archive.manifest.tables)
    if ((await hashOfEntry(archive, tableEntry(name))) !== sha256) throw damaged(`the table ${name} was changed`)
  for (const name of archive.names) {
    const promised = promisedHash(name)
    if (promised !== null && (await hashOfEntry(archive, name)) !== promised) throw damaged(`${name} was changed`)
  }
}
