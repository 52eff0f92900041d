import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { type BackupManifest, manifestEntry, parseManifest } from './backup-manifest.ts'
import { BackupRefusedError, damaged } from './backup-refused.ts'
import { type Bytes, isSealed, openSealed, plainBytesOf } from './seal-bytes.ts'

/** An open archive: its entries by name, read as often as wanted. */
export type ArchiveReader = {
  readonly manifest: BackupManifest
  /** The names of all entries but the manifest. */
  readonly names: ReadonlySet<string>
  /** @throws BackupRefusedError when there is no such entry */
  readonly read: (name: string) => Promise<Readable>
  readonly close: () => Promise<void>
}

class ByteReader extends RandomAccessReader {
  readonly #bytes: Bytes
  constructor(bytes: Bytes) {
    super()
    this.#bytes = bytes
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#bytes.read(start, end), { objectMode: false })
  }
  override close(done: (error: Error | null) => void): void {
    done(null)
  }
}

const openBytes = async (
  path: string,
  key: Buffer | null
): Promise<Bytes & { readonly close: () => Promise<void> }> => {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
  const close = () => file.close()
  if (!isSealed(buffer)) return { ...plainBytesOf(file, size), close }
  if (key !== null) return { ...(await openSealed(file, size, key)), close }
  await file.close()
  throw new BackupRefusedError(
    'このバックアップは暗号化されています。作成したときの BACKUP_KEY を指定してください。(The archive is sealed: set the BACKUP_KEY it was made with.)'
  )
}

const entriesOf = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw damaged(`${entry.fileName} is there twice`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

const readManifest = async (zip: ZipFile, entry: Entry | undefined): Promise<BackupManifest> => {
  if (entry === undefined) throw damaged('it has no manifest')
  const content = Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray())
  const manifest = crc32(content) === entry.crc32 ? parseManifest(content.toString('utf8')) : null
  if (manifest === null) throw damaged('its manifest cannot be read')
  return manifest
}

const openEntries = async (bytes: Bytes): Promise<Omit<ArchiveReader, 'close'>> => {
  const zip = await fromRandomAccessReaderPromise(new ByteReader(bytes), bytes.size, { autoClose: false })
  const entries = await entriesOf(zip)
  const manifest = await readManifest(zip, entries.get(manifestEntry))
  return {
    manifest,
    names: new Set([...entries.keys()].filter((name) => name !== manifestEntry)),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw damaged(`${name} is missing`)
      return zip.openReadStreamPromise(entry)
    }
  }
}

const asDamage = (error: unknown): unknown =>
  error instanceof BackupRefusedError ? error : damaged(error instanceof Error ? error.message : String(error))

/**
 * Opens an archive and reads its manifest.
 * @param key unseals a sealed one
 * @throws BackupRefusedError when it is none, is damaged where that shows at once, or is sealed with another key
 */
export const openArchive = async (path: string, key: Buffer | null): Promise<ArchiveReader> => {
  const bytes = await openBytes(path, key)
  try {
    return { ...(await openEntries(bytes)), close: bytes.close }
  } catch (error) {
    await bytes.close()
    throw asDamage(error)
  }
}

/**
 * The SHA-256 of an entry's content, read to its end.
 * @throws BackupRefusedError when it cannot be read
 */
export const hashOfEntry = async (archive: ArchiveReader, name: string): Promise<string> => {
  try {
    const hash = createHash('sha256')
    for await (const chunk of await archive.read(name)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    throw asDamage(error)
  }
}
