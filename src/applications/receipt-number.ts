import { eraDateOf } from '../scheme/era.ts'

const letters: Readonly<Record<string, string>> = { 令和: 'R', 平成: 'H', 昭和: 'S', 大正: 'T', 明治: 'M' }

/** The name of the counter that receipt numbers of a fiscal year are taken from. */
export const receiptCounter = (fiscalYear: number): string => `receipt-${fiscalYear}`

/**
 * The number under which an application is received: 2026, 12 → R8-012. A fiscal year is named by the era it ended up in,
 * as its letters are.
 */
export const receiptNumber = (fiscalYear: number, serial: number): string => {
  const { era, year } = eraDateOf(`${fiscalYear}-12-31`)
  return `${letters[era] ?? era}${year}-${String(serial).padStart(3, '0')}`
}

/** The serial in a number of that fiscal year's own series, or null where a paper was numbered otherwise. */
export const receiptSerial = (fiscalYear: number, number: string): number | null => {
  const serial = Number(number.match(/^[A-Z]\d{1,2}-(\d{3,6})$/)?.[1] ?? Number.NaN)
  return receiptNumber(fiscalYear, serial) === number ? serial : null
}
