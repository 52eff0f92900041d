import { dateOf } from '../platform/clock.ts'
import { type DocumentSigner, daysToReplace } from '../platform/document-signer.ts'
import type { CalendarDate } from '../scheme/calendar.ts'

/** The electronic signature as the secretariat is told of it. */
export type SigningState = {
  readonly signer: string
  /** The last day of the signing certificate. */
  readonly validUntil: CalendarDate
  /** Whole days until then, once it is time to replace it; null before. */
  readonly daysLeft: number | null
}

/** What to say of the signature that is set up; null where none is. */
export const signingState = (signer: DocumentSigner | null, at: Date): SigningState | null =>
  signer === null
    ? null
    : { signer: signer.name, validUntil: dateOf(signer.validUntil), daysLeft: daysToReplace(signer, at) }
