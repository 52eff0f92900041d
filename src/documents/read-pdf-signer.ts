import { readSigner } from './read-signer.ts'

const rangePattern = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/**
 * Who signed the whole of a PDF: the signature whose range is every byte but itself. Null when there is none, or when one
 * byte was changed since. Any producer's PDF is read.
 */
export const readPdfSigner = async (pdf: Uint8Array): Promise<string | null> => {
  const bytes = Buffer.from(pdf)
  for (const [, ...numbers] of bytes.toString('latin1').matchAll(rangePattern)) {
    const [start = -1, before = 0, rest = 0, after = 0] = numbers.map(Number)
    if (start !== 0 || before >= rest || rest + after !== bytes.length) continue
    const [, hex] = bytes.toString('latin1', before, rest).match(/^<([0-9a-fA-F\s]+)>$/) ?? []
    if (hex === undefined) continue
    const content = Buffer.concat([bytes.subarray(0, before), bytes.subarray(rest)])
    const signer = await readSigner(content, Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'))
    if (signer !== null) return signer
  }
  return null
}
