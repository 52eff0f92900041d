import { sharp } from './sharp.ts'

/** Larger than any picture that the portal draws; what is larger is a mistake, not a picture. */
const limitInputPixels = 16_000_000

/**
 * A picture drawn by the portal, from SVG to PNG. Only for SVG that the portal made: texts are paths, so no font is looked
 * for, and pictures inside are data URLs, so nothing is fetched.
 * @param scale how many pixels of the PNG one unit of the picture becomes
 */
export const rasterise = (svg: string, scale = 1): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 72 * scale, limitInputPixels })
    .png({ compressionLevel: 9 })
    .toBuffer()

/**
 * A stored picture as PNG no larger than a box, in pixels, with its shape kept: what a drawing can hold as a data URL.
 */
export const asPng = (picture: Buffer, box: { readonly width: number; readonly height: number }): Promise<Buffer> =>
  sharp(picture, { limitInputPixels })
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
