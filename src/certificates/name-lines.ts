import { type BreakQuality, breakQualities, graphemesOf } from '../documents/line-breaks.ts'

/** A name set in one to three lines, all in one size. */
export type NameLines = { readonly lines: readonly string[]; readonly size: number }

export type NameSpace = {
  /** Width in points that a line may take. */
  readonly width: number
  /** Width, in sizes of the name, that 様 and the gap before it take at the end of the last line. */
  readonly honorific: number
  /** Width of one character, in sizes of the name, spacing included. */
  readonly measure: (grapheme: string) => number
}

/**
 * By its number of lines: the greatest size of a name in points, the least that is preferred to one more line, and how
 * much the places of the breaks weigh. In three lines they weigh less: there the size suffers first.
 */
const sizes = [
  { most: 27, least: 20, weight: 1 },
  { most: 23, least: 17, weight: 1 },
  { most: 20, least: 0, weight: 0.6 }
] as const

/** How much narrower, in characters, the longest line has to become for a worse break to be worth it. */
const penalties: Readonly<Record<BreakQuality, number>> = {
  space: 0,
  natural: 4,
  possible: 8,
  poor: 12,
  never: Infinity
}

/** Lines shorter than this many characters look like a mistake. */
const shortestLine = 3

type Candidate = { readonly starts: readonly number[]; readonly widest: number; readonly cost: number }

/** Every way to cut `length` characters into `count` lines, as the positions where lines start. */
const cutsOf = (length: number, count: number, from = 0): number[][] => {
  if (count === 1) return [[from]]
  const last = length - shortestLine * (count - 1)
  const nexts = Array.from(
    { length: Math.max(0, last - from - shortestLine + 1) },
    (_, step) => from + shortestLine + step
  )
  return nexts.flatMap((next) => cutsOf(length, count - 1, next).map((starts) => [from, ...starts]))
}

const linesAt = (graphemes: readonly string[], starts: readonly number[]): string[] =>
  starts.map((start, index) =>
    graphemes
      .slice(start, starts[index + 1])
      .join('')
      .trim()
  )

const best = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>((found, next) => (found !== null && found.cost <= next.cost ? found : next), null)

/**
 * Sets a name of any length: in one line as long as it stays large, then in two or three balanced lines, broken after a
 * legal form, at a space or between scripts rather than inside a word, and never so that a line overflows.
 */
export const nameLines = (name: string, space: NameSpace): NameLines => {
  const graphemes = graphemesOf(name)
  const qualities = breakQualities(graphemes)
  const edges = [0]
  for (const grapheme of graphemes) edges.push((edges.at(-1) ?? 0) + space.measure(grapheme))
  const widthOf = (start: number, end: number): number => (edges[end] ?? 0) - (edges[start] ?? 0)

  const candidate = (starts: readonly number[], weight: number): Candidate => {
    const ends = [...starts.slice(1), graphemes.length]
    const widths = starts.map((start, index) => widthOf(start, ends[index] ?? start))
    const widest = Math.max(...widths.with(-1, (widths.at(-1) ?? 0) + space.honorific))
    const penalty = starts.slice(1).reduce((sum, start) => sum + penalties[qualities[start] ?? 'never'], 0)
    return { starts, widest, cost: widest + penalty * weight }
  }

  let chosen: NameLines = { lines: [name], size: 0 }
  for (const [index, { most, least, weight }] of sizes.entries()) {
    const found = best(cutsOf(graphemes.length, index + 1).map((starts) => candidate(starts, weight)))
    if (found === null || !Number.isFinite(found.cost)) continue
    const size = Math.min(most, space.width / found.widest)
    if (size > chosen.size) chosen = { lines: linesAt(graphemes, found.starts), size }
    if (chosen.size >= least) break
  }
  return chosen
}
