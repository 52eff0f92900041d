const pngHeader = Buffer.from('IHDR')

/** JPEG markers that begin a frame: all of C0 to CF but those of tables and arithmetic coding. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Markers that stand alone, without a length. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

const jpegPixels = (content: Buffer): number | null => {
  let at = 2
  while (at + 9 <= content.length) {
    if (content.readUInt8(at) !== 0xff) return null
    const marker = content.readUInt8(at + 1)
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else if (isFrame(marker)) return content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7)
    else at += 2 + content.readUInt16BE(at + 2)
  }
  return null
}

/**
 * How many pixels a PNG or JPEG claims to have, read from its header alone; null where it says nothing. Frames and
 * headers are looked for in the order of the file, each byte once.
 */
export const claimedPixels = (content: Buffer): number | null => {
  if (content.length < 24) return null
  if (content.subarray(12, 16).equals(pngHeader)) return content.readUInt32BE(16) * content.readUInt32BE(20)
  return content.readUInt16BE(0) === 0xffd8 ? jpegPixels(content) : null
}
