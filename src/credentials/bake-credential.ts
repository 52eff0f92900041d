import { crc32 } from 'node:zlib'

/** Where the header of a PNG ends: its signature, and the chunk IHDR of 13 bytes with its frame. */
const headerEnd = 8 + 12 + 13

const keyword = 'openbadgecredential'

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG that carries a signed credential in an iTXt chunk after its header (Open Badges 3.0, 5.3.1): uncompressed. */
export const bakePng = (png: Buffer, token: string): Buffer => {
  const noCompressionNoLanguage = Buffer.from([0, 0, 0, 0, 0])
  const data = Buffer.concat([Buffer.from(keyword, 'latin1'), noCompressionNoLanguage, Buffer.from(token, 'utf8')])
  return Buffer.concat([png.subarray(0, headerEnd), chunk('iTXt', data), png.subarray(headerEnd)])
}

/** An SVG that carries a signed credential in its first element (Open Badges 3.0, 5.3.2). A token has no markup in it. */
export const bakeSvg = (svg: string, token: string): string =>
  svg.replace(
    /<svg\b([^>]*)>/,
    (_whole, attributes: string) =>
      `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"${attributes}><openbadges:credential verify="${token}"></openbadges:credential>`
  )
