import type { Heading, Paragraph } from './document.ts'
import type { Piece } from './pages.ts'
import { elementIn, type Face, faceOf, type LinePlace, type Press, printLine } from './press.ts'
import type { Line } from './typesetter.ts'

/** A single line is not left behind at the foot of a page, nor carried alone to the next. */
const isJoined = (index: number, count: number): boolean =>
  index < count - 1 && (count <= 3 || index === 0 || index === count - 2)

type Setting = {
  readonly face: Face
  readonly align: LinePlace['align']
  /** In sizes. */
  readonly indent: number
  readonly hanging: number
}

const linePieces = (
  { sheet, left, width }: Press,
  lines: readonly Line[],
  { face, align, indent, hanging }: Setting,
  element: () => ReturnType<Press['sheet']['struct']>
): Piece[] =>
  lines.map((line, index) => {
    const inset = (index === 0 || lines[index - 1]?.full === false ? indent : hanging) * face.size
    const draw = (top: number): void => {
      const place = { left: left + inset, width: width - inset, top, align }
      if (line.runs.length > 0) element().add(() => printLine(sheet, line, face, place))
    }
    return { height: face.size * face.leading, gap: 0, joined: isJoined(index, lines.length), draw }
  })

/** A paragraph, line by line. */
export const layParagraph = (press: Press, block: Paragraph): Piece[] => {
  const { text, align, size = 10.5, bold = false, soft = false, indent = 0, hanging = 0, gap = 0 } = block
  const face = faceOf(press, { size, leading: 1.7, bold, soft })
  const width = press.width - (block.insetRight ?? 0) * size
  const lines = press.typesetter.lines(text, face.font, { width: width / size, indent, hanging })
  const element = elementIn(press, () => press.root, 'P')
  const setting: Setting = { face, align: align ?? 'justify', indent, hanging }
  const pieces = linePieces({ ...press, width }, lines, setting, element)
  return pieces.map((piece, index) => ({
    ...piece,
    gap: index === 0 ? gap : 0,
    joined: piece.joined || (block.joined === true && index === pieces.length - 1)
  }))
}

const headings = {
  1: { size: 17, gap: 0 },
  2: { size: 13, gap: 16 },
  3: { size: 11, gap: 12 }
} as const

type Bookmark = (level: number, title: string, top: number) => void

/** A heading: bold, kept with what follows, named in the outline. */
export const layHeading = (press: Press, block: Heading, bookmark: Bookmark): Piece[] => {
  const { level, text, outline = text, align = 'left', size = headings[level].size } = block
  const face = faceOf(press, { size, leading: 1.5, bold: true })
  const lines = press.typesetter.lines(text, face.font, { width: press.width / size })
  const element = elementIn(press, () => press.root, `H${level}`)
  const pieces = linePieces(press, lines, { face, align, indent: 0, hanging: 0 }, element)
  return pieces.map((piece, index) => ({
    ...piece,
    gap: index === 0 ? headings[level].gap : 0,
    joined: true,
    draw: (top) => {
      if (index === 0 && outline !== false) bookmark(level, outline, top)
      piece.draw(top)
    }
  }))
}
