import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Small real files of every kind that may be attached, and of some that may not. */

/** A part of an archive. */
export type Entry = { readonly name: string; readonly text: string | Buffer }

const localHeader = (name: Buffer, packed: Buffer, content: Buffer): Buffer => {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc32(content), 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

const centralHeader = (name: Buffer, packed: Buffer, content: Buffer, offset: number): Buffer => {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(8, 10)
  header.writeUInt32LE(crc32(content), 16)
  header.writeUInt32LE(packed.length, 20)
  header.writeUInt32LE(content.length, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

/** A zip archive, as the ISO/IEC 21320 subset writes it. */
export const zip = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const content = typeof text === 'string' ? Buffer.from(text) : text
    const packed = deflateRawSync(content)
    const local = Buffer.concat([localHeader(Buffer.from(name), packed, content), packed])
    centrals.push(centralHeader(Buffer.from(name), packed, content, offset))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

export const openXml = 'application/vnd.openxmlformats-officedocument'

/** An office file of one main part, with what else is put into it. `types` are further types of parts. */
export const office = (part: string, contentType: string, extra: readonly Entry[] = [], types = ''): Buffer =>
  zip([
    {
      name: '[Content_Types].xml',
      text: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${contentType}"/>${types}</Types>`
    },
    {
      name: '_rels/.rels',
      text: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`
    },
    { name: part, text: '<?xml version="1.0" encoding="UTF-8"?><root/>' },
    ...extra
  ])

const macros: Entry = { name: 'word/vbaProject.bin', text: 'Sub AutoOpen()' }

/** A part of a PNG file: length, type, data, checksum. */
export const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const onePixel = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])

/** A document with one empty page; `serial` makes contents differ, `bytes` fills it up to a size. */
export const pdf = (serial: number | string = 1, bytes = 0): Buffer => {
  const text = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
% ${serial}
%%EOF
`
  return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, bytes - Buffer.byteLength(text)), 0x20)])
}

export const samples = {
  png: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', onePixel),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    pngChunk('IEND', Buffer.alloc(0))
  ]),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex'),
  docx: office('word/document.xml', `${openXml}.wordprocessingml.document.main+xml`),
  xlsx: office('xl/workbook.xml', `${openXml}.spreadsheetml.sheet.main+xml`),
  pptx: office('ppt/presentation.xml', `${openXml}.presentationml.presentation.main+xml`),
  docm: office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml', [macros]),
  xlsm: office('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
  /** Says that it is a plain document, and carries macros all the same. */
  disguisedDocm: office('word/document.xml', `${openXml}.wordprocessingml.document.main+xml`, [macros]),
  zip: zip([{ name: 'memo.txt', text: 'メモ' }]),
  /** The office format of before 2007. */
  oldOffice: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]),
  exe: Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(256)]),
  html: Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  text: Buffer.from('ただの文章')
} as const
