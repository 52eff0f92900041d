import { create } from 'qrcode'

/** A QR code as its dark runs: squares beside each other in a row, in units of one square. */
export type QrRuns = {
  /** Squares on each side, without the quiet zone that readers need around them. */
  readonly size: number
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[]
}

/** The QR code of a text, so that it can be drawn as vectors and stays sharp in print. */
export const qrRuns = (text: string): QrRuns => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const rows = Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_column, x) => (modules.get(y, x) === 1 ? '1' : '0')).join('')
  )
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => ({ x: index, y, length: run.length }))
  )
  return { size, runs }
}
