import { formatDate } from '../../views/format.ts'
import type { CalendarDate } from '../scheme/calendar.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { signature } from '../scheme/signature.ts'
import type { LetterKind, LetterValues } from './letter-kind.ts'
import { type CommonKey, commonPlaceholders, type PlaceholderKey, placeholders } from './placeholders.ts'
import { render, type Wording } from './wording.ts'

/** A letter before it is sent: what it says to whom. */
export type LetterDraft<K extends LetterKind> = {
  readonly kind: K
  /** The company's name as the letter writes it, without 御中. */
  readonly addressee: string
  readonly values: LetterValues<K>
}

/** A letter in a list. */
export type LetterLine = {
  readonly id: string
  readonly label: string
  readonly subject: string
  readonly issuedOn: CalendarDate
}

/** Whom a letter is for and what it is filled with, by placeholder. */
export type LetterInput = {
  readonly scheme: Scheme
  readonly issuedOn: CalendarDate
  /** The company's name, without 御中. */
  readonly addressee: string
  readonly values: Readonly<Partial<Record<PlaceholderKey, string>>>
}

const commonValues = ({ scheme, issuedOn, addressee }: LetterInput): Readonly<Record<CommonKey, string>> => ({
  companyName: addressee,
  issuedOn: formatDate(issuedOn),
  city: scheme.city,
  scheme: scheme.name,
  honour: scheme.honour,
  committee: scheme.committee,
  section: scheme.secretariat.section,
  phone: scheme.secretariat.phone,
  email: scheme.secretariat.email
})

const byName = (
  names: Readonly<Record<string, { readonly name: string }>>,
  values: Readonly<Record<string, string>>
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => [[names[key]?.name ?? key, value]]))

/** A wording filled in. */
export const fillIn = (wording: Wording, input: LetterInput): Wording => {
  const values = { ...byName(placeholders, input.values), ...byName(commonPlaceholders, commonValues(input)) }
  return { subject: render(wording.subject, values).replaceAll(/\s*\n\s*/g, ' '), body: render(wording.body, values) }
}

/** A letter as the text of a mail, up to where the mail says where its PDF is. */
export const letterText = ({ scheme, issuedOn, addressee }: LetterInput, { body }: Wording): string =>
  `${addressee}　御中

${formatDate(issuedOn)}
${scheme.mayor.title}　${scheme.mayor.name}

${body}
`

/** How the mail of a letter ends: where its PDF is, and whom to ask. */
export const letterEnd = (scheme: Scheme, url: string): string => `
この通知の書面（PDF）は、次のページにログインすると受け取ることができます。
${url}

${signature(scheme)}`
