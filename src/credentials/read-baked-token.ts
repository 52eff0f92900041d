const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const token = /^[\w-]+\.[\w-]+\.[\w-]+$/

const tokenIn = (text: string | undefined): string | null => {
  const trimmed = text?.trim()
  return trimmed !== undefined && token.test(trimmed) ? trimmed : null
}

const start = Buffer.from('openbadgecredential\0\0\0', 'latin1')

/** The text of an uncompressed iTXt chunk with the keyword: what follows its language and its translated keyword. */
const textOf = (data: Buffer): string | null => {
  if (!data.subarray(0, start.length).equals(start)) return null
  const language = data.indexOf(0, start.length)
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1)
  return translated === -1 ? null : data.toString('utf8', translated + 1)
}

const fromPng = (png: Buffer): string | null => {
  for (let at = pngSignature.length; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    const end = at + 8 + length
    if (end > png.length) return null
    const text = png.toString('latin1', at + 4, at + 8) === 'iTXt' ? textOf(png.subarray(at + 8, end)) : null
    if (text !== null) return tokenIn(text)
    at = end + 4
  }
  return null
}

/** Long enough for every attribute that may stand before the credential, and no longer: the rest is a picture. */
const svgHead = 20_000

/**
 * The signed credential in a file: a token as it is, or baked into a PNG or an SVG. Null where there is none; whether it is
 * genuine is not asked here.
 */
export const readBakedToken = (file: Buffer): string | null => {
  if (file.subarray(0, pngSignature.length).equals(pngSignature)) return fromPng(file)
  const text = file.toString('utf8', 0, svgHead)
  if (text.trimStart().startsWith('<')) return tokenIn(text.match(/<openbadges:credential\s+verify="([^"]*)"/)?.[1])
  return tokenIn(text)
}
