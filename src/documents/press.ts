import type { FontName } from './document-fonts.ts'
import type { Sheet } from './sheet.ts'
import { type Line, makeTypesetter, type Typesetter } from './typesetter.ts'

/** How text looks: its font, its size in points, the distance of its lines in sizes. */
export type Face = {
  readonly font: FontName
  readonly size: number
  readonly leading: number
  readonly colour: string
}

export const ink = '#1a1a1c'
export const softInk = '#4d4d4d'
export const hairline = '#b3b3b3'

type Element = ReturnType<Sheet['struct']>

/** What blocks are laid out and printed with. Lengths in points. */
export type Press = {
  readonly sheet: Sheet
  readonly typesetter: Typesetter
  /** The element that blocks hang under in the structure that reading software follows. */
  readonly root: Element
  readonly family: 'gothic' | 'serif'
  readonly left: number
  readonly width: number
  /** How much a page holds. */
  readonly pageHeight: number
}

export const faceOf = (
  { family }: Pick<Press, 'family'>,
  { size, leading, bold = false, soft = false }: { size: number; leading: number; bold?: boolean; soft?: boolean }
): Face => ({ font: bold ? `${family}Bold` : family, size, leading, colour: soft ? softInk : ink })

const shares = { left: 0, centre: 0.5, right: 1 } as const

/** The place of a line: the top of its line space, and the room it may take. */
export type LinePlace = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly align: keyof typeof shares | 'justify'
}

/** Spacing beyond this share of the size would be seen: such a line stays ragged. */
const widestSpacing = 0.12

const spacingOf = ({ full, count, width }: Line, { size }: Face, place: LinePlace): number => {
  const each = place.width / size - width
  if (place.align !== 'justify' || !full || count < 2) return 0
  const spacing = each / (count - 1)
  return spacing > widestSpacing || spacing < 0 ? 0 : spacing * size
}

/** How far the foot of the characters lies under the top of the line space, in sizes. */
const baselineOf = ({ leading }: Face): number => (leading - 1) / 2 + 0.88

/** Prints a line of text. */
export const printLine = (sheet: Sheet, line: Line, face: Face, place: LinePlace): void => {
  const spacing = spacingOf(line, face, place)
  const share = place.align === 'justify' ? 0 : shares[place.align]
  let x = place.left + (place.width - line.width * face.size) * share
  for (const { text, font, width } of line.runs) {
    sheet.font(font, face.size).fillColor(face.colour)
    const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing } as const
    sheet.text(text, x, place.top + baselineOf(face) * face.size, options)
    x += width * face.size + spacing * [...text].length
  }
}

/** Writes one line into a drawing; `top` is the top of its line space. A character that cannot be shown becomes 〓. */
export const writeLine = (sheet: Sheet, text: string, face: Face, place: LinePlace): void => {
  const [line] = makeTypesetter().lines(text.replaceAll(/\r?\n/g, ' '), face.font, { width: Infinity })
  if (line !== undefined) printLine(sheet, line, face, place)
}

/** Draws what reading software skips. */
export const drawArtifact = (sheet: Sheet, type: 'Layout' | 'Pagination', draw: () => void): void => {
  sheet.markContent('Artifact', { type })
  draw()
  sheet.endMarkedContent()
}

type ElementOptions = {
  readonly alt?: string
  readonly bbox?: readonly [number, number, number, number]
  readonly scope?: 'Column' | 'Row'
}

/** An element of the structure that joins its parent when it is first printed: elements are read in that order. */
export const elementIn = (press: Press, parent: () => Element, tag: string, options: ElementOptions = {}) => {
  let made: Element | null = null
  return (): Element => {
    if (made === null) {
      made = press.sheet.struct(tag, { ...options })
      parent().add(made)
    }
    return made
  }
}
