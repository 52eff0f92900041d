import type { VNode } from 'preact'
import { fiscalYearOf } from '../../src/scheme/calendar.ts'
import type { IndicatorYear } from '../../src/scheme/indicator.ts'
import { formatDate, formatFiscalYear, formatNumber } from '../format.ts'
import { type IndicatorChartProps, IndicatorPicture } from './indicator-picture.tsx'

const Sample = ({ kind }: { readonly kind: 'bar' | 'present' | 'target' }): VNode => (
  <svg class="indicator__sample" viewBox="0 0 24 14" aria-hidden="true">
    {kind === 'target' ? (
      <>
        <line class="indicator__target" x1={0} y1={7} x2={24} y2={7} />
        <circle class="indicator__mark" cx={12} cy={7} r={3.5} />
      </>
    ) : (
      <rect
        class={kind === 'present' ? 'indicator__bar indicator__bar--present' : 'indicator__bar'}
        x={4}
        y={1}
        width={16}
        height={12}
      />
    )}
  </svg>
)

const Legend = ({ unit, years, on }: IndicatorChartProps): VNode => (
  <ul class="indicator__legend">
    {years.some(({ target }) => target !== null) ? (
      <li>
        <Sample kind="target" />
        目標値（{unit}）
      </li>
    ) : null}
    <li>
      <Sample kind="bar" />
      実績値（年度末）
    </li>
    <li>
      <Sample kind="present" />
      {formatDate(on)}現在
    </li>
  </ul>
)

/** Shares are rounded down, so that a target that was just missed never reads 100 %. */
const attainment = ({ target, certified }: IndicatorYear): string =>
  target === null || certified === null || target === 0
    ? '—'
    : `${(Math.floor((certified / target) * 1000) / 10).toFixed(1)}%`

const shown = (value: number | null): string => (value === null ? '—' : formatNumber(value))

/** A table also on a phone: its cells are narrow, and the years are compared down the columns. */
const FigureTable = ({ name, unit, years, on }: IndicatorChartProps): VNode => (
  <table class="indicator__table">
    <caption>
      {name}（単位：{unit}）
    </caption>
    <thead>
      <tr>
        <th scope="col">年度</th>
        <th scope="col">目標値</th>
        <th scope="col">実績値</th>
        <th scope="col">達成率</th>
      </tr>
    </thead>
    <tbody>
      {years.map((year) => (
        <tr key={year.fiscalYear}>
          <th scope="row">
            {formatFiscalYear(year.fiscalYear)}
            {year.fiscalYear === fiscalYearOf(on) ? '（現在）' : ''}
          </th>
          <td>{shown(year.target)}</td>
          <td>{shown(year.certified)}</td>
          <td>{attainment(year)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The indicator as a picture, bars against the plan's targets, with every figure in a table beneath. */
export const IndicatorChart = (props: IndicatorChartProps): VNode => (
  <figure class="indicator">
    <IndicatorPicture {...props} />
    <Legend {...props} />
    <FigureTable {...props} />
  </figure>
)
