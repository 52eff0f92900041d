import type { VNode } from 'preact'

/** Units of white that readers need around the code. */
const edge = 4

/** An address as a QR code, for the phone that reads it from paper or from another screen. */
export const QrCode = ({
  title,
  size,
  path
}: {
  /** Where it leads. */
  readonly title: string
  /** Units of a side, and the dark squares as the path of a drawing in these units. */
  readonly size: number
  readonly path: string
}): VNode => (
  <svg
    class="qr-code"
    viewBox={`${-edge} ${-edge} ${size + 2 * edge} ${size + 2 * edge}`}
    role="img"
    aria-label={title}
    shape-rendering="crispEdges"
  >
    <path d={path} />
  </svg>
)
