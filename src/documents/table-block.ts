import type { Column, Table } from './document.ts'
import type { Piece } from './pages.ts'
import { withGap } from './pages.ts'
import { drawArtifact, elementIn, type Face, faceOf, hairline, type Press, printLine } from './press.ts'
import { type Cell, rowPieces } from './row-pieces.ts'

const padding = { x: 4, y: 3.5 } as const
const headGround = '#eef1f4'

type Frame = { readonly column: Column; readonly left: number; readonly width: number }

const framesOf = ({ left, width }: Press, columns: readonly Column[]): Frame[] => {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  let x = left
  return columns.map((column) => {
    const frame = { column, left: x, width: (width * column.width) / all }
    x += frame.width
    return frame
  })
}

const drawGrid = ({ sheet }: Press, frames: readonly Frame[], top: number, height: number, head: boolean): void =>
  drawArtifact(sheet, 'Layout', () => {
    for (const { left, width } of frames) {
      if (head) sheet.rect(left, top, width, height).fill(headGround)
      sheet.lineWidth(0.5).strokeColor(hairline).rect(left, top, width, height).stroke()
    }
  })

const cellsOf = (
  press: Press,
  frames: readonly Frame[],
  texts: readonly string[],
  part: { readonly face: Face; readonly tag: (index: number) => CellTag; readonly table: Cell['element'] }
): Cell[] => {
  const row = elementIn(press, part.table, 'TR')
  return frames.map(({ column, left, width }, index) => {
    const inner = width - 2 * padding.x
    const { tag, scope } = part.tag(index)
    return {
      lines: press.typesetter.lines(texts[index] ?? '', part.face.font, { width: inner / part.face.size }),
      face: part.face,
      align: column.align ?? 'left',
      left: left + padding.x,
      width: inner,
      element: elementIn(press, row, tag, scope === undefined ? {} : { scope })
    }
  })
}

type CellTag = { readonly tag: 'TH' | 'TD'; readonly scope?: 'Column' | 'Row' }

/** The head printed again on a further page, which reading software skips. */
const repeatedHead = (press: Press, frames: readonly Frame[], cells: readonly Cell[], height: number) => ({
  height,
  draw: (top: number): void => {
    drawGrid(press, frames, top, height, true)
    drawArtifact(press.sheet, 'Pagination', () => {
      for (const { lines, face, ...place } of cells) {
        for (const [index, line] of lines.entries()) {
          const y = top + padding.y + index * face.size * face.leading
          printLine(press.sheet, line, face, { ...place, top: y })
        }
      }
    })
  }
})

const captionPieces = (press: Press, caption: string, size: number, table: Cell['element']): Piece[] => {
  const face = faceOf(press, { size, leading: 1.6, bold: true })
  const lines = press.typesetter.lines(caption, face.font, { width: press.width / size })
  const element = elementIn(press, table, 'Caption')
  const cell: Cell = { lines, face, align: 'left', left: press.left, width: press.width, element }
  return rowPieces(press, [cell], { padding: 1, maxHeight: press.pageHeight }).map((piece) => ({
    ...piece,
    joined: true
  }))
}

/** A table: its head joined to its first row, and printed again on each further page. */
export const layTable = (press: Press, { caption, columns, rows, size = 9, rowHeadings = false }: Table): Piece[] => {
  const frames = framesOf(press, columns)
  const table = elementIn(press, () => press.root, 'Table')
  const titles = columns.map(({ title }) => title)
  const headFace = faceOf(press, { size, leading: 1.5, bold: true })
  const headCells = cellsOf(press, frames, titles, {
    face: headFace,
    tag: () => ({ tag: 'TH', scope: 'Column' }),
    table
  })
  const gridOf = (head: boolean) => (top: number, height: number) => drawGrid(press, frames, top, height, head)
  const head = rowPieces(press, headCells, {
    padding: padding.y,
    maxHeight: press.pageHeight / 2,
    ground: gridOf(true)
  })
  const headHeight = head.reduce((sum, { height }) => sum + height, 0)
  const repeated = repeatedHead(press, frames, headCells, headHeight)

  const face = faceOf(press, { size, leading: 1.5 })
  const tag = (index: number): CellTag => (rowHeadings && index === 0 ? { tag: 'TH', scope: 'Row' } : { tag: 'TD' })
  const body = rows.flatMap((texts) =>
    rowPieces(press, cellsOf(press, frames, texts, { face, tag, table }), {
      padding: padding.y,
      maxHeight: press.pageHeight - headHeight,
      ground: gridOf(false)
    })
  )
  const captioned = caption === undefined ? [] : captionPieces(press, caption, size + 0.5, table)
  return withGap(
    [
      ...captioned,
      ...head.map((piece) => ({ ...piece, joined: body.length > 0 })),
      ...body.map((piece) => ({ ...piece, repeated }))
    ],
    6
  )
}
