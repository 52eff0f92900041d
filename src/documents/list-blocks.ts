import type { Bullets, Definitions } from './document.ts'
import type { Piece } from './pages.ts'
import { withGap } from './pages.ts'
import { elementIn, type Face, faceOf, type Press } from './press.ts'
import { type Cell, rowPieces } from './row-pieces.ts'

type List = { readonly face: Face; readonly labelWidth: number; readonly list: Cell['element'] }

/** A label and what it stands for, side by side. */
const itemPieces = (
  press: Press,
  { face, labelWidth, list }: List,
  { label, value }: { readonly label: string; readonly value: string }
): Piece[] => {
  const item = elementIn(press, list, 'LI')
  const cell = (text: string, tag: string, left: number, width: number): Cell => ({
    lines: press.typesetter.lines(text, face.font, { width: width / face.size }),
    face,
    align: 'left',
    left,
    width,
    element: elementIn(press, item, tag)
  })
  const cells = [
    cell(label, 'Lbl', press.left, labelWidth),
    cell(value, 'LBody', press.left + labelWidth, press.width - labelWidth)
  ]
  return rowPieces(press, cells, { padding: 0.5, maxHeight: press.pageHeight })
}

/** The widest label, with room before its value, and never more than a third of the line. */
const labelWidthOf = (press: Press, { entries }: Definitions, { font, size }: Face): number => {
  const widths = entries.flatMap(({ label }) =>
    press.typesetter.lines(label, font, { width: Infinity }).map(({ width }) => width)
  )
  return Math.min(press.width / 3, (Math.max(0, ...widths) + 2) * size)
}

export const layDefinitions = (press: Press, block: Definitions): Piece[] => {
  const face = faceOf(press, { size: block.size ?? 10.5, leading: 1.6 })
  const list = elementIn(press, () => press.root, 'L')
  const labelWidth = labelWidthOf(press, block, face)
  return withGap(
    block.entries.flatMap((entry) => itemPieces(press, { face, labelWidth, list }, entry)),
    4
  )
}

export const layBullets = (press: Press, { items, size = 10.5 }: Bullets): Piece[] => {
  const face = faceOf(press, { size, leading: 1.6 })
  const list = elementIn(press, () => press.root, 'L')
  return withGap(
    items.flatMap((value) => itemPieces(press, { face, labelWidth: size * 1.2, list }, { label: '・', value })),
    4
  )
}
