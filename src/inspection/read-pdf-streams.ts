import { constants, createInflateRaw, inflateRawSync } from 'node:zlib'
import { HazardFound } from './hazard.ts'
import { inspectionLimits } from './inspection-limits.ts'

const keyword = Buffer.from('stream')

/** How much of a stream is unpacked to see whether it can hold objects; less where it breaks off within that. */
const sampleBytes = [512, 24] as const

/** Data begin after the header; what checks them at the end is left alone, as most readers do. */
const headerBytes = 2

const tolerant = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 8192 } as const

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0

/** Where a stream's data may begin, for every keyword that may begin one. */
export function* streamStarts(bytes: Buffer): Generator<{ readonly keywordAt: number; readonly start: number }> {
  for (let at = bytes.indexOf(keyword); at !== -1; at = bytes.indexOf(keyword, at + keyword.length)) {
    if (at >= 3 && bytes.toString('latin1', at - 3, at) === 'end') continue
    let start = at + keyword.length
    while (start < bytes.length && start < at + 16 && isSpace(bytes.readUInt8(start))) start += 1
    if (start < bytes.length) yield { keywordAt: at, start }
  }
}

/** Whether bytes begin as an object stream does, with the numbers of its objects. */
export const beginsWithNumbers = (bytes: Buffer): boolean => /^[\s\0]*[\d%]/.test(bytes.toString('latin1', 0, 64))

/** Whether data at a place begins as packed data does (RFC 1950). */
export const isPacked = (bytes: Buffer, at: number): boolean =>
  at + 2 <= bytes.length && (bytes.readUInt8(at) & 0x0f) === 8 && bytes.readUInt16BE(at) % 31 === 0

/** Whether packed data at a place begins, unpacked, as an object stream does. */
export const packsNumbers = (bytes: Buffer, start: number): boolean => {
  for (const length of sampleBytes) {
    try {
      return beginsWithNumbers(inflateRawSync(bytes.subarray(start + headerBytes, start + length), tolerant))
    } catch {
      // Broken within the sample: a reader may show what stands before the break.
    }
  }
  return false
}

/** What may still be unpacked of one PDF. */
export type StreamBudget = { streams: number; bytes: number; packedBytes: number }

export const newStreamBudget = (): StreamBudget => ({
  streams: inspectionLimits.streams,
  bytes: inspectionLimits.objectStreamBytes,
  packedBytes: inspectionLimits.objectStreamBytes
})

/** Counts one more packed stream. @throws HazardFound at more than are tried */
export const countStream = (budget: StreamBudget): void => {
  budget.streams -= 1
  if (budget.streams < 0) throw new HazardFound('unreadable')
}

/**
 * Unpacks the data at a place to its own end, wherever the file says that it ends.
 * @throws HazardFound when it takes more than the budget, or breaks off
 */
export const unpackStream = async (bytes: Buffer, start: number, budget: StreamBudget): Promise<Buffer> => {
  const engine = createInflateRaw(tolerant)
  engine.end(bytes.subarray(start + headerBytes))
  const chunks: Buffer[] = []
  try {
    for await (const chunk of engine) {
      if (!Buffer.isBuffer(chunk)) continue
      budget.bytes -= chunk.length
      if (budget.bytes < 0) throw new HazardFound('bomb')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof HazardFound ? error : new HazardFound('unreadable')
  }
  // Streams that overlap could each be read to the end of the file without anything coming out.
  budget.packedBytes -= engine.bytesWritten
  if (budget.packedBytes < 0) throw new HazardFound('unreadable')
  return Buffer.concat(chunks)
}
