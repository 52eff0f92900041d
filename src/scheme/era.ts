import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './calendar.ts'

/** A date as the Japanese calendar counts it. Year 1 of an era is written 元年. */
export type EraDate = { readonly era: string; readonly year: number; readonly month: number; readonly day: number }

/** Newest first. A new era is one line here: a table does not wait for the server's ICU data to be updated. */
const eras = [
  { name: '令和', begins: '2019-05-01' },
  { name: '平成', begins: '1989-01-08' },
  { name: '昭和', begins: '1926-12-25' },
  { name: '大正', begins: '1912-07-30' },
  { name: '明治', begins: '1868-10-23' }
] as const

/**
 * A calendar date in its Japanese era: `2024-01-15` → 令和 6, 1, 15.
 * @throws RangeError for what is not a date, and for days before the era 明治.
 */
export const eraDateOf = (date: CalendarDate): EraDate => {
  const { year, month, day } = Temporal.PlainDate.from(date, { overflow: 'reject' })
  const era = eras.find(({ begins }) => begins <= date)
  if (era === undefined) throw new RangeError(`no Japanese era known for ${date}`)
  return { era: era.name, year: year - Number(era.begins.slice(0, 4)) + 1, month, day }
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A whole number from 1 to 99 in kanji: 16 → 十六, 23 → 二十三. */
const kanjiNumeral = (value: number): string => {
  const tens = Math.floor(value / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${ten}${digits[value % 10]}`
}

/** A date as a certificate of honour writes it, in kanji numerals: `2027-01-16` → 令和九年一月十六日. */
export const kanjiDate = (date: CalendarDate): string => {
  const { era, year, month, day } = eraDateOf(date)
  return `${era}${year === 1 ? '元' : kanjiNumeral(year)}年${kanjiNumeral(month)}月${kanjiNumeral(day)}日`
}
