import { type Phrase, paragraphLines } from '../documents/paragraph.ts'
import type { Sheet } from '../documents/sheet.ts'
import { drawLine, type Face, ink, page, widthOf } from './certificate-sheet.ts'

/** Sizes and distances of lines in points, largest first: the first that fits its space is taken. */
const settings = [
  { size: 15.5, leading: 32 },
  { size: 15, leading: 29 },
  { size: 14.5, leading: 26 },
  { size: 14, leading: 23.5 },
  { size: 13, leading: 21 },
  { size: 12, leading: 19 },
  { size: 10.5, leading: 16 },
  { size: 9, leading: 13 }
] as const

const tracking = 0.05

const faceOf = (size: number): Face => ({ font: 'serif', size, tracking, colour: ink })

const measure = (text: string): number =>
  widthOf({ font: 'serif', size: 1, tracking: 0 }, text) + tracking * text.length

const width = page.right - page.left

/** Shaping a text costs far more than breaking a paragraph, so each phrase is measured once. */
const measuredOnce = (): ((text: string) => number) => {
  const known = new Map<string, number>()
  return (text) => {
    const found = known.get(text) ?? measure(text)
    known.set(text, found)
    return found
  }
}

/** Draws the paragraph from a top edge on, in the largest setting whose lines fit the space. */
export const drawBody = (sheet: Sheet, phrases: readonly Phrase[], box: { top: number; height: number }): void => {
  const measureOnce = measuredOnce()
  const linesIn = (size: number): string[] =>
    paragraphLines(phrases, { width: width / size, indent: 1, measure: measureOnce })
  const fits = ({ size, leading }: { size: number; leading: number }): boolean => {
    const lines = linesIn(size)
    return lines.length * leading <= box.height && lines.every((line) => widthOf(faceOf(size), line) <= width)
  }
  const { size, leading } = settings.find(fits) ?? settings[settings.length - 1] ?? settings[0]
  for (const [index, line] of linesIn(size).entries()) {
    const indent = index === 0 ? size : 0
    drawLine(sheet, line, faceOf(size), { x: page.left + indent, baseline: box.top + leading * (index + 0.7) })
  }
}
