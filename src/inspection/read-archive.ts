import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { HazardFound } from './hazard.ts'
import { inspectionLimits } from './inspection-limits.ts'

/** A part of an archive: its name, how it begins, and all of it where that was asked for. */
export type Part = { readonly name: string; readonly start: Buffer; readonly content: Buffer | null }

/** What may still be unpacked of one file, of all archives in it together. */
export type Budget = { parts: number; bytes: number }

export const newBudget = (): Budget => ({ parts: inspectionLimits.parts, bytes: inspectionLimits.unpackedBytes })

const magicBytes = 8
const archiveStart = Buffer.from('PK\u0003\u0004', 'latin1')

/** Whether a part is an archive itself. */
export const isArchive = ({ start }: Part): boolean => start.subarray(0, 4).equals(archiveStart)

const spend = (budget: Budget, bytes: number): void => {
  budget.bytes -= bytes
  if (budget.bytes < 0) throw new HazardFound('bomb')
}

const checkClaims = (entry: Entry, budget: Budget, names: Set<string>): void => {
  const name = entry.fileName.toLowerCase()
  budget.parts -= 1
  if (budget.parts < 0 || entry.uncompressedSize > budget.bytes) throw new HazardFound('bomb')
  if (entry.isEncrypted()) throw new HazardFound('encrypted')
  if (names.has(name) || !entry.canDecodeFileData()) throw new HazardFound('archive')
  names.add(name)
}

const isBomb = (size: number, { compressedSize }: Entry): boolean =>
  size > inspectionLimits.ratioFromBytes && size > inspectionLimits.ratio * compressedSize

/** Unpacks a part as far as its limits go: what its header claims is not believed. */
const readPart = async (
  zip: ZipFile,
  entry: Entry,
  { budget, isWanted }: { readonly budget: Budget; readonly isWanted: (name: string) => boolean }
): Promise<Part> => {
  const name = entry.fileName
  const kept: Buffer[] = []
  let [size, keeps] = [0, isWanted(name)]
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) continue
    if (size === 0 && chunk.subarray(0, 4).equals(archiveStart)) keeps = true
    size += chunk.length
    spend(budget, chunk.length)
    if (isBomb(size, entry) || (keeps && size > inspectionLimits.wholePartBytes)) throw new HazardFound('bomb')
    if (keeps || kept.length === 0) kept.push(chunk)
  }
  const content = Buffer.concat(kept)
  return { name, start: content.subarray(0, magicBytes), content: keeps ? content : null }
}

/**
 * The parts of an archive one after the other, every one unpacked to its end. Parts that are archives themselves come
 * whole, and so do those that are wanted.
 * @throws HazardFound where the archive is broken, encrypted, names a part twice or outside of itself, or unpacks to more
 * than the budget
 */
export async function* archiveParts(
  content: Buffer,
  options: { readonly budget: Budget; readonly isWanted: (name: string) => boolean }
): AsyncGenerator<Part> {
  const names = new Set<string>()
  try {
    const zip = await fromBufferPromise(content, { validateEntrySizes: true, strictFileNames: true })
    for await (const entry of zip.eachEntry()) {
      checkClaims(entry, options.budget, names)
      if (!entry.fileName.endsWith('/')) yield await readPart(zip, entry, options)
    }
  } catch (error) {
    throw error instanceof HazardFound ? error : new HazardFound('archive')
  }
}
