import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { sha256Of } from '../platform/files.ts'
import type { ExportEntry, ExportFacts } from './export-entry.ts'
import { uniquePaths } from './export-path.ts'
import { exportReadme } from './export-readme.ts'

type Written = { readonly path: string; readonly what: string; readonly bytes: number; readonly sha256: string }

/** What is packed already gets no smaller. */
const isPacked = (path: string): boolean => !/\.(csv|json|txt)$/.test(path)

const once = (bytes: Buffer): Readable => Readable.from([bytes], { objectMode: false })

/** Some name of the table of contents for machines and for people, in that order. */
const contents = { manifest: 'manifest.json', readme: 'はじめにお読みください.txt' } as const

/**
 * Packs an export as it is read: each file is fetched when its turn comes and forgotten when it was sent, so that only
 * one is in memory at a time. The table of contents comes last, because it tells size and SHA-256 of each. A file that
 * cannot be read does not keep the others from coming: it is left empty and named as missing.
 * @param report told of every file that is missing
 */
export const writeExport = (
  entries: readonly ExportEntry[],
  facts: ExportFacts,
  report: (error: unknown) => void
): Readable => {
  const zip = new ZipFile()
  const unique = uniquePaths()
  const [written, missing]: [Written[], string[]] = [[], []]
  const add = (path: string, read: () => Promise<Buffer>): void =>
    zip.addReadStreamLazy(path, { mtime: facts.madeAt, compress: !isPacked(path) }, (give) => {
      read().then(
        (bytes) => give(null, once(bytes)),
        (error: unknown) => {
          report(error)
          missing.push(path)
          give(null, once(Buffer.alloc(0)))
        }
      )
    })
  for (const path of Object.values(contents)) unique(path)
  const text = Buffer.from(exportReadme(facts, entries))
  zip.addBuffer(text, contents.readme, { mtime: facts.madeAt })
  for (const { path: wanted, what, read } of entries) {
    const path = unique(wanted)
    add(path, async () => {
      const bytes = await read()
      written.push({ path, what, bytes: bytes.length, sha256: sha256Of(bytes) })
      return bytes
    })
  }
  add(contents.manifest, async () => {
    const { companyName, madeAt } = facts
    const bytes = written.reduce((sum, file) => sum + file.bytes, 0)
    const counts = { files: written.length, bytes, missing: missing.length }
    return Buffer.from(
      `${JSON.stringify({ format: 1, companyName, madeAt, counts, files: written, missing }, null, 2)}\n`
    )
  })
  zip.end()
  return new Readable().wrap(zip.outputStream)
}
