/** What a box for a number holds. */
export type ReadNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not_a_number' }
  | { readonly kind: 'too_precise' }
  | { readonly kind: 'number'; readonly value: number }

/** Minus signs as people and input methods write them; ー is the long vowel mark, typed for minus by mistake. */
const minusSigns = /[‐‑‒–—―−ー]/gu

/** A separator counts only where it stands between thousands: 「36,0」 is a slip, not 360. */
const thousands = /^(-?)(\d{1,3}(?:,\d{3})+)(\.\d+)?$/

/**
 * Reads a number as people type it: full-width digits and signs are taken, as are separators between thousands.
 * At most `decimals` digits may follow the point; zeros behind them do not count.
 */
export const readNumber = (typed: string, decimals: 0 | 2): ReadNumber => {
  const normal = typed.normalize('NFKC').trim().replaceAll(minusSigns, '-')
  if (normal === '') return { kind: 'empty' }
  const plain = thousands.test(normal) ? normal.replaceAll(',', '') : normal
  const parts = /^-?\d+(?:\.(\d+))?$/.exec(plain)
  if (parts === null) return { kind: 'not_a_number' }
  const fraction = (parts[1] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return { kind: 'too_precise' }
  const value = Number(plain)
  // Hundreds of digits are no figure of anybody's, and would be stored as nothing.
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'not_a_number' }
}

/** A figure of at most two decimals as a whole number of hundredths: 42.5 → 4250. Undoes the float's error. */
export const hundredths = (value: number): number => Math.round(value * 100)

/** A whole number from 0 as typed; null where nothing or something else was typed. */
export const readCount = (typed: string): number | null => {
  const read = readNumber(typed, 0)
  return read.kind === 'number' && read.value >= 0 ? read.value : null
}
