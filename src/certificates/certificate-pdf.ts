import { documentFonts } from '../documents/document-fonts.ts'
import { lackingIn, MissingGlyphError } from '../documents/glyphs.ts'
import { drawArtifact } from '../documents/press.ts'
import { drawSealPlace, sealSide } from '../documents/seal-place.ts'
import { bytesOf, openSheet, type Sheet } from '../documents/sheet.ts'
import { drawBody } from './certificate-body.ts'
import { drawFrame, drawQrCode } from './certificate-ornament.ts'
import { drawLine, type Face, fitted, ink, page, softInk, widthOf } from './certificate-sheet.ts'
import { type CertificateInput, type CertificateText, certificateText } from './certificate-text.ts'
import { nameLines } from './name-lines.ts'

const face = (font: Face['font'], size: number, tracking: number, colour = ink): Face => ({
  font,
  size,
  tracking,
  colour
})

const textWidth = page.right - page.left

const drawHeading = (sheet: Sheet, text: CertificateText): void => {
  drawLine(sheet, text.heading, face('serifBold', 46, 0.5), { x: page.middle, baseline: 178, align: 'centre' })
}

const drawHonour = (sheet: Sheet, text: CertificateText): void => {
  const honour = fitted(face('serif', 13.5, 0.1, softInk), text.honour, textWidth)
  drawLine(sheet, text.honour, honour, { x: page.middle, baseline: 213, align: 'centre' })
}

const nameTracking = 0.08
const honorificSize = 0.66

const drawName = (sheet: Sheet, { companyName, honorific }: CertificateText): void => {
  const { lines, size } = nameLines(companyName, {
    width: textWidth,
    honorific: honorificSize + 0.45,
    measure: (grapheme) => widthOf(face('serifBold', 1, 0), grapheme) + nameTracking
  })
  const nameFace = face('serifBold', size, nameTracking)
  const leading = size * 1.5
  const first = 303 - ((lines.length - 1) * leading) / 2 + size * 0.1
  const gap = size * 0.45
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1
    const width = widthOf(nameFace, line)
    const x = page.middle - (width + (last ? gap + size * honorificSize : 0)) / 2
    const baseline = first + index * leading
    drawLine(sheet, line, nameFace, { x, baseline })
    if (last) drawLine(sheet, honorific, face('serif', size * honorificSize, 0), { x: x + width + gap, baseline })
  }
}

const periodBaseline = 566

const drawPeriod = (sheet: Sheet, { periodLabel, period }: CertificateText): void => {
  const row = fitted(face('serif', 13, 0.06), `${periodLabel}　　${period}`, textWidth)
  const x = page.left + widthOf(row, `${periodLabel}　　`)
  drawLine(sheet, periodLabel, row, { x: page.left, baseline: periodBaseline })
  drawLine(sheet, period, row, { x, baseline: periodBaseline })
}

const mayorBaseline = 688

const drawMayor = (sheet: Sheet, { mayorTitle, mayorName }: CertificateText): void => {
  const right = page.right - 72
  const name = fitted(face('serif', 20, 0.16), mayorName, 190)
  drawLine(sheet, mayorName, name, { x: right, baseline: mayorBaseline, align: 'right' })
  const title = face('serif', 15.5, 0.12)
  drawLine(sheet, mayorTitle, title, {
    x: right - widthOf(name, mayorName) - 20,
    baseline: mayorBaseline,
    align: 'right'
  })
}

const qrCode = { left: page.left, top: 722, side: 54 } as const

const drawVerification = (sheet: Sheet, text: CertificateText): void => {
  const small = face('gothic', 7.5, 0.02, softInk)
  const x = qrCode.left + qrCode.side + 14
  for (const [index, line] of [text.verificationNote, text.verificationCode, text.verificationUrl].entries()) {
    drawLine(sheet, line, fitted(small, line, page.right - x), { x, baseline: qrCode.top + 25 + index * 13.5 })
  }
}

/** The parts in the order in which they are read aloud. */
const drawParts = (sheet: Sheet, text: CertificateText): void => {
  const root = sheet.struct('Document')
  sheet.addStructure(root)
  const part = (tag: string, draw: () => void, options = {}): void => {
    root.add(sheet.struct(tag, options, [draw]))
  }
  const right = { x: page.right, baseline: 84, align: 'right' } as const
  const { left, top, side } = qrCode

  part('H1', () => drawHeading(sheet, text))
  part('P', () => drawHonour(sheet, text))
  part('P', () => drawLine(sheet, text.number, face('serif', 12, 0.06), right))
  part('P', () => drawName(sheet, text))
  part('P', () => drawBody(sheet, text.body, { top: 372, height: 148 }))
  part('P', () => drawPeriod(sheet, text))
  part('P', () => drawLine(sheet, text.issuedOn, face('serif', 14.5, 0.06), { x: page.left, baseline: 640 }))
  part('P', () => drawMayor(sheet, text))
  const figure = { alt: `確認ページのQRコード ${text.verificationUrl}`, bbox: [left, top, left + side, top + side] }
  part('Figure', () => drawQrCode(sheet, text.verificationUrl, qrCode), figure)
  part('P', () => drawVerification(sheet, text))
  root.end()
}

/** Everything that is written, by the font it is written in, checked before anything is drawn. */
const refuseMissingGlyphs = (text: CertificateText): void => {
  const { serifBold, gothic } = documentFonts()
  const small = [text.verificationNote, text.verificationCode, text.verificationUrl]
  const serif = [text.companyName, text.honour, text.mayorTitle, text.mayorName, ...text.body.map((part) => part.text)]
  const lacking = [...lackingIn(serifBold.font, serif.join('')), ...lackingIn(gothic.font, small.join(''))]
  if (lacking.length > 0) throw new MissingGlyphError(lacking)
}

/**
 * Draws a certificate: one tagged page of A4 for the archive (PDF/A-2a, PDF/UA-1), fonts embedded. The same input gives
 * the same bytes.
 * @throws MissingGlyphError before anything is drawn, when a character could only be shown as a blank.
 */
export const makeCertificate = async (input: CertificateInput): Promise<Uint8Array> => {
  const text = certificateText(input)
  refuseMissingGlyphs(text)
  const sheet = openSheet({ title: text.documentTitle, author: input.scheme.city, createdAt: input.createdAt })
  drawFrame(sheet)
  drawParts(sheet, text)
  const seal = { left: page.right - sealSide, top: mayorBaseline - 37 }
  drawArtifact(sheet, 'Layout', () => drawSealPlace(sheet, text.sealPlace, seal))
  return bytesOf(sheet)
}
