/** Reads a table as RFC 4180 writes it, after its byte order mark: the other half of what the portal writes. */
export const readCsv = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  cells.lastIndex = csv.startsWith('\u{FEFF}') ? 1 : 0
  while (cells.lastIndex < csv.length) {
    const found = cells.exec(csv)
    if (found === null) throw new Error('no table')
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}
