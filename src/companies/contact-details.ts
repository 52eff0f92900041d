const hyphens = /[‐‑‒–—―−ー]/g

/** A postal code in any width, with or without 〒 and hyphen, as NNN-NNNN; null when it is none. */
export const normalisePostalCode = (text: string): string | null => {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[\s〒〠]/g, '')
    .replaceAll(hyphens, '-')
  const match = /^(\d{3})-?(\d{4})$/.exec(digits)
  return match === null ? null : `${match[1]}-${match[2]}`
}

/**
 * A Japanese telephone number in any width, with hyphens, brackets or spaces between its parts, as digits and hyphens;
 * null when it is none: it begins with 0 and has 10 or 11 digits.
 */
export const normalisePhone = (text: string): string | null => {
  const parts = text
    .normalize('NFKC')
    .replaceAll(hyphens, '-')
    .split(/[\s()-]+/)
    .filter(Boolean)
  const isPhone = parts.every((part) => /^\d+$/.test(part)) && /^0\d{9,10}$/.test(parts.join(''))
  return isPhone ? parts.join('-') : null
}

const withScheme = (text: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)

/** Of an address as it is kept: every letter of a Japanese path counts nine times there. */
const longestAddress = 2000

/** A web address (http or https; https where the scheme was left out); empty stays empty; null when it is none. */
export const normaliseWebsite = (text: string): string | null => {
  const typed = text.trim().normalize('NFKC')
  if (typed === '') return ''
  const url = URL.parse(withScheme(typed))
  if (url === null || url.href.length > longestAddress || /[\s\p{Cc}]/u.test(typed)) return null
  const isSite = ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') && url.username === ''
  return isSite ? url.href.replace(/^([^/]+\/\/[^/]+)\/$/, '$1') : null
}
