import type { Align } from './document.ts'
import type { Piece } from './pages.ts'
import { type Face, type Press, printLine } from './press.ts'
import type { Line } from './typesetter.ts'

/** Text that stands beside others in a row. Lengths in points. */
export type Cell = {
  readonly lines: readonly Line[]
  readonly face: Face
  readonly align: Align
  readonly left: number
  readonly width: number
  readonly element: () => ReturnType<Press['sheet']['struct']>
}

type RowSpace = {
  readonly padding: number
  /** The most that fits on a page. */
  readonly maxHeight: number
  /** Draws what lies behind a part of the row: its lines and its ground. */
  readonly ground?: (top: number, height: number) => void
}

const lineHeight = ({ face }: Cell): number => face.size * face.leading

const printCell = ({ sheet }: Press, cell: Cell, lines: readonly Line[], top: number): void => {
  const element = cell.element()
  if (!lines.some(({ runs }) => runs.length > 0)) return
  element.add(() => {
    for (const [index, line] of lines.entries()) {
      const place = { left: cell.left, width: cell.width, top: top + index * lineHeight(cell), align: cell.align }
      printLine(sheet, line, cell.face, place)
    }
  })
}

/** A row of cells as one piece, or as several where it is taller than a page. */
export const rowPieces = (press: Press, cells: readonly Cell[], { padding, maxHeight, ground }: RowSpace): Piece[] => {
  const tallest = Math.max(...cells.map(lineHeight))
  const perPiece = Math.max(1, Math.floor((maxHeight - 2 * padding) / tallest))
  const most = Math.max(1, ...cells.map(({ lines }) => lines.length))
  return Array.from({ length: Math.ceil(most / perPiece) }, (_, part) => {
    const slices = cells.map((cell) => ({ cell, lines: cell.lines.slice(part * perPiece, (part + 1) * perPiece) }))
    const height = 2 * padding + Math.max(tallest, ...slices.map(({ cell, lines }) => lines.length * lineHeight(cell)))
    const draw = (top: number): void => {
      ground?.(top, height)
      for (const { cell, lines } of slices) printCell(press, cell, lines, top + padding)
    }
    return { height, gap: 0, joined: false, draw }
  })
}
