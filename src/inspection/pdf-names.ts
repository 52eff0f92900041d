/** A name in a PDF, as it reads after its #xx are resolved, and where it stands. */
export type PdfName = { readonly name: string; readonly at: number }

/** The longest name that is read; the names that matter are shorter even when every letter is written as #xx. */
const mostBytes = 127

const slash = 0x2f

/** Bytes that end a name: white space and delimiters (ISO 32000-1, 7.2.2). */
const endsName = new Uint8Array(256)
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1')) endsName[byte] = 1

const resolved = (raw: string): string =>
  raw.includes('#')
    ? raw.replaceAll(/#([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw

/**
 * Everything in some bytes that can be a name of a PDF, also within strings, comments and streams: what one reader skips
 * another may read. Each byte is looked at once.
 */
export function* pdfNames(bytes: Buffer): Generator<PdfName> {
  for (let at = bytes.indexOf(slash); at !== -1; ) {
    let end = at + 1
    while (end < bytes.length && end - at <= mostBytes && endsName[bytes.readUInt8(end)] === 0) end += 1
    if (end > at + 2) yield { name: resolved(bytes.toString('latin1', at + 1, end)), at }
    at = bytes.indexOf(slash, end)
  }
}
