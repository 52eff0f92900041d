import { mayEndLineBetween } from './line-breaks.ts'

/** A character as people count them, with its width in sizes of the text. */
export type Measured = { readonly text: string; readonly width: number }

const isSpace = ({ text }: Measured): boolean => text === ' ' || text === '\u3000'

/** Spaces at the end of a line hang over its edge: they take no room. */
const fits = (used: number, next: Measured, width: number): boolean => isSpace(next) || used + next.width <= width

/** Where the line that begins at `start` ends, by the last place before `full` where a line may end. */
const lastBreak = (text: readonly Measured[], start: number, full: number): number => {
  for (let end = full; end > start; end--) {
    if (mayEndLineBetween(text[end - 1]?.text ?? '', text[end]?.text ?? '')) return end
  }
  return Math.max(full, start + 1)
}

const lineEnd = (text: readonly Measured[], start: number, width: number): number => {
  let used = 0
  for (let end = start; end < text.length; end++) {
    const next = text[end]
    if (next === undefined) break
    if (!fits(used, next, width)) return lastBreak(text, start, end)
    used += next.width
  }
  return text.length
}

/**
 * Fills lines from the left, as plain text is set in Japanese: a line ends anywhere but where kinsoku forbids it. A word
 * wider than a line is broken. `indent` takes that much from the first line, `hanging` from the others.
 */
export const fillLines = <T extends Measured>(
  text: readonly T[],
  { width, indent, hanging }: { readonly width: number; readonly indent: number; readonly hanging: number }
): T[][] => {
  const lines: T[][] = []
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start, width - (lines.length === 0 ? indent : hanging))
    lines.push(text.slice(start, end))
    start = end
    while (text[start]?.text === ' ') start++
  }
  return lines
}
