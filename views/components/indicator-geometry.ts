import type { IndicatorYear } from '../../src/scheme/indicator.ts'

/** The picture in units of its view box: the plot lies between `left` and `right`, `top` and `bottom`. */
export const plot = { width: 360, height: 214, left: 26, right: 356, top: 18, bottom: 186 } as const

/** The height of a line of text in the picture, and how far a label stands off what it names. */
const lineHeight = 11
const gap = 4
const dotGap = 7

/** What is drawn of one year; heights are distances from the top, null where there is nothing. */
export type IndicatorSlot = {
  readonly fiscalYear: number
  readonly x: number
  readonly bar: {
    readonly top: number
    readonly label: number
    /** Whether its figure stands to the left of the target's mark. */
    readonly beside: boolean
    readonly value: number
  } | null
  readonly target: { readonly y: number; readonly label: number; readonly value: number } | null
}

export type IndicatorDrawing = {
  /** The values of the lines across, from 0 up, with their heights. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  readonly slots: readonly IndicatorSlot[]
  readonly barWidth: number
  /** Every how many years there is room for a name below. */
  readonly labelEvery: number
}

const tenth = (value: number): number => Math.round(value * 10) / 10 + 0

/** The least of 1, 2, 5, 10, 20, 50 … by which so many steps reach a value. */
const stepFor = (most: number, steps: number): number => {
  for (let unit = 1; ; unit *= 10) for (const step of [unit, 2 * unit, 5 * unit]) if (step * steps >= most) return step
}

const mostSteps = 6
const namesInARow = 10

/**
 * Where the figure of a bar stands: above it, unless the target's mark is there; then at its foot, or beside the mark where
 * the bar is too low for both.
 */
const barLabel = (top: number, target: number | null): { readonly label: number; readonly beside: boolean } => {
  const above = { label: tenth(top - gap), beside: false }
  if (target === null || target < top - lineHeight - gap - 1 || target > top + lineHeight + 1) return above
  if (plot.bottom - target > lineHeight + gap + 1) return { label: plot.bottom - gap, beside: false }
  return { ...above, beside: true }
}

/** The picture of the indicator, one slot for a year, from left to right. */
export const indicatorDrawing = (years: readonly IndicatorYear[]): IndicatorDrawing => {
  const most = Math.max(1, ...years.flatMap(({ target, certified }) => [target ?? 0, certified ?? 0]))
  const step = stepFor(most, mostSteps)
  const steps = Math.ceil(most / step)
  const heightOf = (value: number): number => tenth(plot.bottom - ((plot.bottom - plot.top) * value) / (step * steps))
  const width = (plot.right - plot.left) / Math.max(1, years.length)
  const slotOf = ({ fiscalYear, target, certified }: IndicatorYear, index: number): IndicatorSlot => {
    const y = target === null ? null : heightOf(target)
    const top = certified === null ? null : heightOf(certified)
    return {
      fiscalYear,
      x: tenth(plot.left + width * (index + 0.5)),
      bar: certified === null || top === null ? null : { top, ...barLabel(top, y), value: certified },
      target: target === null || y === null ? null : { y, label: tenth(y - dotGap), value: target }
    }
  }
  return {
    ticks: Array.from({ length: steps + 1 }, (_, index) => ({ value: index * step, y: heightOf(index * step) })),
    slots: years.map(slotOf),
    barWidth: tenth(Math.min(24, width * 0.6)),
    labelEvery: Math.ceil(years.length / namesInARow)
  }
}
