import { inflateSync } from 'node:zlib'

/**
 * Just enough of a PDF reader to test the files that pdfkit writes, so that the suite needs no further package: text by
 * the fonts' own Unicode maps, dictionaries as they stand, and the structure tags in reading order.
 */
export type ReadPdf = {
  /** The text of each font switch and line, in drawing order. */
  readonly lines: readonly string[]
  /** The tags of marked content in drawing order: H1, P, Figure, Artifact. */
  readonly tags: readonly string[]
  /** All dictionaries, one after another. */
  readonly dictionaries: string
  /** The XMP metadata. */
  readonly metadata: string
  readonly pageCount: number
}

type PdfObject = { readonly dictionary: string; readonly stream: Buffer | null }

const readObjects = (bytes: Uint8Array): Map<string, PdfObject> => {
  const source = Buffer.from(bytes).toString('latin1')
  const objects = [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)]
  return new Map(
    objects.map(([, id = '', body = '']): [string, PdfObject] => {
      const [dictionary = '', data] = body.split(/\nstream\n/, 2)
      if (data === undefined) return [id, { dictionary, stream: null }]
      const raw = Buffer.from(body.slice(dictionary.length + '\nstream\n'.length).replace(/\nendstream$/, ''), 'latin1')
      return [id, { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw }]
    })
  )
}

const unicodeOf = (hex: string): string =>
  (hex.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

/** Glyph number to text, from a font's ToUnicode map as pdfkit writes it: ranges with a list. */
const unicodeMap = (cmap: string): Map<number, string> => {
  const map = new Map<number, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(from, 16)
    for (const [offset, entry] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      map.set(first + offset, unicodeOf((entry[1] ?? '').replaceAll(' ', '')))
    }
  }
  return map
}

const fontMaps = (objects: Map<string, PdfObject>, all: string): Map<string, Map<number, string>> =>
  new Map(
    [...all.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1] ?? ''
      return [name, unicodeMap(objects.get(toUnicode)?.stream?.toString('latin1') ?? '')]
    })
  )

const textLines = (content: string, fonts: Map<string, Map<number, string>>): string[] => {
  let map = new Map<number, string>()
  const lines: string[] = []
  for (const [, font, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) map = fonts.get(font) ?? new Map()
    if (array === undefined) continue
    const glyphs = [...array.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    lines.push(glyphs.map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join(''))
  }
  return lines
}

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const objects = readObjects(bytes)
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary).join('\n')
  const contents = [...dictionaries.matchAll(/\/Contents (\d+) 0 R/g)]
  const content = contents.map(([, id = '']) => objects.get(id)?.stream?.toString('latin1') ?? '').join('\n')
  return {
    lines: textLines(content, fontMaps(objects, dictionaries)),
    tags: [...content.matchAll(/\/(\w+) (?:<<[^>]*>> BDC|BMC)/g)].map(([, tag = '']) => tag),
    dictionaries,
    metadata:
      [...objects.values()].find(({ dictionary }) => dictionary.includes('/Subtype /XML'))?.stream?.toString() ?? '',
    pageCount: contents.length
  }
}
