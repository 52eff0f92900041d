/** Why a PDF is not taken in place of a certificate. */
export type SignedCopyProblem = 'nothing' | 'too-large' | 'no-pdf' | 'other-bytes' | 'unsigned' | 'broken' | 'kept'

/** A certificate signed outside the portal, as it was handed in. */
export type SignedCopy = {
  readonly id: string
  readonly sha256: string
  /** As the signing certificate names the holder. */
  readonly signer: string
  readonly uploadedAt: Date
  readonly uploadedByName: string
}

/**
 * What is wrong with the bytes alone; null when they are the portal's own with something after them. An electronic
 * signature is appended to a PDF, so whatever begins otherwise is another document, or one saved anew before signing.
 */
export const bytesProblem = (original: Uint8Array, content: Uint8Array): SignedCopyProblem | null => {
  const [ours, theirs] = [Buffer.from(original), Buffer.from(content)]
  if (!theirs.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'no-pdf'
  if (!theirs.subarray(0, ours.length).equals(ours)) return 'other-bytes'
  return theirs.includes('/ByteRange', ours.length) ? null : 'unsigned'
}

const again = '「認定証のPDFを保存」で保存したファイルに署名を加え、そのまま選んでください'

/** What is wrong, in words that say what to do. */
export const signedCopyWords = (problem: SignedCopyProblem, fileMegabytes: number): string =>
  ({
    nothing: '署名したPDFを選んでください',
    'too-large': `ファイルが大きすぎます。${fileMegabytes}MBまでのPDFを選んでください`,
    'no-pdf': '選んだファイルはPDFではありません。署名したPDFを選んでください',
    'other-bytes': `この認定証のPDFに署名を加えたものではありません。ほかの認定証を選んでいるか、署名の前に別の形で保存し直されています。${again}`,
    unsigned: `このPDFには、新しい電子署名がありません。${again}`,
    broken: `PDFの電子署名が正しくないか、署名のあとで内容が変わっています。${again}`,
    kept: 'このPDFは、すでに差し替えに使われています'
  })[problem]
