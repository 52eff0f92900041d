/** A point of the picture, in units of its view box, rounded to a tenth. */
export type Point = { readonly x: number; readonly y: number }

/** Rounded, because longer numbers only make the page heavier; adding 0 turns −0 into 0. */
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0

/** The end of axis `index` of `count`, the first one pointing up and the others following clockwise. */
export const pointOn = (centre: Point, radius: number, index: number, count: number): Point => {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return { x: tenth(centre.x + radius * Math.cos(angle)), y: tenth(centre.y + radius * Math.sin(angle)) }
}

/** The `points` attribute of a polygon through one point per axis; ratios outside 0…1 are taken as their nearest end. */
export const polygon = (centre: Point, radius: number, ratios: readonly number[]): string =>
  ratios
    .map((ratio, index) => pointOn(centre, radius * Math.min(1, Math.max(0, ratio)), index, ratios.length))
    .map(({ x, y }) => `${x},${y}`)
    .join(' ')

const words = new Intl.Segmenter('ja', { granularity: 'word' })

/** A label in lines of at most `width` characters, broken between words where a word fits into a line. */
export const linesOf = (label: string, width: number): readonly string[] => {
  const lines = ['']
  for (const { segment } of words.segment(label)) {
    for (let rest = [...segment]; rest.length > 0; rest = rest.slice(width)) {
      const part = rest.slice(0, width).join('')
      const last = lines.length - 1
      const line = lines[last] ?? ''
      if ([...line].length + [...part].length <= width) lines[last] = line + part
      else lines.push(part)
    }
  }
  return lines
}

/** Which side of its point a label starts from, so that it never runs into the picture. */
export const anchorAt = (centre: Point, point: Point): 'start' | 'middle' | 'end' => {
  if (Math.abs(point.x - centre.x) < 1) return 'middle'
  return point.x > centre.x ? 'start' : 'end'
}
