/** A cell of a table: text, a figure, or nothing. */
export type CsvCell = string | number | null

/** What a spreadsheet takes for a formula, in either width. A figure of ours is no formula, even a negative one. */
const formulaStart = /^[=+\-@＝＋－＠\t\r]/

const cellText = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return formulaStart.test(cell) ? `'${cell}` : cell
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = (cells: readonly CsvCell[]): string => `${cells.map((cell) => quoted(cellText(cell))).join(',')}\r\n`

/**
 * A table as CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. Text that a spreadsheet would run
 * as a formula gets an apostrophe in front, because names and answers come from strangers.
 */
export const csvOf = (headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\u{FEFF}${[headings, ...rows].map(line).join('')}`
