import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from '../src/scheme/calendar.ts'
import { eraDateOf } from '../src/scheme/era.ts'

const weekdays = ['月', '火', '水', '木', '金', '土', '日']

const yearInEra = (era: string, year: number): string => `${era}${year === 1 ? '元' : year}年`

const pad = (value: number): string => String(value).padStart(2, '0')

/** `2024-01-15` → 令和6年1月15日. The first year of an era is 元年. */
export const formatDate = (date: CalendarDate): string => {
  const { era, year, month, day } = eraDateOf(date)
  return `${yearInEra(era, year)}${month}月${day}日`
}

/** `2026-11-09` → 令和8年11月9日（月）, for days that people have to keep free or keep to. */
export const formatDateWithWeekday = (date: CalendarDate): string =>
  `${formatDate(date)}（${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]}）`

/** An instant as a clock in Japan shows it, whatever the server's zone is: 令和8年11月9日 14時05分. */
export const formatDateTime = (instant: Date): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Asia/Tokyo')
  return `${formatDate(local.toPlainDate().toString())} ${local.hour}時${pad(local.minute)}分`
}

/** Both days belong to the period: 令和6年1月16日から令和9年1月15日まで. */
export const formatPeriod = (period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate }): string =>
  `${formatDate(period.startsOn)}から${formatDate(period.endsOn)}まで`

/** A calendar year in both counts: 2025 → 2025年（令和7年）. A year in which the era changed names both. */
export const formatYear = (year: number): string => {
  const first = eraDateOf(`${year}-01-01`)
  const last = eraDateOf(`${year}-12-31`)
  const names = new Set([first, last].map((day) => yearInEra(day.era, day.year)))
  return `${year}年（${[...names].join('・')}）`
}

/** A fiscal year by the year it begins in, in the era it ended up in: 2025 → 令和7年度, 2019 → 令和元年度. */
export const formatFiscalYear = (fiscalYear: number): string => {
  const { era, year } = eraDateOf(`${fiscalYear}-12-31`)
  return `${yearInEra(era, year)}度`
}

/** How many days lie from the one date to the other; negative when `until` is the earlier. */
export const daysBetween = (from: CalendarDate, until: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(until, { largestUnit: 'day' }).days

/** 今日, 昨日, 3日前; for a day to come 明日, 3日後. */
export const formatDaysAgo = (date: CalendarDate, today: CalendarDate): string => {
  const days = daysBetween(date, today)
  if (days === 0) return '今日'
  if (Math.abs(days) === 1) return days === 1 ? '昨日' : '明日'
  return days > 0 ? `${formatNumber(days)}日前` : `${formatNumber(-days)}日後`
}

const numbers = new Intl.NumberFormat('ja-JP')

/** 40923 → 40,923. */
export const formatNumber = (value: number): string => numbers.format(value)

/** A character with its code points, since a screen may lack it too, and some cannot be seen: 「🍎」（U+1F34E）. */
export const formatCharacter = (character: string): string => {
  const points = [...character].map((part) => `U+${part.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`)
  return `「${character}」（${points.join(' ')}）`
}

const kilobyte = 1024
const megabyte = kilobyte * kilobyte

/**
 * A size in bytes, counted as Windows shows it (1 MB = 1,048,576 bytes) and rounded up, so that a file just over a limit
 * of 10 MB reads 10.1 MB and never 10 MB.
 */
export const formatFileSize = (bytes: number): string => {
  if (bytes < kilobyte) return `${bytes} バイト`
  const kilobytes = Math.ceil(bytes / kilobyte)
  if (kilobytes < kilobyte) return `${kilobytes} KB`
  return `${Math.ceil((bytes / megabyte) * 10) / 10} MB`
}
