/** A PDF of this house, taken apart far enough to add to it. Its bytes are read as Latin-1: one character is one byte. */
export type OpenedPdf = {
  readonly text: string
  /** How many objects there are, the free one counted: the number of the next one. */
  readonly size: number
  readonly root: number
  readonly info: number
  readonly firstId: string
  readonly tableAt: number
  /** The dictionary of an object, without its brackets. */
  readonly dictionary: (number: number) => string
}

/** An object that is added, or put in place of the one with its number. */
export type PdfObject = { readonly number: number; readonly body: string }

/** A PDF that is not of the plain form in which the portal writes its own. */
export class StrangePdfError extends Error {
  override readonly name = 'StrangePdfError'
}

const found = (text: string, pattern: RegExp): string => {
  const [, value] = text.match(pattern) ?? []
  if (value === undefined) throw new StrangePdfError(`a PDF without ${pattern.source}`)
  return value
}

const offsetsIn = (table: string): readonly number[] =>
  [...table.matchAll(/^(\d{10}) \d{5} [nf] *$/gm)].map(([, offset]) => Number(offset))

/**
 * Takes a PDF apart as the portal writes it: one cross-reference table, uncompressed.
 * @throws StrangePdfError for any other
 */
export const openPdf = (pdf: Uint8Array): OpenedPdf => {
  const text = Buffer.from(pdf).toString('latin1')
  const tableAt = Number(found(text.slice(-64), /startxref\s+(\d+)\s+%%EOF\s*$/))
  const [table = '', trailer = ''] = text.slice(tableAt).split('trailer')
  if (!/^xref\s+0 \d+\s/.test(table) || /\/Prev\b/.test(trailer)) throw new StrangePdfError('a PDF with updates')
  const offsets = offsetsIn(table)
  return {
    text,
    size: Number(found(trailer, /\/Size (\d+)/)),
    root: Number(found(trailer, /\/Root (\d+) 0 R/)),
    info: Number(found(trailer, /\/Info (\d+) 0 R/)),
    firstId: found(trailer, /\/ID \[\s*(<[0-9a-f]+>)/i),
    tableAt,
    dictionary: (number) => {
      const from = offsets[number] ?? text.length
      const object = text.slice(from, text.indexOf('endobj', from))
      return found(object, new RegExp(`^${number} 0 obj\\s*<<([\\s\\S]*)>>\\s*$`))
    }
  }
}

const runsOf = (objects: readonly PdfObject[]): readonly (readonly PdfObject[])[] => {
  const runs: PdfObject[][] = []
  for (const object of objects.toSorted((one, other) => one.number - other.number)) {
    const last = runs.at(-1)
    if (last?.at(-1)?.number === object.number - 1) last.push(object)
    else runs.push([object])
  }
  return runs
}

/**
 * Adds objects to a PDF by an incremental update (ISO 32000-1, 7.5.6): the bytes before stay as they are.
 * @param id the hexadecimal identifier of this version
 */
export const updatedPdf = (pdf: OpenedPdf, objects: readonly PdfObject[], id: string): string => {
  let text = pdf.text.endsWith('\n') ? pdf.text : `${pdf.text}\n`
  const offsets = new Map<number, number>()
  for (const { number, body } of objects) {
    offsets.set(number, text.length)
    text += `${number} 0 obj\n<<${body}>>\nendobj\n`
  }
  const table = runsOf(objects).map((run) => {
    const lines = run.map(({ number }) => `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`)
    return `${run[0]?.number} ${run.length}\n${lines.join('')}`
  })
  const size = Math.max(pdf.size, ...objects.map(({ number }) => number + 1))
  const trailer = `<< /Size ${size} /Root ${pdf.root} 0 R /Info ${pdf.info} 0 R /ID [${pdf.firstId} <${id}>] /Prev ${pdf.tableAt} >>`
  return `${text}xref\n${table.join('')}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`
}
