import type { Mark, Marks } from './answers.ts'
import type { Edition, Item } from './edition.ts'
import { itemsOf } from './items-of.ts'

/** A sheet with nothing on it but marks, as a link holds it. An item that nobody answered has no mark. */
export type MarkedSheet<E extends Edition = Edition> = {
  readonly edition: E
  readonly marks: Marks
  /** Whether the declaration that is a condition was ticked. False is no answer: a link accuses nobody. */
  readonly complies: boolean
}

export type DecodedSheet =
  | { readonly ok: true; readonly sheet: MarkedSheet }
  /** `damaged`: letters are missing or changed. `unknown-edition`: in order, but of a sheet that is not known here. */
  | { readonly ok: false; readonly reason: 'damaged' | 'unknown-edition' }

/** Crockford's base 32 in small letters: no i, l, o or u, so that a code read out or typed cannot be mistaken. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const bitsOfLetter = 5
const checkLength = 2
/** The greatest prime that two letters hold. */
const checkModulus = 1021
const formatVersion = '1'
/** Far more than the longest sheet needs; what is longer is not looked at. */
const longest = 200

/** Two bits for each answer; the place of a mark is its value. */
const marks: readonly (Mark | undefined)[] = [undefined, 'checked', 'unchecked', 'not_applicable']

const letter = (value: number): string => alphabet.charAt(value)

const chunks = (text: string, size: number): readonly string[] => text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []

/**
 * Two letters that do not fit any more when one letter changes or two neighbours change places: the text as a number in
 * a base that has no common factor with the prime, nor has the base less one.
 */
const checkOf = (text: string): string => {
  const sum = [...text].reduce((sum, character) => (sum * 37 + (character.codePointAt(0) ?? 0)) % checkModulus, 0)
  return letter(Math.floor(sum / alphabet.length)) + letter(sum % alphabet.length)
}

/**
 * The answers as a short code such as `1-2023-08g41000043k`: format, edition, two bits for every item with two check
 * letters. A code says nothing but marks, and the same marks have the same code always.
 */
export const encodeMarks = ({ edition, marks: given, complies }: MarkedSheet): string => {
  const values = [complies ? 1 : 0, ...itemsOf(edition).map(({ code }) => marks.indexOf(given[code]))]
  const bits = values.map((value) => Math.max(0, value).toString(2).padStart(2, '0')).join('')
  const letters = chunks(bits, bitsOfLetter).map((chunk) => letter(Number.parseInt(chunk.padEnd(bitsOfLetter, '0'), 2)))
  const head = `${formatVersion}-${edition.introducedInFiscalYear}-`
  const body = letters.join('')
  return `${head}${body}${checkOf(head + body)}`
}

/** What a mail program or a person who types does to a code without harm. */
const meant = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')

const fits = (item: Item, value: number): boolean => value < 3 || item.allowsNotApplicable

const readSheet = (edition: Edition, body: string): MarkedSheet | null => {
  const items = itemsOf(edition)
  const bits = [...body].map((one) => alphabet.indexOf(one).toString(2).padStart(bitsOfLetter, '0')).join('')
  const used = 2 * (items.length + 1)
  const spare = bits.slice(used)
  if (bits.length < used || spare.length >= bitsOfLetter || spare.includes('1')) return null
  const [complies = 0, ...values] = chunks(bits.slice(0, used), 2).map((pair) => Number.parseInt(pair, 2))
  if (complies > 1 || !items.every((item, index) => fits(item, values[index] ?? 0))) return null
  const given = items.flatMap(({ code }, index) => {
    const mark = marks[values[index] ?? 0]
    return mark === undefined ? [] : [[code, mark] as const]
  })
  return { edition, marks: Object.fromEntries(given), complies: complies === 1 }
}

const damaged = { ok: false, reason: 'damaged' } as const

/** Reads a code that `encodeMarks` made, whatever else the text may be. Never throws. */
export const decodeMarks = (text: string, editions: readonly Edition[]): DecodedSheet => {
  if (text.length > longest) return damaged
  const [, head = '', year = '', letters = ''] = meant(text).match(/^(1-(\d{4})-)([0-9a-hjkmnp-tv-z]+)$/) ?? []
  const body = letters.slice(0, -checkLength)
  if (body === '' || letters.slice(-checkLength) !== checkOf(head + body)) return damaged
  const edition = editions.find(({ introducedInFiscalYear }) => introducedInFiscalYear === Number(year))
  if (edition === undefined) return { ok: false, reason: 'unknown-edition' }
  const sheet = readSheet(edition, body)
  return sheet === null ? damaged : { ok: true, sheet }
}
