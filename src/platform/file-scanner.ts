/** What a scanner says of some bytes, and which scanner with which signatures says it. */
export type ScanAnswer = { readonly engine: string } & (
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly found: string }
  /** It would not look at them, for instance because they are too many. */
  | { readonly kind: 'refused'; readonly why: string }
)

/** Looks for viruses in what people hand in. */
export type FileScanner = {
  /** @throws ScannerAwayError when it does not answer, or not in time; asking again later may help */
  readonly scan: (content: Buffer) => Promise<ScanAnswer>
}

/** The scanner could not be asked. */
export class ScannerAwayError extends Error {
  override readonly name = 'ScannerAwayError'
}
