import type { VNode } from 'preact'
import { anchorAt, linesOf, pointOn, polygon } from './radar-geometry.ts'

/** One axis of the picture: how far, of 1, and whether the category passes. */
export type RadarAxis = { readonly label: string; readonly ratio: number; readonly passed: boolean }

const centre = { x: 180, y: 150 }
const radius = 88
const lineHeight = 17
const mostCharacters = 6
const rings = [0.5, 1]

const Label = ({
  axis,
  index,
  count
}: {
  readonly axis: RadarAxis
  readonly index: number
  readonly count: number
}) => {
  const point = pointOn(centre, radius + 14, index, count)
  const lines = linesOf(axis.label, index === 0 ? mostCharacters * 2 : mostCharacters)
  // Above the middle a label grows upwards, below it downwards.
  const lift = ((centre.y - point.y) / radius) * 0.5 + 0.5
  const top = point.y - (lines.length - 1) * lineHeight * lift + 4
  return (
    <text
      class={axis.passed ? 'radar__label radar__label--passed' : 'radar__label'}
      text-anchor={anchorAt(centre, point)}
    >
      {lines.map((line, row) => (
        <tspan key={line} x={point.x} y={Math.round(top + row * lineHeight)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

const Picture = ({
  id,
  title,
  axes
}: {
  readonly id: string
  readonly title: string
  readonly axes: readonly RadarAxis[]
}) => {
  const ends = axes.map((axis, index) => ({ axis, ...pointOn(centre, radius, index, axes.length) }))
  const dots = axes.map((axis, index) => ({ axis, ...pointOn(centre, radius * axis.ratio, index, axes.length) }))
  return (
    <svg class="radar__picture" viewBox="0 34 360 262" role="img" aria-labelledby={`${id}-title ${id}-description`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>
        {axes
          .map(({ label, ratio, passed }) => `${label} ${Math.round(ratio * 100)}%${passed ? ' 合格' : ''}`)
          .join('、')}
      </desc>
      {rings.map((ring) => (
        <polygon
          key={ring}
          class="radar__ring"
          points={polygon(
            centre,
            radius,
            axes.map(() => ring)
          )}
        />
      ))}
      {ends.map(({ axis, x, y }) => (
        <line key={axis.label} class="radar__axis" x1={centre.x} y1={centre.y} x2={x} y2={y} />
      ))}
      <polygon
        class="radar__area"
        points={polygon(
          centre,
          radius,
          axes.map(({ ratio }) => ratio)
        )}
      />
      {dots.map(({ axis, x, y }) => (
        <circle
          key={axis.label}
          class={axis.passed ? 'radar__dot radar__dot--passed' : 'radar__dot'}
          cx={x}
          cy={y}
          r={4}
        />
      ))}
      {axes.map((axis, index) => (
        <Label key={axis.label} axis={axis} index={index} count={axes.length} />
      ))}
    </svg>
  )
}

/** The categories as a picture with one axis each, and the same as a table for those who do not see it. */
export const RadarChart = (props: {
  readonly id: string
  readonly title: string
  readonly axes: readonly RadarAxis[]
}): VNode => (
  <figure class="radar">
    <Picture {...props} />
    <table class="visually-hidden">
      <caption>{props.title}</caption>
      <thead>
        <tr>
          <th scope="col">分野</th>
          <th scope="col">割合</th>
          <th scope="col">判定</th>
        </tr>
      </thead>
      <tbody>
        {props.axes.map(({ label, ratio, passed }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{Math.round(ratio * 100)}%</td>
            <td>{passed ? '合格' : 'まだ'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </figure>
)
