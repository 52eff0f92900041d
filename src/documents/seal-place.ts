import { writeLine } from './press.ts'
import type { Sheet } from './sheet.ts'

const vermilion = '#c98a80'

/** The side of the place of a seal: 21 mm. */
export const sealSide = 59.5

/** The place of the mayor's seal, 21 mm square, faint enough to vanish under it: decoration. */
export const drawSealPlace = (sheet: Sheet, text: string, { left, top }: { left: number; top: number }): void => {
  sheet.lineWidth(0.5).strokeColor(vermilion).roundedRect(left, top, sealSide, sealSide, 3).stroke()
  const face = { font: 'serif', size: 9, leading: 1.4, colour: vermilion } as const
  writeLine(sheet, text, face, { left, top: top + sealSide / 2 - 6.3, width: sealSide, align: 'centre' })
}
