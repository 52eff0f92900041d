import PDFDocument from 'pdfkit'
import { documentFonts } from './document-fonts.ts'
import { pdfUaProperties } from './pdf-ua.ts'

/** A document of pdfkit while it is drawn on. */
export type Sheet = InstanceType<typeof PDFDocument>

/** What a PDF says of itself. `createdAt` is the only time in it, so that the same input gives the same bytes. */
export type DocumentDetails = { readonly title: string; readonly author: string; readonly createdAt: Date }

/** Begins a tagged document of A4 for the archive (PDF/A-2a, PDF/UA-1), at its first page; pages stay open until the end. */
export const openSheet = ({ title, author, createdAt }: DocumentDetails): Sheet => {
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'ja',
    displayTitle: true,
    bufferPages: true,
    font: '',
    info: { Title: title, Author: author, CreationDate: createdAt }
  })
  for (const [name, { data }] of Object.entries(documentFonts())) sheet.registerFont(name, data)
  sheet.appendXML(pdfUaProperties)
  return sheet
}

/** Ends a document and collects it. A listener, because a big document comes in tens of thousands of small pieces. */
export const bytesOf = (sheet: Sheet): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    sheet.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    sheet.on('end', () => resolve(Buffer.concat(chunks)))
    sheet.on('error', reject)
    sheet.end()
  })
