/** A piece of text that no line break divides; `spaced` when a space parts it from the piece before, in its line. */
export type Phrase = { readonly text: string; readonly spaced: boolean }

export type ParagraphSpace = {
  /** Width of a line, in sizes of the text. */
  readonly width: number
  /** How far the first line is set in, in sizes. */
  readonly indent: number
  /** Width of a text, in sizes, with the spacing after each of its characters. */
  readonly measure: (text: string) => number
}

/** What a line end costs: none between clauses, some between phrases, much after the dot inside a name. */
const endCost = (last: Phrase, next: Phrase): number => {
  if (next.spaced) return 0
  return last.text.endsWith('・') ? 0.25 : 0.08
}

/** A last line shorter than this share of the width looks forgotten, the more so the shorter it is. */
const shortestLastLine = 0.4

const lineCost = (free: number, line: readonly Phrase[], next: Phrase | undefined): number => {
  if (free < 0) return line.length === 1 ? 1e6 * -free : Infinity
  const last = line.at(-1)
  if (next === undefined || last === undefined) return Math.max(0, free - (1 - shortestLastLine))
  return free ** 2 + endCost(last, next)
}

const textOf = (line: readonly Phrase[]): string =>
  line.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('')

type Plan = { readonly cost: number; readonly end: number }

/** The best end of the line that begins at `start`, given the best plans for all that follows. */
const bestEnd = (
  phrases: readonly Phrase[],
  start: number,
  costAfter: (end: number) => number,
  { width, indent, measure }: ParagraphSpace
): Plan => {
  let used = start === 0 ? indent : 0
  let found: Plan = { cost: Infinity, end: start + 1 }
  for (const [step, { text, spaced }] of phrases.slice(start).entries()) {
    const end = start + step + 1
    used += measure(text) + (spaced && step > 0 ? measure(' ') : 0)
    const cost = lineCost((width - used) / width, phrases.slice(start, end), phrases[end]) + costAfter(end)
    if (cost < found.cost) found = { cost, end }
    if (used > width) break
  }
  return found
}

/**
 * Breaks a paragraph into lines that are about equally full and end where a reader would pause. A single phrase wider
 * than the line is the only thing that can overflow: the caller then chooses a smaller size.
 */
export const paragraphLines = (phrases: readonly Phrase[], space: ParagraphSpace): string[] => {
  const plans = new Map<number, Plan>()
  const costAfter = (end: number): number => plans.get(end)?.cost ?? 0
  for (let start = phrases.length - 1; start >= 0; start--) {
    plans.set(start, bestEnd(phrases, start, costAfter, space))
  }

  const lines: string[] = []
  for (let start = 0; start < phrases.length; ) {
    const end = plans.get(start)?.end ?? phrases.length
    lines.push(textOf(phrases.slice(start, end)))
    start = end
  }
  return lines
}
