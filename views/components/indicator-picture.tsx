import type { VNode } from 'preact'
import { type CalendarDate, fiscalYearOf } from '../../src/scheme/calendar.ts'
import type { IndicatorYear } from '../../src/scheme/indicator.ts'
import { formatFiscalYear, formatNumber } from '../format.ts'
import { type IndicatorDrawing, type IndicatorSlot, indicatorDrawing, plot } from './indicator-geometry.ts'

export type IndicatorChartProps = {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly years: readonly IndicatorYear[]
  /** The day of the count of the present fiscal year. */
  readonly on: CalendarDate
}

const shortYear = (fiscalYear: number): string => formatFiscalYear(fiscalYear).replace('年度', '')

const Bar = ({ slot, width, present }: { slot: IndicatorSlot; width: number; present: boolean }): VNode | null =>
  slot.bar === null ? null : (
    <rect
      class={present ? 'indicator__bar indicator__bar--present' : 'indicator__bar'}
      x={slot.x - width / 2}
      y={slot.bar.top}
      width={width}
      height={Math.round((plot.bottom - slot.bar.top) * 10) / 10}
    />
  )

/** Lines between targets: whole between neighbours, broken over years for which the plan states none. */
const TargetLines = ({ slots }: Pick<IndicatorDrawing, 'slots'>): VNode => {
  const marks = slots.flatMap(({ fiscalYear, x, target }) => (target === null ? [] : [{ fiscalYear, x, y: target.y }]))
  return (
    <>
      {marks.slice(1).map((mark, index) => {
        const before = marks[index] ?? mark
        const whole = mark.fiscalYear - before.fiscalYear === 1
        return (
          <line
            key={mark.fiscalYear}
            class={whole ? 'indicator__target' : 'indicator__target indicator__target--open'}
            x1={before.x}
            y1={before.y}
            x2={mark.x}
            y2={mark.y}
          />
        )
      })}
      {marks.map(({ fiscalYear, x, y }) => (
        <circle key={fiscalYear} class="indicator__mark" cx={x} cy={y} r={3.5} />
      ))}
    </>
  )
}

const Figures = ({ slots }: Pick<IndicatorDrawing, 'slots'>): VNode => (
  <>
    {slots.map(({ fiscalYear, x, bar, target }) => (
      <g key={fiscalYear} text-anchor="middle">
        {target === null ? null : (
          <text class="indicator__figure" x={x} y={target.label}>
            {formatNumber(target.value)}
          </text>
        )}
        {bar === null ? null : (
          <text
            class="indicator__figure indicator__figure--certified"
            x={bar.beside ? x - 6 : x}
            y={bar.label}
            text-anchor={bar.beside ? 'end' : undefined}
          >
            {formatNumber(bar.value)}
          </text>
        )}
      </g>
    ))}
  </>
)

const Axes = ({ ticks, slots, labelEvery }: IndicatorDrawing): VNode => (
  <>
    {ticks.map(({ value, y }) => (
      <g key={value}>
        <line class="indicator__across" x1={plot.left} y1={y} x2={plot.right} y2={y} />
        <text class="indicator__scale" text-anchor="end" x={plot.left - 5} y={y + 3.5}>
          {formatNumber(value)}
        </text>
      </g>
    ))}
    {slots
      .filter((_slot, index) => (slots.length - 1 - index) % labelEvery === 0)
      .map(({ fiscalYear, x }) => (
        <text key={fiscalYear} class="indicator__scale" text-anchor="middle" x={x} y={plot.bottom + 14}>
          {shortYear(fiscalYear)}
        </text>
      ))}
    <text class="indicator__scale" text-anchor="end" x={plot.right} y={plot.bottom + 26}>
      年度
    </text>
  </>
)

const described = ({ years, unit, on }: IndicatorChartProps): string => {
  const now = years.find(({ fiscalYear }) => fiscalYear === fiscalYearOf(on))
  const last = years.findLast(({ target }) => target !== null)
  const present = `${formatFiscalYear(fiscalYearOf(on))}の実績は${formatNumber(now?.certified ?? 0)}${unit}。`
  const aim = last?.target ? `${formatFiscalYear(last.fiscalYear)}の目標は${formatNumber(last.target)}${unit}。` : ''
  return `${present}${aim}年度ごとの値は下の表のとおり。`
}

/** Bars for what was reached and a line for the targets, sharp at any size. */
export const IndicatorPicture = (props: IndicatorChartProps): VNode => {
  const { id, name, years, on } = props
  const drawing = indicatorDrawing(years)
  const present = fiscalYearOf(on)
  return (
    <svg
      class="indicator__picture"
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{`${name}の目標値と実績値`}</title>
      <desc id={`${id}-description`}>{described(props)}</desc>
      <Axes {...drawing} />
      {drawing.slots.map((slot) => (
        <Bar key={slot.fiscalYear} slot={slot} width={drawing.barWidth} present={slot.fiscalYear === present} />
      ))}
      <TargetLines slots={drawing.slots} />
      <Figures slots={drawing.slots} />
    </svg>
  )
}
