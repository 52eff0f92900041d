import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { fillIn, type LetterInput, letterText } from './letter.ts'
import { type LetterKind, sampleLetterValues } from './letter-kind.ts'
import { commonPlaceholders } from './placeholders.ts'
import type { Wording } from './wording.ts'

/** A wording filled in with examples: as a letter is written, and as the text of its mail. */
export const sampleLetter = (
  kind: LetterKind,
  wording: Wording,
  { scheme, issuedOn }: { readonly scheme: Scheme; readonly issuedOn: CalendarDate }
): { readonly input: LetterInput; readonly filled: Wording; readonly text: string } => {
  const input = { scheme, issuedOn, addressee: commonPlaceholders.companyName.sample, values: sampleLetterValues(kind) }
  const filled = fillIn(wording, input)
  return { input, filled, text: letterText(input, filled) }
}
