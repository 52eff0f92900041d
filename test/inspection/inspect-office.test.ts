import { describe, expect, it } from 'vitest'
import type { Hazard } from '../../src/inspection/hazard.ts'
import { inspectFile } from '../../src/inspection/inspect-file.ts'
import { inspectionLimits } from '../../src/inspection/inspection-limits.ts'
import { archiveParts } from '../../src/inspection/read-archive.ts'
import { type Entry, office, openXml, samples, zip } from '../support/sample-files.ts'

const docxType = `${openXml}.wordprocessingml.document.main+xml`
const xlsxType = `${openXml}.spreadsheetml.sheet.main+xml`
const docxMedia = `${openXml}.wordprocessingml.document`
const xlsxMedia = `${openXml}.spreadsheetml.sheet`

const docx = (extra: readonly Entry[], types = ''): Buffer => office('word/document.xml', docxType, extra, types)
const xlsx = (extra: readonly Entry[], types = ''): Buffer => office('xl/workbook.xml', xlsxType, extra, types)

const relation = (type: string, target: string, more = ''): Entry => ({
  name: 'word/_rels/document.xml.rels',
  text: `<Relationships><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" ${more}/></Relationships>`
})
const typeOf = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`
const field = (...pieces: readonly string[]): Entry => ({
  name: 'word/header1.xml',
  text: `<w:hdr>${pieces.map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`).join('')}</w:hdr>`
})
const ole: Buffer = samples.oldOffice
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')
const many = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_none, index) => ({ name: `word/media/${index}.txt`, text: '' }))

