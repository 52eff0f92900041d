import { qrRuns } from './qr-runs.ts'

/** A QR code as the path of a drawing of `size` × `size` units, without the white edge that readers need around it. */
export type LinkPicture = { readonly size: number; readonly path: string }

/** The QR code of an address, for pages that show it. */
export const linkPicture = (url: string): LinkPicture => {
  const { size, runs } = qrRuns(url)
  return { size, path: runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('') }
}
