import type { GlyphPosition, PathCommand } from 'fontkit'
import type { FontName } from '../documents/document-fonts.ts'
import { fontRuns } from './font-runs.ts'

/** How a text is set: one of the documents' fonts, and the size in the units of the picture. */
export type TextStyle = { readonly font: FontName; readonly size: number }

/** Where a line stands: its baseline, and which of its points is at `x`. */
export type TextPlace = {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end' | undefined
}

const letters: Readonly<Record<PathCommand['command'], string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z'
}

/** Hundredths of a unit are finer than any screen shows, and keep a line of text to a few kilobytes. */
const short = (value: number): string => String(Math.round(value * 100) / 100)

type Origin = { readonly x: number; readonly y: number; readonly scale: number }

const step = ({ command, args }: PathCommand, { x, y, scale }: Origin): string =>
  `${letters[command]}${args.map((value, index) => short(index % 2 === 0 ? x + value * scale : y - value * scale)).join(' ')}`

/** The width of a line of text in the units of the picture. */
export const textWidth = (text: string, { font, size }: TextStyle): number =>
  fontRuns(text, font).reduce(
    (sum, run) => sum + (run.font.layout(run.text).advanceWidth * size) / run.font.unitsPerEm,
    0
  )

const shifted = (origin: Origin, { xOffset, yOffset }: GlyphPosition): Origin => ({
  ...origin,
  x: origin.x + xOffset * origin.scale,
  y: origin.y - yOffset * origin.scale
})

const startOf = (text: string, style: TextStyle, { x, anchor = 'start' }: TextPlace): number => {
  if (anchor === 'start') return x
  return x - textWidth(text, style) / (anchor === 'middle' ? 2 : 1)
}

/**
 * A line of text as the data of an SVG path (`d`), so that a picture reads the same where no font is installed. Kerning
 * is the font's; characters that the font lacks are drawn by another or as 〓. Empty for a text without a mark.
 */
export const textPath = (text: string, style: TextStyle, place: TextPlace): string => {
  let x = startOf(text, style, place)
  const steps: string[] = []
  for (const { font, text: part } of fontRuns(text, style.font)) {
    const scale = style.size / font.unitsPerEm
    const { glyphs, positions } = font.layout(part)
    for (const [index, position] of positions.entries()) {
      const origin = shifted({ x, y: place.y, scale }, position)
      for (const command of glyphs[index]?.path.commands ?? []) steps.push(step(command, origin))
      x += position.xAdvance * scale
    }
  }
  return steps.join('')
}

/** A line of text as an element of an SVG drawing, in one colour. */
export const textElement = (text: string, style: TextStyle, place: TextPlace, colour: string): string =>
  `<path d="${textPath(text, style, place)}" fill="${colour}"/>`
