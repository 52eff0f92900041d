import { deflateSync } from 'node:zlib'
import { sharp } from '../../src/pictures/sharp.ts'
import { pngChunk } from './sample-files.ts'

type Size = { readonly width: number; readonly height: number }

/** A photo with something on it: a gradient from one corner to the other. */
const gradient = ({ width, height }: Size) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#0017c1"/><stop offset="1" stop-color="#f8d448"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#g)"/></svg>`
    )
  )

export const jpegOf = (size: Size): Promise<Buffer> => gradient(size).flatten().jpeg().toBuffer()

export const pngOf = (size: Size): Promise<Buffer> => gradient(size).png().toBuffer()

/** A photo as a phone makes it, held upright: lying on its side, with the place, the time and the device noted. */
export const phonePhoto = (size: Size): Promise<Buffer> =>
  gradient(size)
    .flatten()
    .withExif({
      IFD0: { Make: 'Phone Maker', Model: 'Phone 12', Artist: '朝霞 花子' },
      IFD2: { DateTimeOriginal: '2026:11:21 10:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '35/1 47/1 5034/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '139/1 35/1 0/1'
      }
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A picture of one colour whose header is true: 20,000 × 20,000 grey pixels in some 50 kB. */
export const hugePng = (side: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // One bit a pixel, grey: each line is its filter and an eighth of the side.
  header.set([1, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc((1 + Math.ceil(side / 8)) * side)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(lines, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0))
  ])
}
