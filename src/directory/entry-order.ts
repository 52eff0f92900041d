import type { CalendarDate } from '../scheme/calendar.ts'
import type { DirectorySort } from './directory-query.ts'

/** What the order of the list depends on. */
export type Ordered = { readonly number: number; readonly nameKana: string; readonly certifiedSince: CalendarDate }

/** How the forms of companies are read: lists leave them out, as telephone books do. The longer ones first. */
const readForms =
  /^(トクテイヒエイリカツドウホウジン|イッパンシャダンホウジン|イッパンザイダンホウジン|コウエキシャダンホウジン|コウエキザイダンホウジン|シャカイフクシホウジン|イリョウホウジンシャダン|イリョウホウジンザイダン|イリョウホウジン|ガッコウホウジン|カブシキガイシャ|ユウゲンガイシャ|ゴウドウガイシャ|ゴウシガイシャ|ゴウメイガイシャ)[ ・]*(?=.)/

/** A reading as it is sorted by, without the company form before it. */
export const sortedReading = (nameKana: string): string => nameKana.replace(readForms, '')

const collator = new Intl.Collator('ja')

const newest = (one: Ordered, other: Ordered): number =>
  one.certifiedSince === other.certifiedSince
    ? other.number - one.number
    : one.certifiedSince < other.certifiedSince
      ? 1
      : -1

const byKana = (one: Ordered, other: Ordered): number =>
  collator.compare(sortedReading(one.nameKana), sortedReading(other.nameKana)) || one.number - other.number

/** How to sort entries; no two are equal. `newest` goes by the first day of the certification: a renewal makes none newer. */
export const orderOf = (sort: DirectorySort): ((one: Ordered, other: Ordered) => number) =>
  sort === 'kana' ? byKana : newest

/** The key of an entry in a list, for the URL of the page after it. It stands when the entry is gone. */
export const keyOf = (sort: DirectorySort, { number, nameKana, certifiedSince }: Ordered): string =>
  `${sort === 'kana' ? nameKana : certifiedSince}~${number}`

/** What a key says; null for what is no key of this order. */
export const readKey = (sort: DirectorySort, key: string): Ordered | null => {
  const [, value = '', number] = key.match(/^(.+)~(\d{1,9})$/su) ?? []
  if (number === undefined) return null
  if (sort === 'kana') return { number: Number(number), nameKana: value, certifiedSince: '' }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { number: Number(number), nameKana: '', certifiedSince: value } : null
}
