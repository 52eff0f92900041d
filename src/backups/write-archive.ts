import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable, Transform } from 'node:stream'
import { ZipFile } from 'yazl'

/** What was written as one entry. */
export type Written = { readonly sha256: string; readonly bytes: number }

/** A ZIP archive that grows entry by entry, each streamed; `output` is what it writes. */
export type ArchiveWriter = {
  readonly output: NodeJS.ReadableStream
  /** Writes one entry and waits until its last byte was taken by the output. */
  readonly add: (name: string, content: Iterable<Buffer> | AsyncIterable<Buffer>, pack: boolean) => Promise<Written>
  readonly end: () => void
  /** Ends what is being added with an error: the output takes no more. */
  readonly abandon: (error: unknown) => void
}

const hashing = (): { readonly stream: Transform; readonly result: () => Written } => {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    }
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) }
}

/** Opens an archive (ZIP, with its 64-bit form where sizes need it). Entries are added one after the other. */
export const openArchiveWriter = (): ArchiveWriter => {
  const zip = new ZipFile()
  const failed = new Promise<never>((_resolve, reject) => {
    zip.once('error', reject)
  })
  failed.catch(() => undefined)
  return {
    output: zip.outputStream,
    add: async (name, content, pack) => {
      const source = Readable.from(content, { objectMode: false })
      const { stream, result } = hashing()
      source.once('error', (error) => stream.destroy(error))
      const ended = once(stream, 'end')
      zip.addReadStream(source.pipe(stream), name, { compress: pack, forceZip64Format: true })
      await Promise.race([ended, failed])
      return result()
    },
    end: () => zip.end(),
    abandon: (error) => zip.emit('error', error)
  }
}