/** Makes a file say something else of its first part than is true. */
const patched = (content: Buffer, patch: (bytes: Buffer, central: number) => void): Buffer => {
  const bytes = Buffer.from(content)
  patch(bytes, bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')))
  return bytes
}

const hostile: readonly (readonly [what: string, content: Buffer, hazard: Hazard])[] = [
  ['macros under their usual name', docx([{ name: 'word/vbaProject.bin', text: ole }]), 'macros'],
  [
    'macros whose type is hidden in letters’ numbers',
    docx([], typeOf('word/a.bin', 'application/vnd.ms-office.&#118;baProject')),
    'macros'
  ],
  [
    'macros under another name, told by their type',
    docx([{ name: 'word/media/a.png', text: ole }], typeOf('word/media/a.png', 'application/vnd.ms-office.vbaProject')),
    'macros'
  ],
  [
    'macros under another name, told by a relation',
    docx([{ name: 'word/a.bin', text: 'x' }, relation('vbaProject', 'a.bin')]),
    'macros'
  ],
  ['a sheet of macros of Excel 4', xlsx([{ name: 'xl/macrosheets/sheet1.xml', text: '<x/>' }]), 'macros'],
  [
    'a sheet of macros told by its type',
    xlsx([], typeOf('xl/worksheets/s.xml', 'application/vnd.ms-excel.macrosheet+xml')),
    'macros'
  ],
  ['an embedded object', docx([{ name: 'word/embeddings/oleObject1.bin', text: ole }]), 'embedded'],
  ['an embedded object with the name of a picture', docx([{ name: 'word/media/image1.png', text: ole }]), 'embedded'],
  ['an object told by a relation', docx([relation('oleObject', 'embeddings/o.bin')]), 'embedded'],
  ['an ActiveX control', docx([{ name: 'word/activeX/activeX1.xml', text: '<x/>' }]), 'embedded'],
  ['an archive among the parts', docx([{ name: 'word/embeddings/a.docx', text: samples.zip }]), 'embedded'],
  [
    'a program in an embedded sheet',
    docx([{ name: 'word/embeddings/a.xlsx', text: xlsx([{ name: 'xl/vbaProject.bin', text: ole }]) }]),
    'macros'
  ],
  [
    'a template from elsewhere',
    docx([relation('attachedTemplate', 'https://evil.example/t.dotm', 'TargetMode="External"')]),
    'external'
  ],
  [
    'a template from elsewhere, behind a sign that ends no tag',
    docx([relation('attachedTemplate', 'https://evil.example/a>b', 'TargetMode="External"')]),
    'external'
  ],
  [
    'a template from elsewhere, in UTF-16',
    docx([
      {
        name: 'word/_rels/settings.xml.rels',
        text: utf16(
          '<Relationships><Relationship Id="r" Type="x/attachedTemplate" Target="http://e/t" TargetMode="External"/></Relationships>'
        )
      }
    ]),
    'external'
  ],
  [
    'a picture that tells who opens it',
    docx([relation('image', 'https://evil.example/p.png', 'TargetMode="external"')]),
    'external'
  ],
  ['a field that asks another program', docx([field(' DDEAUTO c:\\\\windows\\\\cmd.exe ')]), 'external'],
  ['such a field in pieces', docx([field('DD', 'EAU', 'TO x')]), 'external'],
  [
    'a link that asks another program',
    xlsx([
      { name: 'xl/externalLinks/externalLink1.xml', text: '<externalLink><ddeLink ddeService="cmd"/></externalLink>' }
    ]),
    'external'
  ],
  [
    'entities of its own',
    docx([{ name: 'word/_rels/a.rels', text: '<!DOCTYPE a [<!ENTITY x "y">]><Relationships/>' }]),
    'archive'
  ],
  ['a part outside of the archive', docx([{ name: '../../etc/cron.d/x', text: 'x' }]), 'archive'],
  ['a part twice', docx([{ name: 'word/Document.xml', text: '<x/>' }]), 'archive'],
  ['two main parts', docx([], typeOf('xl/workbook.xml', xlsxType)), 'archive'],
  ['a sheet that calls itself a document', xlsx([]), 'archive'],
  ['a part behind a password', patched(docx([]), (bytes, central) => bytes.writeUInt16LE(1, central + 8)), 'encrypted'],
  [
    'a part that is shorter than it says',
    patched(docx([]), (bytes, central) => bytes.writeUInt32LE(7, central + 24)),
    'archive'
  ],
  [
    'a part that says it is huge',
    patched(docx([]), (bytes, central) => bytes.writeUInt32LE(0x7fffffff, central + 24)),
    'bomb'
  ],
  ['more parts than are counted', docx(many(inspectionLimits.parts)), 'bomb'],
  [
    'a part that unpacks a thousandfold',
    docx([{ name: 'word/media/a.bmp', text: Buffer.alloc(20 * 1024 * 1024) }]),
    'bomb'
  ],
  ['sheets within sheets', docx([{ name: 'a.docx', text: docx([{ name: 'b.docx', text: docx([]) }]) }]), 'bomb'],
  ['an archive that ends too early', docx([]).subarray(0, -30), 'archive']
]

describe('an office file', () => {
  it.each(hostile)('is refused for %s', async (_what, content, hazard) => {
    const media = content.includes('xl/workbook.xml') && !content.includes('word/document.xml') ? xlsxMedia : docxMedia
    expect(await inspectFile(content, hazard === 'archive' ? docxMedia : media)).toBe(hazard)
  })

  it.each([
    ['as it is', docx([]), docxMedia],
    [
      'with links for people',
      docx([relation('hyperlink', 'https://www.city.example/', 'TargetMode="External"')]),
      docxMedia
    ],
    [
      'with a chart and its sheet',
      docx([{ name: 'word/embeddings/Sheet1.xlsx', text: xlsx([]) }, relation('package', 'embeddings/Sheet1.xlsx')]),
      docxMedia
    ],
    ['with fields', docx([field(' PAGE \\* MERGEFORMAT ')]), docxMedia],
    [
      'with settings of a printer',
      xlsx([{ name: 'xl/printerSettings/printerSettings1.bin', text: Buffer.alloc(500, 3) }]),
      xlsxMedia
    ],
    [
      'with figures of another sheet',
      xlsx([
        {
          name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
          text: relation('externalLinkPath', 'file:///C:/b.xlsx', 'TargetMode="External"').text
        }
      ]),
      xlsxMedia
    ],
    [
      'with many empty rows',
      xlsx([{ name: 'xl/worksheets/sheet1.xml', text: '<row r="1"/>'.repeat(1_000_000) }]),
      xlsxMedia
    ]
  ])('is taken %s', async (_what, content, media) => {
    expect(await inspectFile(content, media)).toBeNull()
  })

  it('is unpacked no further than its parts together may come out, whatever they claim', async () => {
    const parts = [1, 2, 3].map((number) => ({ name: `word/${number}.bmp`, text: Buffer.alloc(400_000) }))
    const content = docx(parts)
    const budget = { parts: 10, bytes: 1_000_000 }
    const unpack = async () => {
      const names: string[] = []
      for await (const { name } of archiveParts(content, { budget, isWanted: () => false })) names.push(name)
      return names
    }
    await expect(unpack()).rejects.toMatchObject({ hazard: 'bomb' })
    expect(budget.bytes).toBeGreaterThan(-100_000)
  })

  it('is an archive within an archive only in disguise', async () => {
    expect(await inspectFile(Buffer.concat([samples.png, zip([{ name: 'a', text: 'b' }])]), 'image/png')).toBe(
      'disguised'
    )
  })
})
