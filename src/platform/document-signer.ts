/** The city's electronic signature, ready to be put under documents. */
export type DocumentSigner = {
  /** Who signs, as the signing certificate names the holder. */
  readonly name: string
  /** The first and the last moment of the signing certificate. */
  readonly validFrom: Date
  readonly validUntil: Date
  /** How many bytes a signature takes at most. */
  readonly signatureRoom: number
  /** Signs content: a detached CMS signature (RFC 5652) in DER, with the certificates that it takes to check it. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>
}

/** The signing certificate ran out, or does not hold yet, on the day on which a document was to be signed. */
export class SigningExpiredError extends Error {
  override readonly name = 'SigningExpiredError'
}

const day = 24 * 60 * 60 * 1000

/** How long before its end a signing certificate is asked to be replaced: a new one takes weeks to get. */
export const signingWarningDays = 30

/** Whether a signer may sign at a moment. */
export const canSign = ({ validFrom, validUntil }: DocumentSigner, at: Date): boolean =>
  validFrom <= at && at <= validUntil

/** Whole days until the signing certificate ends, when that is close enough to be said; null before that. */
export const daysToReplace = ({ validUntil }: DocumentSigner, at: Date): number | null => {
  const days = Math.max(0, Math.floor((validUntil.getTime() - at.getTime()) / day))
  return days <= signingWarningDays ? days : null
}
