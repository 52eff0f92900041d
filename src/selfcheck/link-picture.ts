import { create } from 'qrcode'

/** A QR code as the path of a drawing of `size` × `size` units, without the white edge that readers need around it. */
export type LinkPicture = { readonly size: number; readonly path: string }

/** The QR code of an address: its dark squares, runs of a row drawn as one. */
export const linkPicture = (url: string): LinkPicture => {
  const { modules } = create(url, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const rows = Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_column, x) => (modules.get(y, x) === 1 ? '1' : '0')).join('')
  )
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    )
    .join('')
  return { size, path }
}
