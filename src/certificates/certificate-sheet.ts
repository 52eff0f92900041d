import { documentFonts, type FontName } from '../documents/document-fonts.ts'
import type { Sheet } from '../documents/sheet.ts'

/** How a line of text looks. Sizes in points, tracking in sizes. */
export type Face = {
  readonly font: FontName
  readonly size: number
  readonly tracking: number
  readonly colour: string
}

/** Where a line stands: its baseline in points from the top, and the left end, the middle or the right end of it. */
export type Place = { readonly x: number; readonly baseline: number; readonly align?: 'left' | 'centre' | 'right' }

export const ink = '#1a1a1c'
export const softInk = '#4d4d4d'

/** A4 in points, and the space that text keeps from the edge. */
export const page = { width: 595.28, height: 841.89, left: 93, right: 502.28, middle: 297.64 } as const

const shares = { left: 0, centre: 0.5, right: 1 } as const

/** The width of a line in points, without the spacing after its last character. */
export const widthOf = (face: Omit<Face, 'colour'>, text: string): number => {
  const { font } = documentFonts()[face.font]
  const advance = font.layout(text).advanceWidth / font.unitsPerEm
  return (advance + face.tracking * ([...text].length - 1)) * face.size
}

/** The face made as small as it must be for a text to fit a width. */
export const fitted = (face: Face, text: string, width: number): Face => ({
  ...face,
  size: Math.min(face.size, (face.size * width) / widthOf(face, text))
})

/** Draws one line of text; it is never broken or clipped. */
export const drawLine = (sheet: Sheet, text: string, face: Face, { x, baseline, align = 'left' }: Place): void => {
  const left = x - widthOf(face, text) * shares[align]
  sheet
    .font(face.font, face.size)
    .fillColor(face.colour)
    .text(text, left, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: face.tracking * face.size
    })
}
