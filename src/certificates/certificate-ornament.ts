import { create } from 'qrcode'
import type { Sheet } from '../documents/sheet.ts'
import { page } from './certificate-sheet.ts'

const gold = '#9a8246'

/** A rectangle with quarter circles cut out of its corners, as the frame of a 賞状 has them. */
const notched = (sheet: Sheet, inset: number, notch: number): Sheet => {
  const [left, top, right, bottom] = [inset, inset, page.width - inset, page.height - inset]
  const k = notch * 0.5523
  return sheet
    .moveTo(left + notch, top)
    .lineTo(right - notch, top)
    .bezierCurveTo(right - notch, top + k, right - k, top + notch, right, top + notch)
    .lineTo(right, bottom - notch)
    .bezierCurveTo(right - k, bottom - notch, right - notch, bottom - k, right - notch, bottom)
    .lineTo(left + notch, bottom)
    .bezierCurveTo(left + notch, bottom - k, left + k, bottom - notch, left, bottom - notch)
    .lineTo(left, top + notch)
    .bezierCurveTo(left + k, top + notch, left + notch, top + k, left + notch, top)
    .closePath()
}

/** The double frame: decoration, which reading software skips. */
export const drawFrame = (sheet: Sheet): void => {
  sheet.markContent('Artifact', { type: 'Layout' })
  sheet.lineWidth(1.1).strokeColor(gold)
  sheet.rect(28, 28, page.width - 56, page.height - 56).stroke()
  sheet.lineWidth(0.5)
  notched(sheet, 34, 14).stroke()
  sheet.endMarkedContent()
}

/** A QR code as vectors, so that it stays sharp in print. The white page is its quiet zone. */
export const drawQrCode = (sheet: Sheet, text: string, box: { left: number; top: number; side: number }): void => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const unit = box.side / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) !== 1) continue
      let end = column
      while (end + 1 < modules.size && modules.get(row, end + 1) === 1) end++
      sheet.rect(box.left + column * unit, box.top + row * unit, (end - column + 1) * unit, unit)
      column = end
    }
  }
  sheet.fill('#1a1a1c')
}
