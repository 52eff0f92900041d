import { qrRuns } from '../documents/qr-runs.ts'
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
  const { size, runs } = qrRuns(text)
  const unit = box.side / size
  for (const { x, y, length } of runs) sheet.rect(box.left + x * unit, box.top + y * unit, length * unit, unit)
  sheet.fill('#1a1a1c')
}
