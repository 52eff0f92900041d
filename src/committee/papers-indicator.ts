import { type IndicatorDrawing, indicatorDrawing, plot } from '../../views/components/indicator-geometry.ts'
import { formatDate, formatFiscalYear, formatNumber } from '../../views/format.ts'
import type { Block, Box } from '../documents/document.ts'
import { faceOf, writeLine } from '../documents/press.ts'
import type { Sheet } from '../documents/sheet.ts'
import { type CalendarDate, fiscalYearOf } from '../scheme/calendar.ts'
import type { IndicatorYear } from '../scheme/indicator.ts'

type Indicator = {
  readonly scheme: { readonly indicator: { readonly name: string; readonly unit: string } }
  readonly indicator: readonly IndicatorYear[]
  readonly on: CalendarDate
}

const scale = 1.3
const face = faceOf({ family: 'gothic' }, { size: 8, leading: 1.2 })
const colours = { across: '#d5d9de', bar: '#7fa3dc', present: '#b9cdec', target: '#b5461b' } as const

type At = { readonly x: (value: number) => number; readonly y: (value: number) => number }

const write = (sheet: Sheet, { x, y }: At, text: string, at: { x: number; y: number; align: 'centre' | 'right' }) => {
  const width = 60
  const left = x(at.x) - (at.align === 'centre' ? width / 2 : width)
  writeLine(sheet, text, face, { left, width, top: y(at.y) - face.size, align: at.align })
}

const drawAxes = (sheet: Sheet, at: At, { ticks, slots }: IndicatorDrawing): void => {
  for (const { value, y } of ticks) {
    sheet.moveTo(at.x(plot.left), at.y(y)).lineTo(at.x(plot.right), at.y(y)).lineWidth(0.5).stroke(colours.across)
    write(sheet, at, formatNumber(value), { x: plot.left - 4, y: y + 3, align: 'right' })
  }
  for (const { fiscalYear, x } of slots)
    write(sheet, at, formatFiscalYear(fiscalYear).replace('年度', ''), { x, y: plot.bottom + 12, align: 'centre' })
}

const drawBars = (sheet: Sheet, at: At, { slots, barWidth }: IndicatorDrawing, present: number): void => {
  for (const { fiscalYear, x, bar } of slots) {
    if (bar === null) continue
    const height = (plot.bottom - bar.top) * scale
    sheet
      .rect(at.x(x - barWidth / 2), at.y(bar.top), barWidth * scale, height)
      .fill(fiscalYear === present ? colours.present : colours.bar)
  }
}

const drawTargets = (sheet: Sheet, at: At, { slots }: IndicatorDrawing): void => {
  const marks = slots.flatMap(({ fiscalYear, x, target }) =>
    target === null ? [] : [{ fiscalYear, x: at.x(x), y: at.y(target.y) }]
  )
  for (const [index, mark] of marks.slice(1).entries()) {
    const before = marks[index] ?? mark
    sheet.moveTo(before.x, before.y).lineTo(mark.x, mark.y).lineWidth(1)
    if (mark.fiscalYear - before.fiscalYear > 1) sheet.dash(3, { space: 3 })
    sheet.stroke(colours.target).undash()
  }
  for (const { x, y } of marks) sheet.circle(x, y, 3).fill(colours.target)
}

const drawFigures = (sheet: Sheet, at: At, { slots }: IndicatorDrawing): void => {
  for (const { x, bar, target } of slots) {
    if (target !== null) write(sheet, at, formatNumber(target.value), { x, y: target.label, align: 'centre' })
    if (bar === null) continue
    const place = bar.beside ? ({ x: x - 6, align: 'right' } as const) : ({ x, align: 'centre' } as const)
    write(sheet, at, formatNumber(bar.value), { ...place, y: bar.label })
  }
}

const drawChart = (sheet: Sheet, { left, top, width }: Box, { indicator, on }: Indicator): void => {
  const shift = left + (width - plot.width * scale) / 2
  const at: At = { x: (value) => shift + value * scale, y: (value) => top + value * scale }
  const drawing = indicatorDrawing(indicator)
  drawAxes(sheet, at, drawing)
  drawBars(sheet, at, drawing, fiscalYearOf(on))
  drawTargets(sheet, at, drawing)
  drawFigures(sheet, at, drawing)
}

const shown = (value: number | null): string => (value === null ? '―' : formatNumber(value))

/** The indicator of the city's plan as a chart, with every figure in a table. */
export const indicatorBlocks = (papers: Indicator): readonly Block[] => {
  const { indicator, scheme, on } = papers
  const { name, unit } = scheme.indicator
  return [
    { type: 'heading', level: 1, text: '活動指標' },
    { type: 'paragraph', text: `${name}（${unit}）。棒が実績値、丸が目標値です。今年度は${formatDate(on)}現在です。` },
    {
      type: 'drawing',
      height: plot.height * scale,
      alt: `${name}の目標値と実績値。年度ごとの値は次の表のとおり。`,
      draw: (sheet, box) => drawChart(sheet, box, papers)
    },
    {
      type: 'table',
      size: 9,
      rowHeadings: true,
      columns: [
        { title: '年度', width: 2 },
        { title: `目標値（${unit}）`, width: 2, align: 'right' },
        { title: `実績値（${unit}）`, width: 2, align: 'right' }
      ],
      rows: indicator.map(({ fiscalYear, target, certified }) => [
        `${formatFiscalYear(fiscalYear)}${fiscalYear === fiscalYearOf(on) ? '（現在）' : ''}`,
        shown(target),
        shown(certified)
      ])
    }
  ]
}
