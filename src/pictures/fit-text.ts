import { fillLines, type Measured } from '../documents/fill-lines.ts'
import { graphemesOf } from '../documents/line-breaks.ts'
import { type TextStyle, textWidth } from './text-path.ts'

const ellipsis = '…'

const shortened = (graphemes: readonly string[], style: TextStyle, width: number): string => {
  const fits = (count: number): boolean => textWidth(`${graphemes.slice(0, count).join('')}${ellipsis}`, style) <= width
  let [most, tooMany] = [0, graphemes.length]
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (fits(middle)) most = middle
    else tooMany = middle
  }
  return `${graphemes.slice(0, most).join('').trimEnd()}${ellipsis}`
}

/** A text that is no wider than `width`, in the units of the picture: as it is, or cut and ended with 「…」. */
export const fitLine = (text: string, style: TextStyle, width: number): string =>
  textWidth(text, style) <= width ? text : shortened(graphemesOf(text), style, width)

const measured = (text: string, style: TextStyle): Measured[] => {
  const widths = new Map<string, number>()
  return graphemesOf(text).map((grapheme) => {
    const width = widths.get(grapheme) ?? textWidth(grapheme === ' ' ? 'n' : grapheme, style)
    widths.set(grapheme, width)
    return { text: grapheme, width }
  })
}

/**
 * A text in at most `count` lines no wider than `width`, broken where Japanese text may be; what does not fit is cut and
 * ended with 「…」.
 */
export const fitLines = (
  text: string,
  style: TextStyle,
  { width, count }: { readonly width: number; readonly count: number }
): readonly string[] => {
  const lines = fillLines(measured(text, style), { width, indent: 0, hanging: 0 }).map((line) =>
    line.map((piece) => piece.text).join('')
  )
  if (lines.length <= count) return lines.map((line) => fitLine(line.trim(), style, width))
  const last = lines.slice(count - 1).join('')
  return [...lines.slice(0, count - 1).map((line) => line.trim()), fitLine(last, style, width)]
}
